/**
 * Stickers on the places of a plan: choose a sticker (radio buttons), then press a named place; once more takes it off.
 * Each place is a button at its spot, in the plan's own left and right in every language; without scripts they are a list.
 * Two tab stops: the stickers and the places, with arrows in both.
 */
import { useState } from "react";
import { DrawnPicture } from "~/components/pictures/drawn";
import { usePlayer } from "../player-context";
import { useVoice } from "../voice";
import type { ScaleProps } from "./scale-props";
import { useOneStop } from "./use-one-stop";

/** By the object model: the policy of the page lets no style stand in its markup. Never so near the edge that a name is cut. */
const standAt = (x: number, y: number) => (element: HTMLElement | null) => {
  element?.style.setProperty("left", `clamp(40px, ${x}%, calc(100% - 40px))`);
  element?.style.setProperty("top", `${y}%`);
};

export function PlaceMap({ item, answer }: ScaleProps) {
  const { words, dir } = usePlayer();
  const { isAwake } = useVoice();
  const [held, setHeld] = useState(item.choices[0]?.value);
  const { around, stopAt } = useOneStop((item.places ?? []).map(({ value }) => value));
  const placed = new Map((Array.isArray(answer) ? answer : []).map((one) => one.split("=") as [string, string]));
  const choiceOf = (value: string | undefined) => item.choices.find((choice) => choice.value === value);
  return (
    <div className="place-map answers" data-type="place-map">
      <p id={`stickers-${item.name}`}>{words.stickers}</p>
      <div className="stickers" role="radiogroup" aria-labelledby={`stickers-${item.name}`}>
        {item.choices.map((choice) => (
          <label key={choice.value} className="sticker">
            <input
              className="visually-hidden"
              type="radio"
              name={`sticker.${item.name}`}
              value={choice.value}
              checked={choice.value === held}
              onChange={() => setHeld(choice.value)}
            />
            <span className="sticker-face">
              {choice.picture ? <DrawnPicture picture={choice.picture} dir={dir} /> : null}
              {choice.label}
            </span>
          </label>
        ))}
      </div>
      <p id={`places-${item.name}`}>{words.places}</p>
      <div
        className="plan"
        data-spots={isAwake || undefined}
        role="toolbar"
        aria-labelledby={`places-${item.name}`}
        {...around}
      >
        {item.picture ? <DrawnPicture picture={item.picture} /> : null}
        {item.places?.map(({ value, label, x, y }) => {
          const sticker = choiceOf(placed.get(value));
          return (
            <button
              key={value}
              ref={isAwake ? standAt(x, y) : undefined}
              type="submit"
              className="place"
              {...stopAt(value)}
              name="do"
              value={`place:${item.name}:${value}`}
              aria-pressed={sticker !== undefined}
              aria-label={sticker ? `${label}: ${sticker.label}` : label}
            >
              <span className="place-spot">
                {sticker?.picture ? <DrawnPicture picture={sticker.picture} dir={dir} /> : null}
              </span>
              <span>{label}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
