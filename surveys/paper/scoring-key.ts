/** What scoring and releases need to know of a form: items in order, choices from most to least favourable, words. */
import type { LocalText } from "./local-text";
import type { FormName } from "./form";
import type { Scale, Theme } from "./paper";
import type { Index } from "../scoring/indices";

interface Words {
  readonly value: string;
  readonly label: LocalText;
}

export interface ScoredItem {
  readonly name: string;
  readonly type: Scale;
  readonly theme: Theme;
  /** One of the five that stand in every form from three years. */
  readonly isAnchor: boolean;
  readonly question: LocalText;
  readonly choices: readonly Words[];
  /** Of a map: each is asked by itself, and the choices are the stickers that it may be given. */
  readonly places?: readonly Words[];
  /** How many of the choices one child may choose. */
  readonly mostChosen: number;
  /** The choices that count as favourable; empty = counted but not scored. */
  readonly favourable: readonly string[];
  /** What each choice counts, the least favourable 0, before `reverse`. Absent where only `favourable` counts. */
  readonly codes?: Readonly<Record<string, number>>;
  /** The highest code is the least favourable. */
  readonly reverse?: true;
  /** The index it counts towards. */
  readonly index?: Index;
}

export interface ScoringKey {
  readonly survey: string;
  readonly version: number;
  readonly form: FormName;
  readonly items: readonly ScoredItem[];
}
