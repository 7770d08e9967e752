/** A child's own words. */
import { mostCharacters } from "#surveys/paper/answer-value";
import { usePlayer } from "../player-context";
import type { ScaleProps } from "./scale-props";

export function TextAnswer({ item, answer }: ScaleProps) {
  const { words } = usePlayer();
  return (
    <textarea
      className="answer-text"
      name={`text.${item.name}`}
      aria-label={`${item.question} ${words.writeHere}`}
      placeholder={words.writeHere}
      maxLength={mostCharacters(item)}
      value={typeof answer === "string" ? answer : ""}
      onChange={() => undefined}
    />
  );
}
