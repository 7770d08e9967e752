/**
 * A look at the own answers before they are sent. What is missing stands on top, the rest is folded together; the youngest see
 * their pictures alone. Where nothing was answered there is nothing to send: the child answers, or stops.
 */
import type { Invitation } from "#server/responses/contract";
import type { PaperItem } from "#surveys/paper/paper";
import { visibleItems } from "#surveys/paper/visible-items";
import type { Walk } from "#surveys/paper/walk";
import { isNothingAnswered } from "#surveys/paper/walk";
import { Icon } from "~/components/ui/icon";
import { Bubble } from "./bubble";
import { BackButton } from "./feet";
import { HelperQuestion } from "./helper-question";
import { OwnAnswerList } from "./own-answer-list";
import { OwnPictures } from "./own-pictures";
import { usePlayer } from "./player-context";
import { SendNotice } from "./send-notice";
import { TopBar } from "./top-bar";
import type { LivingWalk } from "./use-walk";
import { WalkForm } from "./walk-form";

/** So many of what is missing stand on top; the rest is in the fold. */
const MOST_MISSING = 3;

const isMissing = ({ name }: PaperItem, { answers, nonAnswers }: Walk): boolean =>
  !Object.keys(answers).includes(name) && !Object.keys(nonAnswers).includes(name);

function Answers({ items, walk }: { readonly items: readonly PaperItem[]; readonly walk: Walk }) {
  const { words, band } = usePlayer();
  if (band === "3-5") return <OwnPictures items={items} walk={walk} />;
  const missing = items.filter((item) => isMissing(item, walk)).slice(0, MOST_MISSING);
  const others = items.filter((item) => !missing.includes(item));
  return (
    <>
      {missing.length > 0 ? (
        <section className="missing-answers" aria-labelledby="missing">
          <h2 id="missing">{words.missing}</h2>
          <OwnAnswerList items={missing} walk={walk} />
        </section>
      ) : null}
      <details className="given-answers">
        <summary className="pill">
          {words.allAnswers}
          <Icon name="caret-down-bold" />
        </summary>
        <OwnAnswerList items={others} walk={walk} />
      </details>
    </>
  );
}

interface OwnAnswersPageProps {
  readonly invitation: Invitation;
  readonly living: LivingWalk;
}

function NothingAnswered({ invitation, living, first }: OwnAnswersPageProps & { readonly first?: PaperItem }) {
  const { words } = usePlayer();
  return (
    <WalkForm living={living} onEnter="stay" className="child-page own-answers-page">
      <TopBar invitation={invitation} walk={living.walk} />
      <main className="own-answers">
        <Bubble text={words.nothingYet} isNew={living.hasMoved} mood="waits" />
        <div className="nothing-buttons">
          <button type="submit" className="next" name="do" value={`go-to:${first?.name ?? ""}`}>
            {words.answerNow}
          </button>
          <button type="submit" className="pill" name="do" value="leave">
            {words.stopInstead}
          </button>
        </div>
      </main>
      <footer className="foot">
        <BackButton />
      </footer>
    </WalkForm>
  );
}

export function OwnAnswersPage({ invitation, living }: OwnAnswersPageProps) {
  const { words } = usePlayer();
  const { paper, facts } = invitation;
  const { walk, notice, isSending, hasMoved } = living;
  const askedItems = visibleItems(paper, walk.answers, facts).filter(({ isPractice }) => !isPractice);
  if (isNothingAnswered(paper, walk, facts))
    return <NothingAnswered invitation={invitation} living={living} first={askedItems[0]} />;
  return (
    <WalkForm living={living} onEnter="send" className="child-page own-answers-page">
      <TopBar invitation={invitation} walk={walk} />
      <main className="own-answers">
        <Bubble
          text={words.ownAnswers}
          spokenTexts={[words.ownAnswers, words.ownAnswersHelp]}
          isNew={hasMoved}
          mood="waits"
        >
          <p>{words.ownAnswersHelp}</p>
        </Bubble>
        <Answers items={askedItems} walk={walk} />
        <HelperQuestion />
        <SendNotice notice={notice} needsAdult={living.needsAdult} />
      </main>
      <footer className="foot send-foot">
        <BackButton />
        <button type="submit" className="next" name="do" value="send" aria-disabled={isSending || undefined}>
          {isSending ? words.sending : words.send}
          <Icon name="paper-plane-tilt-fill" isDirectional />
        </button>
      </footer>
    </WalkForm>
  );
}
