/** A look at the own answers before they are sent: each may be changed; a helper says what they did. */
import { HELPER_DEEDS } from "#server/responses/contract";
import type { Invitation } from "#server/responses/contract";
import type { PaperItem } from "#surveys/paper/paper";
import type { Walk } from "#surveys/paper/walk";
import { visibleItems } from "#surveys/paper/walk";
import { Icon } from "~/components/ui/icon";
import { Bubble } from "./bubble";
import { DrawnPicture, Thing } from "~/components/pictures/drawn";
import { usePlayer } from "./player-context";
import { TopBar } from "./top-bar";
import type { LivingWalk } from "./use-walk";
import { WalkForm } from "./walk-form";

function GivenAnswer({ item, walk }: { readonly item: PaperItem; readonly walk: Walk }) {
  const { words, dir } = usePlayer();
  const answer = walk.answers[item.name];
  const reason = walk.nonAnswers[item.name];
  if (reason !== undefined) {
    const isDeclined = reason === "declined";
    return (
      <span className="given">
        <Thing name={isDeclined ? "zipper-mouth-face" : "thinking-face"} />
        {isDeclined ? words.declined : words.notUnderstood}
      </span>
    );
  }
  if (item.type === "text" && typeof answer === "string") return <span className="given">”{answer}”</span>;
  const chosen = item.choices.filter(({ value }) =>
    Array.isArray(answer) ? answer.includes(value) : answer === value,
  );
  if (chosen.length === 0) return <span className="given">{words.noAnswer}</span>;
  return (
    <>
      {chosen.map((choice) => (
        <span key={choice.value} className="given">
          <span className="given-picture">{choice.picture && <DrawnPicture picture={choice.picture} dir={dir} />}</span>
          {choice.label}
        </span>
      ))}
    </>
  );
}

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

export function OwnAnswersPage({ invitation: { paper }, living }: OwnAnswersPageProps) {
  const { words } = usePlayer();
  const { walk, notice, isSending, hasMoved } = living;
  return (
    <WalkForm living={living} onEnter="send" className="child-page own-answers-page">
      <TopBar paper={paper} walk={walk} />
      <main className="own-answers">
        <Bubble text={words.ownAnswers} spokenText={`${words.ownAnswers}. ${words.ownAnswersHelp}`} isNew={hasMoved}>
          <p>{words.ownAnswersHelp}</p>
        </Bubble>
        <ol className="own-answer-list">
          {visibleItems(paper, walk.answers).map((item) => (
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
                aria-label={words.change(item.question)}
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
        <button type="submit" className="round back" name="do" value="back" aria-label={words.back}>
          <Icon name="arrow-left-bold" isDirectional />
        </button>
        <button type="submit" className="next" name="do" value="send" aria-disabled={isSending || undefined}>
          {isSending ? words.sending : words.send}
          <Icon name="paper-plane-tilt-fill" isDirectional />
        </button>
      </footer>
    </WalkForm>
  );
}
