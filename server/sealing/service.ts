/**
 * Sealing: answers become tables of noisy counts, and are gone. The steps, in this order, can each be repeated, so that a
 * crash anywhere is mended by running it again:
 *
 * 1. the round becomes `sealing`: intake answers 410;
 * 2. unclaimed keys are withdrawn, so that no new answer can begin; answers being stored at this moment are waited for,
 *    and what is slower loses its key and is told that it came too late;
 * 3. it is decided which answers are counted together (`planUnits`), by numbers of children alone, and kept;
 * 4. one unit after the other: its answers are counted and noise is drawn, the table is kept where no restore touches it,
 *    then stored, and then its answers are deleted. Where a table is kept already, it holds;
 * 5. keys, claims and the round's secret are shredded, and what the database keeps of deleted things;
 * 6. a release per institution is computed from the tables and published; the round becomes `sealed`.
 *
 * Two processes may seal at once: both may count, the table that is kept first holds, and no answer of a unit is deleted
 * before that.
 */
import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { FormName } from "#surveys/paper/form";
import type { ScoringKey } from "#surveys/paper/scoring-key";
import { countAnswers } from "#surveys/results/count-answers";
import { drawTable } from "#surveys/results/draw-table";
import type { UnitTable, Way } from "#surveys/results/table";
import type { Clock } from "../lib/clock";
import { problems } from "../lib/problem";
import type { KeyService } from "../keys/service";
import type { Group, Institution } from "../organisation/contract";
import type { ReleaseService } from "../releases/service";
import { HELPER_DEEDS, MODES } from "../responses/contract";
import type { ResponseService } from "../responses/service";
import type { ResponseStore } from "../responses/store";
import type { Round } from "../rounds/contract";
import type { HeardGroup, SealingUnit } from "./contract";
import { planUnits } from "./rules";
import type { TableStore } from "./store";

export interface Sealing {
  begin(round: Round): Promise<void>;
  /** Goes on from wherever a crash left a round that is `sealing`. */
  finish(round: Round): Promise<void>;
  /** The round's secrets are lost, so that it cannot be known whether it was sealed before. */
  isInDoubt(round: Round): Promise<boolean>;
  /** Removes once more what must not outlive a sealed round, in case an answer came while it was sealed. */
  shred(roundId: string): Promise<void>;
}

export interface SealingDeps {
  readonly keys: KeyService;
  readonly responses: Pick<ResponseService, "sweep">;
  readonly releases: Pick<ReleaseService, "publish">;
  readonly clock: Clock;
  readonly moveRound: (
    id: string,
    from: Round["state"],
    to: Round["state"],
    dates?: { sealedAt: Date },
  ) => Promise<boolean>;
  readonly store: Pick<
    ResponseStore,
    "countByGroup" | "eachOpen" | "deleteOpen" | "deleteOfForm" | "findTally" | "deleteTallies"
  >;
  readonly tables: TableStore;
  readonly listGroups: (ids: readonly string[]) => Promise<readonly Group[]>;
  readonly listInstitutions: (ids: readonly string[]) => Promise<readonly Institution[]>;
  readonly languages: (round: Round, form: FormName) => readonly string[];
  readonly scoringKey: (round: Round, form: FormName) => ScoringKey;
  /** Of the municipality's questions, in thousandths. */
  readonly epsilonPermille: () => Promise<number>;
  readonly forgetDeleted: () => Promise<unknown>;
}

/** An answer on its way at the moment of sealing is stored within this time or was cut off by a crash. */
const DRAIN_MS = 5000;

type Ways = Record<Way, Record<string, number>>;

/** The counts are fixed before the first answer: a language in which nobody answered gets noise like any other. */
function noWays(languages: readonly string[]): Ways {
  const zeros = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]));
  return { languages: zeros(languages), modes: zeros(MODES), help: zeros(HELPER_DEEDS) };
}

function add(counts: Record<string, number>, name: string, times: number): void {
  if (Object.hasOwn(counts, name)) counts[name] = (counts[name] ?? 0) + times;
}

const covers = ({ institutions, form }: SealingUnit, heard: HeardGroup): boolean =>
  form === heard.form && institutions.includes(heard.institution);

export function createSealing(deps: SealingDeps): Sealing {
  const { keys, store, tables } = deps;

  async function drain(roundId: string): Promise<void> {
    await keys.withdrawUnclaimed(roundId);
    const end = performance.now() + DRAIN_MS;
    for (;;) {
      await deps.responses.sweep(roundId);
      if ((await keys.listClaimed(roundId)).length === 0 || performance.now() >= end) break;
      await wait(100);
    }
    await keys.withdrawClaimed(roundId);
  }

  /** Every answer that is there belongs to one unit: to the first that was planned for its form, whatever has come since. */
  async function planned(round: Round): Promise<readonly SealingUnit[]> {
    for (;;) {
      const plans = await tables.listPlans(round.id);
      const heard = (await store.countByGroup(round.id)).filter(
        (row) => !plans.flat().some((unit) => covers(unit, row)),
      );
      if (heard.length === 0) return plans.flat();
      const groups = await deps.listGroups([...new Set([...round.groupIds, ...heard.map(({ group }) => group)])]);
      const institutions = await deps.listInstitutions([...new Set(heard.map(({ institution }) => institution))]);
      await tables.savePlan(round.id, plans.length, planUnits({ round, groups, institutions, heard }));
    }
  }

  async function count(round: Round, unit: SealingUnit): Promise<UnitTable> {
    const { place, form, leaves, institutions } = unit;
    const key = deps.scoringKey(round, form);
    const exact = countAnswers(key, leaves);
    const ways = noWays(deps.languages(round, form));
    for (const institution of institutions) {
      const scope = { round: round.id, institution, band: form };
      await store.eachOpen(scope, (response) => {
        if (exact.add(response)) add(ways.help, response.helper, 1);
      });
      const tally = await store.findTally(scope);
      for (const [language, times] of Object.entries(tally?.locales ?? {})) add(ways.languages, language, times);
      for (const [mode, times] of Object.entries(tally?.modes ?? {})) add(ways.modes, mode, times);
    }
    const epsilonPermille = await deps.epsilonPermille();
    const drawn = drawTable(exact, ways, { key, epsilonPermille, draw: randomInt });
    return { round: round.id, place, form, epsilonPermille, ...drawn };
  }

  async function sealUnit(round: Round, unit: SealingUnit): Promise<void> {
    const table = (await tables.findKept(unit.id)) ?? (await tables.keep(unit.id, await count(round, unit)));
    await tables.insert(unit.id, table);
    for (const institution of unit.institutions)
      await store.deleteOfForm({ round: round.id, institution, band: unit.form });
  }

  /** Keys, claims and the secret, and answers that came too late to be counted. */
  async function shred(roundId: string): Promise<void> {
    await keys.shred(roundId);
    await store.deleteOpen(roundId);
    await store.deleteTallies(roundId);
  }

  /**
   * Tables drawn twice of the same answers would tell more than one of them. What was drawn before lies beside the rounds'
   * secrets; where those are lost, nobody but an operator can know.
   */
  async function isInDoubt({ id }: Round): Promise<boolean> {
    return (await tables.listPlans(id)).length === 0 && (await keys.hasLostSecret(id));
  }

  async function refuseInDoubt(round: Round): Promise<void> {
    if (await isInDoubt(round)) throw problems.round.inDoubt();
  }

  async function finish(round: Round): Promise<void> {
    await refuseInDoubt(round);
    await drain(round.id);
    for (const unit of await planned(round)) await sealUnit(round, unit);
    await shred(round.id);
    await deps.forgetDeleted();
    const sealedAt = deps.clock.now();
    await deps.releases.publish({ ...round, sealedAt }, await tables.listTables(round.id));
    await deps.moveRound(round.id, "sealing", "sealed", { sealedAt });
  }

  return {
    async begin(round) {
      await refuseInDoubt(round);
      await deps.moveRound(round.id, "closed", "sealing");
      await finish(round);
    },
    finish,
    isInDoubt,
    shred,
  };
}
