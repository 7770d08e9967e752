/** A look at the own answers before they are sent: each may be changed; a helper says what they did. */
import { HELPER_DEEDS } from "#server/responses/contract";
import type { Invitation } from "#server/responses/contract";
import { visibleItems } from "#surveys/paper/visible-items";
import { fillWords } from "#surveys/paper/words/words";
import { Icon } from "~/components/ui/icon";
import { Bubble } from "./bubble";
import { BackButton } from "./feet";
import { GivenAnswer } from "./given-answer";
import { usePlayer } from "./player-context";
import { TopBar } from "./top-bar";
import type { LivingWalk } from "./use-walk";
import { WalkForm } from "./walk-form";

function HelperQuestion() {
  const { words } = usePlayer();
  return (
    <fieldset className="helper">
      <legend>{words.helperQuestion}</legend>
      {HELPER_DEEDS.map((deed) => (
        <label key={deed} className="helper-deed">
          <input type="radio" name="helper" value={deed} defaultChecked={deed === "none"} />
          {words.helpers[deed]}
        </label>
      ))}
    </fieldset>
  );
}

interface OwnAnswersPageProps {
  readonly invitation: Invitation;
  readonly living: LivingWalk;
}

export function OwnAnswersPage({ invitation, living }: OwnAnswersPageProps) {
  const { words } = usePlayer();
  const { paper, facts } = invitation;
  const { walk, notice, isSending, hasMoved } = living;
  const askedItems = visibleItems(paper, walk.answers, facts).filter(({ isPractice }) => !isPractice);
  return (
    <WalkForm living={living} onEnter="send" className="child-page own-answers-page">
      <TopBar invitation={invitation} walk={walk} />
      <main className="own-answers">
        <Bubble text={words.ownAnswers} spokenTexts={[words.ownAnswers, words.ownAnswersHelp]} isNew={hasMoved}>
          <p>{words.ownAnswersHelp}</p>
        </Bubble>
        <ol className="own-answer-list">
          {askedItems.map((item) => (
            <li key={item.name} className="own-answer">
              <p>{item.question}</p>
              <div className="givens">
                <GivenAnswer item={item} walk={walk} />
              </div>
              <button
                type="submit"
                className="round"
                name="do"
                value={`go-to:${item.name}`}
                aria-label={fillWords(words.change, item.question)}
              >
                <Icon name="pencil-simple-bold" />
              </button>
            </li>
          ))}
        </ol>
        <HelperQuestion />
        <div role="alert">{notice ? <p className="notice">{words.notices[notice]}</p> : null}</div>
      </main>
      <footer className="foot">
        <BackButton />
        <button type="submit" className="next" name="do" value="send" aria-disabled={isSending || undefined}>
          {isSending ? words.sending : words.send}
          <Icon name="paper-plane-tilt-fill" isDirectional />
        </button>
      </footer>
    </WalkForm>
  );
}
