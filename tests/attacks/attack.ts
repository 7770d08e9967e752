/**
 * What an attack is, and how one is tried: first on exact tables, where it must win, or it would prove nothing; then on
 * tables that the functions of sealing have made, where it must do no better than the law of the noise allows.
 */
import type { FormName } from "../../surveys/paper/form";
import type { ScoringKey } from "../../surveys/paper/scoring-key";
import type { GivenAnswers, UnitCounts } from "../../surveys/results/count-answers";
import { countAnswers } from "../../surveys/results/count-answers";
import type { DrawBelow } from "../../surveys/results/draw-noise";
import type { ExactWays } from "../../surveys/results/draw-table";
import { EPSILON_PERMILLE, drawTable } from "../../surveys/results/draw-table";
import type { LeafTable, WholeTable } from "../../surveys/results/table";

/** What is kept of one round of one institution's form: all that anybody may ever see. */
export interface Kept {
  readonly leaves: readonly LeafTable[];
  readonly whole: WholeTable;
}

/** One round: who was invited, in which groups, and what those who took part answered. */
export interface AttackedRound {
  readonly groups: readonly { readonly id: string; readonly invited: number }[];
  readonly answers: readonly GivenAnswers[];
  readonly ways?: ExactWays;
}

/** Where the attacked children are: a form of a survey that can be asked through the door, or one made by hand. */
export interface Asked {
  readonly key: ScoringKey;
  /** Absent: this form is in no survey. */
  readonly form?: FormName;
}

export interface Attack extends Asked {
  readonly name: string;
  /** The rounds in which the secret is there or not; `others` draws what the attacker does not know. */
  children(secret: boolean, others: DrawBelow): readonly AttackedRound[];
  /** Above 0: the secret is there. Below 0: it is not. 0: a coin decides. By the tables of the rounds alone. */
  evidence(tables: readonly Kept[]): number;
  /** The share of right guesses that the law allows at most, where the secret is there in half of all cases. */
  readonly most: number;
}

const NO_WAYS: ExactWays = { languages: {}, modes: {}, help: {} };

const counted = new WeakMap<AttackedRound, UnitCounts>();

export function countRound({ key }: Asked, round: AttackedRound): UnitCounts {
  const known = counted.get(round);
  if (known) return known;
  const { groups, answers } = round;
  const unit = countAnswers(
    key,
    groups.map(({ id, invited }) => ({ groups: [id], invited })),
  );
  for (const given of answers) unit.add(given);
  counted.set(round, unit);
  return unit;
}

/** What sealing keeps. */
export const sealed = (asked: Asked, round: AttackedRound, draw: DrawBelow): Kept =>
  drawTable(countRound(asked, round), round.ways ?? NO_WAYS, {
    key: asked.key,
    epsilonPermille: EPSILON_PERMILLE,
    draw,
  });

/** The same without noise: how a release of exact counts would look. */
export function unprotected(asked: Asked, round: AttackedRound): Kept {
  const { leaves, several, spreads, hardship } = countRound(asked, round);
  return {
    leaves: leaves.filter(({ participants }) => participants > 0),
    whole: { several, spreads, hardship, ways: round.ways ?? NO_WAYS },
  };
}

/** Of an attack that knows all others: each of its two rounds is made, and counted, once. */
export function knowingAll(attack: Attack): Attack {
  const [not, there] = [false, true].map((secret) => attack.children(secret, () => 0));
  return { ...attack, children: (secret) => (secret ? there : not) ?? [] };
}

export interface Tried {
  readonly draws: number;
  readonly hits: number;
}

interface Trial {
  readonly draws: number;
  readonly draw: DrawBelow;
  readonly keep: (round: AttackedRound) => Kept;
}

function guesses(attack: Attack, { draws, draw, keep }: Trial): Tried {
  let hits = 0;
  for (let at = 0; at < draws; at += 1) {
    const secret = draw(2) === 1;
    const evidence = attack.evidence(attack.children(secret, draw).map(keep));
    const guess = evidence === 0 ? draw(2) === 1 : evidence > 0;
    if (guess === secret) hits += 1;
  }
  return { draws, hits };
}

export const tryExact = (attack: Attack, draws: number, draw: DrawBelow): Tried =>
  guesses(attack, { draws, draw, keep: (round) => unprotected(attack, round) });

export const tryNoisy = (attack: Attack, draws: number, draw: DrawBelow): Tried =>
  guesses(attack, { draws, draw, keep: (round) => sealed(attack, round, draw) });

export const rateOfHits = ({ hits, draws }: Tried): number => hits / draws;

/** Four standard errors of a share that is truly `rate`. */
export const fourErrors = (rate: number, draws: number): number => 4 * Math.sqrt((rate * (1 - rate)) / draws);
