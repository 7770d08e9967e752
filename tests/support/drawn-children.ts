/**
 * Children who answer four questions of five steps each, drawn fast: of each level there is a pool, made once, and a level
 * between two pools is a mix of them, so that its mean is exactly what was asked for. Their scores scatter by 22.7 points.
 */
import type { FastChance } from "./fast-chance";
import { fastChance } from "./fast-chance";

const ITEMS = 4;
export const STEPS = 5;
const SCATTER = 22.7;
const USUAL = 65;

const POOL = 1 << 14;
const BITS = 3;
const ITEM_SCATTER = 0.8;
const [LOWEST, HIGHEST, DISTANCE] = [-2.5, 7, 0.05];

interface Pool {
  /** The steps of the four answers, from the least favourable 0, three bits each. */
  readonly children: Uint16Array;
  readonly mean: number;
  readonly scatter: number;
}

interface Dice {
  readonly own: Float64Array;
  readonly items: readonly Float64Array[];
}

function makePool(level: number, childScatter: number, { own, items }: Dice): Pool {
  const children = new Uint16Array(POOL);
  let [sum, squares] = [0, 0];
  for (let at = 0; at < POOL; at += 1) {
    let score = 0;
    items.forEach((item, place) => {
      const wanted = level + childScatter * (own[at] ?? 0) + ITEM_SCATTER * (item[at] ?? 0);
      const step = Math.min(STEPS - 1, Math.max(0, Math.round(wanted)));
      children[at] = (children[at] ?? 0) | (step << (BITS * place));
      score += step;
    });
    score *= 100 / ((STEPS - 1) * ITEMS);
    sum += score;
    squares += score * score;
  }
  const mean = sum / POOL;
  return { children, mean, scatter: Math.sqrt(squares / POOL - mean * mean) };
}

function makePools(): { readonly pools: readonly Pool[]; readonly scatter: number } {
  const chance = fastChance(227);
  const normals = () => Float64Array.from({ length: POOL }, () => chance.normal());
  const dice = { own: normals(), items: Array.from({ length: ITEMS }, normals) };
  const of = (scatter: number) => (level: number) => makePool(level, scatter, dice);
  // How much children differ, so that about the usual level their scores scatter as they should.
  let [low, high] = [0.2, 4];
  for (let halving = 0; halving < 14; halving += 1) {
    const middle = (low + high) / 2;
    const usual = levelOf(of(middle), USUAL);
    if (of(middle)(usual).scatter > SCATTER) high = middle;
    else low = middle;
  }
  const levels = Array.from({ length: Math.round((HIGHEST - LOWEST) / DISTANCE) }, (_, at) => LOWEST + at * DISTANCE);
  return { pools: levels.map(of(low)), scatter: of(low)(levelOf(of(low), USUAL)).scatter };
}

function levelOf(poolAt: (level: number) => Pool, mean: number): number {
  let [low, high] = [0, 5];
  for (let halving = 0; halving < 12; halving += 1) {
    const middle = (low + high) / 2;
    if (poolAt(middle).mean > mean) high = middle;
    else low = middle;
  }
  return low;
}

const { pools, scatter } = makePools();
export const SCATTER_MADE = scatter;

const stepOf = (packed: number, item: number): number => (packed >> (BITS * item)) & 7;

/** Exact counts of an index: of each item by step, and the children's own scores in ten ranges. */
export interface Drawn {
  readonly steps: readonly Int32Array[];
  readonly ranges: Int32Array;
}

const RANGES = 10;
const rangeOf = Uint8Array.from({ length: 1 << (BITS * ITEMS) }, (_, packed) => {
  const sum = Array.from({ length: ITEMS }, (__, item) => stepOf(packed, item)).reduce((one, other) => one + other, 0);
  return Math.min(RANGES - 1, Math.floor((100 * sum) / ((STEPS - 1) * ITEMS) / RANGES));
});

/** `count` children of whom the score is `level` on average. */
export function drawChildren(count: number, level: number, chance: FastChance): Drawn {
  const above = Math.max(
    1,
    pools.findIndex(({ mean }) => mean >= level),
  );
  const [under, over] = [pools[above - 1], pools[above]];
  if (!under || !over) throw new RangeError(`No child has a level of ${level}.`);
  const share = Math.min(1, Math.max(0, (level - under.mean) / (over.mean - under.mean)));
  const steps = Array.from({ length: ITEMS }, () => new Int32Array(STEPS));
  const ranges = new Int32Array(RANGES);
  for (let at = 0; at < count; at += 1) {
    const { children } = chance.share() < share ? over : under;
    const packed = children[chance.below(POOL)] ?? 0;
    for (let item = 0; item < ITEMS; item += 1) {
      const row = steps[item] as Int32Array;
      const step = stepOf(packed, item);
      row[step] = (row[step] ?? 0) + 1;
    }
    const range = rangeOf[packed] ?? 0;
    ranges[range] = (ranges[range] ?? 0) + 1;
  }
  return { steps, ranges };
}
