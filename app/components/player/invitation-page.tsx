/** Before the first question: what it is about, who will know, that stopping is fine, and "Vil du være med?". */
import type { Invitation } from "#server/responses/contract";
import { Thing } from "~/components/pictures/drawn";
import { Icon } from "~/components/ui/icon";
import { Bubble } from "./bubble";
import { HelpButton } from "./help-button";
import { LanguageMenu } from "./language-menu";
import { MissingVoice } from "./missing-voice";
import { usePlayer } from "./player-context";
import { Speaker } from "./speaker";
import type { LivingWalk } from "./use-walk";
import { WalkForm } from "./walk-form";
import { YoungInvitation } from "./young-invitation";

interface InvitationPageProps {
  readonly invitation: Invitation;
  readonly living: LivingWalk;
}

function Told({ label }: Pick<Invitation, "label">) {
  const { words } = usePlayer();
  const { title, sentences } = label;
  return (
    <section className="told" aria-label={words.whoSees}>
      <Thing name="locked" />
      <div>
        <h2>{words.whoSees}</h2>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {title ? (
          <p className="label-title">
            <Icon name="shield-check-fill" />
            {title}
          </p>
        ) : null}
      </div>
      <Speaker id="label" texts={[words.whoSees, ...sentences, ...(title ? [title] : [])]} />
    </section>
  );
}

function Consent() {
  const { words } = usePlayer();
  return (
    <section className="consent" aria-labelledby="consent">
      <h2 id="consent">{words.join}</h2>
      <p>{words.mayStop}</p>
      <div className="consent-buttons">
        <button type="submit" className="consent-button" name="do" value="join">
          {words.yes}
        </button>
        <button type="submit" className="consent-button" name="do" value="leave">
          {words.no}
        </button>
      </div>
      <Speaker id="consent" texts={[words.join, words.mayStop]} />
    </section>
  );
}

function ReadersInvitation({ invitation: { paper, label } }: Pick<InvitationPageProps, "invitation">) {
  return (
    <main className="invitation">
      <Bubble text={paper.title} spokenTexts={[paper.title, paper.about]} mood="waits">
        <p>{paper.about}</p>
      </Bubble>
      <MissingVoice />
      <Told label={label} />
      <Consent />
    </main>
  );
}

export function InvitationPage({ invitation, living }: InvitationPageProps) {
  const { band } = usePlayer();
  const { institutionName, groupName, languages } = invitation;
  return (
    <WalkForm living={living} onEnter="stay" className="child-page invitation-page">
      <header className="top">
        <span className="where">
          <bdi>{institutionName}</bdi>
          <span>
            <bdi>{groupName}</bdi>
          </span>
        </span>
        <LanguageMenu languages={languages} />
        <HelpButton />
      </header>
      {band === "3-5" ? <YoungInvitation invitation={invitation} /> : <ReadersInvitation invitation={invitation} />}
    </WalkForm>
  );
}
