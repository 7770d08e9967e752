/**
 * How an invented child answers: a latent wellbeing made of institution, group and child effects, a difficulty for
 * each item, an ordered choice, and some skipping, more among the youngest. Pure and seeded.
 */
import { bandOf } from "#surveys/paper/form";
import type { Answers, NonAnswer } from "#surveys/paper/paper";
import { hasSeveralAnswers, isMade } from "#surveys/paper/scale-kinds";
import type { ScoredItem, ScoringKey } from "#surveys/paper/scoring-key";
import type { Chance } from "./random";

/** Standard deviations on the latent scale; institutions explain about 4 % of the variance, as Danish schools do. */
const SPREAD = { institution: 0.2, group: 0.3, child: 0.95 } as const;

export interface Effects {
  readonly institution: number;
  readonly group: number;
}

export const drawInstitutionEffect = (chance: Chance): number => chance.normal() * SPREAD.institution;
export const drawGroupEffect = (chance: Chance): number => chance.normal() * SPREAD.group;

/** How easy it is to answer favourably, by theme; being asked is what children miss most. */
const EASE: Record<string, number> = { belong: 1.2, trust: 1.3, learn: 0.8, voice: 0.1, calm: 0.4, self: 0.8 };

const logistic = (value: number) => 1 / (1 + Math.exp(-value));

interface DrawnAnswers {
  readonly answers: Answers;
  readonly nonAnswers: Readonly<Record<string, NonAnswer>>;
}

/** Choices stand from most to least favourable; the chance to step down grows as wellbeing falls. */
function drawChoice(item: ScoredItem, latent: number, chance: Chance): string {
  const ease = EASE[item.theme] ?? 0.5;
  const last = item.choices.length - 1;
  let index = 0;
  while (index < last && !chance.isTrue(logistic(latent + ease + index * 0.4))) index += 1;
  return item.choices[index]?.value ?? "";
}

/** On a map one sticker at a place: `<place>=<sticker>`. */
const placeOf = (value: string) => value.split("=", 1)[0] ?? value;

function drawSeveral(item: ScoredItem, chance: Chance): string[] {
  const values = item.choices.map((choice) => choice.value);
  const liked = values.filter(() => chance.isTrue(0.3));
  const chosen = liked.filter(
    (value, index) => liked.findIndex((other) => placeOf(other) === placeOf(value)) === index,
  );
  return chosen.length > 0 ? chosen.slice(0, item.mostChosen) : values.slice(0, 1);
}

export function drawAnswers(key: ScoringKey, effects: Effects, chance: Chance): DrawnAnswers {
  const latent = effects.institution + effects.group + chance.normal() * SPREAD.child;
  const isYoung = bandOf(key.form) === "3-5";
  const answers: Record<string, string | string[]> = {};
  const nonAnswers: Record<string, NonAnswer> = {};
  for (const item of key.items) {
    if (isMade(item.type)) continue;
    if (chance.isTrue(isYoung ? 0.05 : 0.025)) nonAnswers[item.name] = "not-understood";
    else if (chance.isTrue(0.03)) nonAnswers[item.name] = "declined";
    else
      answers[item.name] = hasSeveralAnswers(item.type) ? drawSeveral(item, chance) : drawChoice(item, latent, chance);
  }
  return { answers, nonAnswers };
}
