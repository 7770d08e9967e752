/** Plays a paper: which of a walk's pages is shown, on the colour of what is asked about. */
import { isLocale } from "#surveys/paper/local-text";
import type { Theme } from "#surveys/paper/paper";
import { currentItem } from "#surveys/paper/walk";
import type { Stage } from "#surveys/paper/walk";
import { InvitationPage } from "./invitation-page";
import { LeftPage } from "./left-page";
import { OwnAnswersPage } from "./own-answers-page";
import { PlayerProvider } from "./player-context";
import { QuestionPage } from "./question-page";
import { ThanksPage } from "./thanks-page";
import type { LivingWalk, WalkStart } from "./use-walk";
import { useWalk } from "./use-walk";
import { VoiceProvider } from "./voice";
import { PLAYER_WORDS } from "./words";

interface PlayerProps extends WalkStart {
  readonly nextHref?: string;
}

function Page({ invitation, living, nextHref }: Pick<PlayerProps, "invitation" | "nextHref"> & { living: LivingWalk }) {
  const { paper } = invitation;
  const { walk, receipt, isHelped, hasMoved } = living;
  const item = currentItem(paper, walk);
  if (item) return <QuestionPage paper={paper} item={item} living={living} />;
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
  asking: "trust",
  looking: "voice",
  sent: "calm",
  left: "calm",
};

export function Player({ nextHref, ...start }: PlayerProps) {
  const { invitation } = start;
  const { paper } = invitation;
  const living = useWalk(start);
  const locale = isLocale(paper.locale) ? paper.locale : "da";
  const words = PLAYER_WORDS[locale];
  const theme = currentItem(paper, living.walk)?.theme ?? STAGE_COLOURS[living.walk.stage];
  return (
    <PlayerProvider value={{ words, locale, dir: paper.dir }}>
      <VoiceProvider locale={locale} isOnFromStart={paper.band === "3-5"}>
        <div className="child" data-theme={theme} data-band={paper.band}>
          {invitation.isInvented ? <p className="child-invented">{words.invented}</p> : null}
          <Page invitation={invitation} living={living} nextHref={nextHref} />
        </div>
      </VoiceProvider>
    </PlayerProvider>
  );
}
