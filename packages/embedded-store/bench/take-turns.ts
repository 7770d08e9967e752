/** Sides that are compared take turns, so that what disturbs the machine disturbs all of them alike. */
import { quantile } from "./figure";

export interface Pace {
  readonly perSecond: number;
  readonly latenciesMs: readonly number[];
}

/** `count` calls of `one`, at most `connections` at a time. */
export async function pace(count: number, connections: number, one: () => Promise<unknown>): Promise<Pace> {
  const latenciesMs: number[] = [];
  let left = count;
  const connection = async () => {
    while (left-- > 0) {
      const startedAt = performance.now();
      await one();
      latenciesMs.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: connections }, connection));
  return { perSecond: count / ((performance.now() - startedAt) / 1000), latenciesMs };
}

/** One round more than asked for: the first only warms up. */
export async function takeTurns<Side extends string>(
  rounds: number,
  sides: Readonly<Record<Side, () => Pace | Promise<Pace>>>,
): Promise<Record<Side, Pace[]>> {
  const names = Object.keys(sides) as Side[];
  const paces = Object.fromEntries(names.map((name) => [name, [] as Pace[]])) as Record<Side, Pace[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const measured = await sides[name]();
      if (round > 0) paces[name].push(measured);
    }
  }
  return paces;
}

export const median = (values: readonly number[]): number => quantile([...values], 0.5);

export const medianRate = (paces: readonly Pace[]): number => median(paces.map(({ perSecond }) => perSecond));

export const medianLatency = (paces: readonly Pace[]): number =>
  median(paces.map(({ latenciesMs }) => median(latenciesMs)));

/** The median of what the rounds say one by one. */
export function medianRatio(these: readonly Pace[], those: readonly Pace[], of: (one: readonly Pace[]) => number) {
  return median(these.map((one, round) => of([one]) / of(those.slice(round, round + 1))));
}
