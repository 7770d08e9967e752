/**
 * How an invented child answers: what it is like to be at this institution for this theme, in this group, for this child, and
 * at this question, as places on one scale that is cut into the question's answers. Ages differ, one thing has become
 * worse and one better, and some is skipped, more among the youngest. Pure and seeded.
 */
import type { FormName } from "#surveys/paper/form";
import { bandOf } from "#surveys/paper/form";
import type { Answers, NonAnswer, Theme } from "#surveys/paper/paper";
import { THEMES } from "#surveys/paper/paper";
import { hasSeveralAnswers, isMade } from "#surveys/paper/scale-kinds";
import type { ScoredItem, ScoringKey } from "#surveys/paper/scoring-key";
import type { Chance } from "./random";

/** Standard deviations; institutions explain some 4 % of the scatter, as Danish schools do. */
const SPREAD = { institution: 0.12, theme: 0.18, group: 0.25, child: 0.85, item: 1 } as const;

/** How a place is, whoever is asked there; the same in all rounds. */
export interface Effects {
  readonly institution: string;
  readonly themes: Readonly<Record<Theme, number>>;
  readonly group: number;
}

export function drawThemeEffects(chance: Chance): Effects["themes"] {
  const everywhere = chance.normal() * SPREAD.institution;
  const drawn = THEMES.map((theme) => [theme, everywhere + chance.normal() * SPREAD.theme] as const);
  // Every theme is among the pairs.
  return Object.fromEntries(drawn) as Effects["themes"];
}

export const drawGroupEffect = (chance: Chance): number => chance.normal() * SPREAD.group;

/** How well it stands with each theme; being asked is what children miss most. */
const EASE: Readonly<Record<Theme, number>> = {
  trust: 1.4,
  belong: 1.3,
  self: 1.1,
  learn: 0.9,
  calm: 0.6,
  voice: 0.45,
};

/** The older, the more critical. */
const AGE: Partial<Record<FormName, number>> = { "3": 0.15, "3-5": 0.1, "6-9": 0, "10-12": -0.15, "13-18": -0.35 };

/** What really has become another thing, from the round with this number on: a fall and a rise for a leader to find. */
const TURNS: readonly { institution: string; theme: Theme; form: FormName; from: number; by: number }[] = [
  { institution: "bogelunden", theme: "voice", form: "6-9", from: 2, by: -0.7 },
  { institution: "fyrretoppen", theme: "calm", form: "6-9", from: 2, by: 0.7 },
];

const turnOf = ({ institution }: Effects, theme: Theme, form: FormName, round: number): number =>
  TURNS.filter((turn) => turn.institution === institution && turn.theme === theme && turn.form === form)
    .filter(({ from }) => round >= from)
    .reduce((sum, { by }) => sum + by, 0);

/** Half of the scale that the cuts between a question's answers are spread over. */
const REACH = 1.3;

/** Choices stand from most to least favourable. */
function drawChoice({ choices }: ScoredItem, feels: number, chance: Chance): string {
  const at = feels + chance.normal() * SPREAD.item;
  const cutBelow = (index: number): number => REACH * (1 - (2 * (index + 1)) / choices.length);
  const index = choices.findIndex((_, choice) => choice === choices.length - 1 || at > cutBelow(choice));
  return choices[index]?.value ?? "";
}

function drawPlaced({ places = [], choices }: ScoredItem, chance: Chance): string[] {
  const placed = places.flatMap(({ value }) => {
    if (!chance.isTrue(0.5)) return [];
    const sticker = choices[chance.isTrue(0.65) ? 0 : choices.length - 1]?.value ?? "";
    return [`${value}=${sticker}`];
  });
  return placed.length > 0 ? placed : [`${places[0]?.value}=${choices[0]?.value}`];
}

function drawSeveral(item: ScoredItem, chance: Chance): string[] {
  if (item.places) return drawPlaced(item, chance);
  const liked = item.choices.map(({ value }) => value).filter(() => chance.isTrue(0.3));
  return liked.length > 0 ? liked.slice(0, item.mostChosen) : item.choices.slice(0, 1).map(({ value }) => value);
}

interface DrawnAnswers {
  readonly answers: Answers;
  readonly nonAnswers: Readonly<Record<string, NonAnswer>>;
}

/** `round`: 0 is the first one there ever was. */
export function drawAnswers(key: ScoringKey, { effects, round }: { effects: Effects; round: number }, chance: Chance) {
  const child = effects.group + chance.normal() * SPREAD.child + (AGE[key.form] ?? 0);
  const isYoung = bandOf(key.form) === "3-5";
  const answers: Record<string, string | string[]> = {};
  const nonAnswers: Record<string, NonAnswer> = {};
  for (const item of key.items) {
    if (isMade(item.type)) continue;
    const { name, theme } = item;
    const feels = child + EASE[theme] + effects.themes[theme] + turnOf(effects, theme, key.form, round);
    if (chance.isTrue(isYoung ? 0.05 : 0.025)) nonAnswers[name] = "not-understood";
    else if (chance.isTrue(0.03)) nonAnswers[name] = "declined";
    else answers[name] = hasSeveralAnswers(item.type) ? drawSeveral(item, chance) : drawChoice(item, feels, chance);
  }
  return { answers, nonAnswers } satisfies DrawnAnswers;
}
