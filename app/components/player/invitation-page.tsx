/** Before the first question: what it is about, who will know, that stopping is fine, and "Vil du være med?". */
import type { Invitation } from "#server/responses/contract";
import { Icon } from "~/components/ui/icon";
import { Bubble } from "./bubble";
import { LanguageMenu } from "./language-menu";
import { Thing } from "~/components/pictures/drawn";
import { MissingVoice } from "./missing-voice";
import { usePlayer } from "./player-context";
import { Speaker } from "./speaker";
import type { LivingWalk } from "./use-walk";
import { WalkForm } from "./walk-form";

interface InvitationPageProps {
  readonly invitation: Invitation;
  readonly living: LivingWalk;
}

export function InvitationPage({ invitation, living }: InvitationPageProps) {
  const { words } = usePlayer();
  const { paper, label, languages } = invitation;
  const told = [label.title, ...label.sentences];
  return (
    <WalkForm living={living} onEnter="stay" className="child-page invitation-page">
      <header className="top">
        <span className="where">
          <bdi>{invitation.institutionName}</bdi>
          <span>
            <bdi>{invitation.groupName}</bdi>
          </span>
        </span>
        <LanguageMenu languages={languages} />
      </header>
      <main className="invitation">
        <Bubble text={paper.title} spokenTexts={[paper.title, paper.about]} mood="waits">
          <p>{paper.about}</p>
        </Bubble>
        <MissingVoice />
        <section className="told" aria-label={words.whoSees}>
          <Thing name="locked" />
          <div>
            <h2>{words.whoSees}</h2>
            {label.sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <p className="label-title">
              <Icon name="shield-check-fill" />
              {label.title}
            </p>
          </div>
          <Speaker id="label" texts={told} />
        </section>
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
      </main>
    </WalkForm>
  );
}
