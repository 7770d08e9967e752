/** A form over the whole municipality: what each institution's figures stand beside, and how children's scores scatter. */
import type { FormName } from "#surveys/paper/form";
import type { ScoringKey } from "#surveys/paper/scoring-key";
import type { FormResult } from "#surveys/results/form-result";
import { formResult, tablesOf } from "#surveys/results/form-result";
import { USUAL_VARIANCE, scoreVariances } from "#surveys/results/score-variances";
import type { UnitTable } from "#surveys/results/table";
import type { Index } from "#surveys/scoring/indices";
import type { Release, Told } from "./contract";

export interface RoundInput extends Told {
  readonly tables: readonly UnitTable[];
  readonly scoringKey: (form: FormName) => ScoringKey;
  /** Of an institution, newest first: releases of the same survey that were published before. */
  readonly earlier: ReadonlyMap<string, readonly Release[]>;
}

/** Beside fewer than so many institutions' forms a mark of the municipality would say hardly more than one's own figure. */
const LEAST_BESIDE = 3;

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);

/** A form over the whole municipality: what an institution's figures stand beside. */
export interface Whole {
  readonly result: FormResult;
  /** Enough institutions have it for the whole to be more than one of them. */
  readonly isOfSeveral: boolean;
  /** Of single children's scores by index, in points squared. */
  readonly variance: (index: Index) => number;
}

export function wholeOf({ tables, scoringKey, groups }: RoundInput, form: FormName): Whole | undefined {
  const units = tables.filter((table) => table.form === form);
  const all = tablesOf(units);
  if (!all) return undefined;
  const invited = sum(groups.filter(({ band }) => band === form).map(({ childCount }) => childCount));
  const key = scoringKey(form);
  const variances = scoreVariances(key, units);
  return {
    result: formResult(key, all, invited),
    isOfSeveral: units.length >= LEAST_BESIDE,
    variance: (index) => variances.get(index) ?? USUAL_VARIANCE,
  };
}
