/** Plays a paper: which of a walk's pages is shown, on the colour of what is asked about. */
import { useEffect, useMemo } from "react";
import { arrange } from "#surveys/paper/arrange";
import type { Invitation } from "#server/responses/contract";
import type { Facts, Paper, Theme } from "#surveys/paper/paper";
import { currentPage } from "#surveys/paper/walk";
import type { Stage, Walk } from "#surveys/paper/walk";
import { ClosedPage } from "./closed-page";
import { InvitationPage } from "./invitation-page";
import { LeftPage } from "./left-page";
import { OwnAnswersPage } from "./own-answers-page";
import { pageTitle, usePageTitle } from "./page-title";
import { PlayerProvider } from "./player-context";
import { QuestionPage } from "./question-page";
import { RestPage } from "./rest-page";
import { fetchScales } from "./scales/renderers";
import { ThanksPage } from "./thanks-page";
import type { LivingWalk, WalkStart } from "./use-walk";
import { useVisit } from "./use-visit";
import { useWalk } from "./use-walk";
import { textsHereAndNext } from "./page-texts";
import { useSoundsAhead, VoiceProvider } from "./voice";
import { withOwnSounds } from "./own-sounds";
import { withWords } from "./with-words";

interface PlayerProps extends WalkStart {
  readonly nextHref?: string;
}

type PageProps = Pick<PlayerProps, "nextHref"> & {
  /** Arranged for this child, with words filled in. */
  readonly invitation: Invitation;
  /** The paper as it was written: the walk goes through it. */
  readonly written: Paper;
  readonly living: LivingWalk;
};

function Page({ invitation, written, living, nextHref }: PageProps) {
  const { facts, paper: shown, words } = invitation;
  const { walk, receipt, isHelped, hasMoved } = living;
  useSoundsAhead(textsHereAndNext({ shown, written, walk, facts, words }));
  const page = currentPage(written, walk, facts);
  if (page && "rest" in page) return <RestPage invitation={invitation} text={page.rest} living={living} />;
  if (page) return <QuestionPage invitation={invitation} page={page} living={living} />;
  if (walk.stage === "looking") return <OwnAnswersPage invitation={invitation} living={living} />;
  if (walk.stage === "sent" && receipt) {
    const props = { invitation, receipt, isHelped, nextHref, isNew: hasMoved };
    return <ThanksPage {...props} />;
  }
  if (walk.stage === "left") return <LeftPage isNew={hasMoved} nextHref={nextHref} />;
  return <InvitationPage invitation={invitation} living={living} />;
}

const STAGE_COLOURS: Readonly<Record<Stage, Theme>> = {
  invited: "trust",
  asking: "calm",
  looking: "voice",
  sent: "calm",
  left: "calm",
};

function themeOf(paper: Paper, walk: Walk, facts: Facts): Theme {
  const page = currentPage(paper, walk, facts);
  const item = page && "items" in page ? page.items[0] : undefined;
  return item?.theme ?? STAGE_COLOURS[walk.stage];
}

export function Player({ nextHref, ...start }: PlayerProps) {
  const { invitation } = start;
  const { paper, words, voices, facts } = invitation;
  // Before the walk looks for a draft.
  useVisit();
  const living = useWalk(start);
  const { seed, answers } = living.walk;
  // Once the page is awake nothing more is needed of the network until the answers are sent.
  useEffect(() => void fetchScales(paper.items.map(({ type }) => type)).catch(() => undefined), [paper]);
  const arranged = useMemo(() => arrange(paper, seed), [paper, seed]);
  const shown = useMemo(
    () => ({ ...invitation, paper: withWords(arranged, answers, facts) }),
    [invitation, arranged, answers, facts],
  );
  usePageTitle(pageTitle(shown, living.walk));
  const spoken = useMemo(() => withOwnSounds(voices, shown.paper), [voices, shown]);
  if (living.isClosed) return <ClosedPage isInvented={invitation.isInvented} />;
  return (
    <PlayerProvider words={words} language={paper.locale} band={paper.band} readerRole={invitation.readerRole}>
      <VoiceProvider language={paper.locale} voices={spoken} isOnFromStart={paper.band === "3-5"}>
        <div
          className="child"
          lang={paper.locale}
          dir={paper.dir}
          data-theme={themeOf(paper, living.walk, facts)}
          data-band={paper.band}
          data-form={paper.form}
        >
          {invitation.isInvented ? <p className="child-invented">{words.invented}</p> : null}
          <Page invitation={shown} written={paper} living={living} nextHref={nextHref} />
        </div>
      </VoiceProvider>
    </PlayerProvider>
  );
}
