/** Decides once, and keeps, which answers of a round are counted together. */
import type { Group, Institution } from "../organisation/contract";
import type { ResponseStore } from "../responses/store";
import type { Round } from "../rounds/contract";
import type { HeardGroup, SealingUnit } from "./contract";
import { planUnits } from "./rules";
import type { TableStore } from "./store";

export interface PlanDeps {
  readonly store: Pick<ResponseStore, "countByGroup">;
  readonly tables: Pick<TableStore, "listPlans" | "savePlan">;
  readonly listGroups: (ids: readonly string[]) => Promise<readonly Group[]>;
  readonly listInstitutions: (ids: readonly string[]) => Promise<readonly Institution[]>;
}

const covers = ({ institutions, form }: SealingUnit, heard: HeardGroup): boolean =>
  form === heard.form && institutions.includes(heard.institution);

/**
 * Every answer that is there belongs to one unit: to the first that was planned for its form, whatever has come since. Keys
 * are withdrawn by now, so that no answer comes while it is planned; another who plans at the same time may be first.
 */
export async function planned({ tables, store, ...deps }: PlanDeps, round: Round): Promise<readonly SealingUnit[]> {
  const counted = await store.countByGroup(round.id);
  for (;;) {
    const plans = await tables.listPlans(round.id);
    const heard = counted.filter((row) => !plans.flat().some((unit) => covers(unit, row)));
    if (heard.length === 0) return plans.flat();
    const groups = await deps.listGroups([...new Set([...round.groupIds, ...heard.map(({ group }) => group)])]);
    const institutions = await deps.listInstitutions([...new Set(heard.map(({ institution }) => institution))]);
    await tables.savePlan(round.id, plans.length, planUnits({ round, groups, institutions, heard }));
  }
}
