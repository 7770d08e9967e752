/** What a child answered to one question, as it looks back: pictures and words, its own text or drawing, or a reason. */
import { answerKind, isDrawing, readPlaced } from "#surveys/paper/answer-value";
import type { PaperChoice, PaperItem } from "#surveys/paper/paper";
import type { Walk } from "#surveys/paper/walk";
import type { PlayerWords } from "#surveys/paper/words/words";
import { DrawnPicture, Thing } from "~/components/pictures/drawn";
import { usePlayer } from "./player-context";

interface GivenProps {
  readonly item: PaperItem;
  readonly walk: Walk;
}

/** The chosen, with what is said of each: its own label, its rank, its place. */
function chosen({ item, walk }: GivenProps): { readonly choice: PaperChoice; readonly text: string }[] {
  const answer = walk.answers[item.name];
  const values: readonly string[] = answer === undefined ? [] : typeof answer === "string" ? [answer] : answer;
  const kind = answerKind(item);
  return values.flatMap((value, index) => {
    const placed = readPlaced(item, value);
    const choice = item.choices.find((one) => one.value === (placed?.sticker ?? value));
    const place = item.places?.find((one) => one.value === placed?.place);
    if (!choice) return [];
    if (kind === "ranked") return [{ choice, text: `${index + 1}. ${choice.label}` }];
    return [{ choice, text: place ? `${place.label}: ${choice.label}` : choice.label }];
  });
}

const hasPicture = ({ type }: PaperItem) => type !== "options" && type !== "ladder" && type !== "tokens";

/** The same in words, to be read aloud. */
export function givenTexts(item: PaperItem, walk: Walk, words: PlayerWords): readonly string[] {
  const reason = walk.nonAnswers[item.name];
  if (reason !== undefined) return [reason === "declined" ? words.declined : words.notUnderstood];
  const texts = chosen({ item, walk }).map(({ text }) => text);
  return texts.length > 0 ? texts : [words.noAnswer];
}

export function GivenAnswer({ item, walk }: GivenProps) {
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
  if (item.type === "drawing" && typeof answer === "string" && isDrawing(answer))
    return (
      <svg className="given-drawing" viewBox="0 0 1000 600" role="img" aria-label={words.yourDrawing}>
        <path d={answer} />
      </svg>
    );
  if (item.choices.length === 0 && typeof answer === "string") return <span className="given">”{answer}”</span>;
  const all = chosen({ item, walk });
  if (all.length === 0) return <span className="given">{words.noAnswer}</span>;
  return (
    <>
      {all.map(({ choice, text }) => (
        <span key={text} className="given">
          {choice.picture && hasPicture(item) ? (
            <span className="given-picture">
              <DrawnPicture picture={choice.picture} dir={dir} />
            </span>
          ) : null}
          {text}
        </span>
      ))}
    </>
  );
}
