/** One measured figure, one JSON line. */
export interface Figure {
  readonly suite: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is held against, such as "<= 200"; absent for references and ratios. */
  readonly bar?: string;
  readonly holds: boolean;
}

const round = (value: number) => Math.round(value * 100) / 100;

export function figure(
  suite: string,
  name: string,
  value: number,
  unit: string,
  bar?: { readonly atMost?: number; readonly atLeast?: number },
): Figure {
  const holds = value <= (bar?.atMost ?? Infinity) && value >= (bar?.atLeast ?? -Infinity);
  const text = bar && (bar.atMost !== undefined ? `<= ${bar.atMost}` : `>= ${bar.atLeast}`);
  return { suite, name, value: round(value), unit, ...(text ? { bar: text } : {}), holds };
}

/** The value below which `share` of the list lies; the list is sorted in place. */
export function quantile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}
