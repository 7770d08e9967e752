/**
 * A round's tables outside the house, and back in it. Where the secrets are lost nobody can know whether a round was sealed
 * before; a file of its tables knows, and takes the place of what was kept. Its steps can each be repeated:
 *
 * 1. every table is kept beside the rounds' secrets, where it holds as if it had been drawn here. Until the last of them
 *    the round stays in doubt, and nothing seals it;
 * 2. the plan that the tables tell is kept as the round's first: from then on sealing goes on, finds a table under each id,
 *    and deletes the answers of those units uncounted.
 */
import type { FormName } from "#surveys/paper/form";
import type { ScoringKey } from "#surveys/paper/scoring-key";
import type { UnitTable } from "#surveys/results/table";
import type { Actor } from "../accounts/contract";
import type { Permission } from "../permissions/contract";
import { may } from "../permissions/contract";
import { hashJson } from "../lib/canonical-json";
import { problems } from "../lib/problem";
import type { Institution } from "../organisation/contract";
import type { ResponseStore } from "../responses/store";
import type { Round } from "../rounds/contract";
import type { Sealing } from "../sealing/service";
import type { TableStore } from "../sealing/store";
import type { Imported, TablesFile, VerifiedTables } from "./contract";
import { misfitOf, readTablesFile, tablesFileOf, unitsOf, verifyTables } from "./rules";

export interface TablesService {
  /**
   * A sealed round's tables, to be kept outside. Administrators only (`round.notFound` for others). Throws
   * `round.wrongState`, and `tables.differ` when they are no longer those that were kept.
   */
  getFile(actor: Actor, roundId: string): Promise<ReturnType<typeof tablesFileOf>>;
  /**
   * Takes a file's tables for a closed round whose secrets are lost: sealing goes on with them. Administrators only. Throws
   * `tables.unreadable`, `tables.damaged`, `round.notFound`, `round.wrongState`, `round.notInDoubt`, `tables.unfit` (also
   * when it is not of the round `expected`), and `tables.differ` when others are here already.
   */
  importFile(actor: Actor, text: string, expected?: string): Promise<Imported>;
  /**
   * Holds a sealed round's tables (those that tell of one institution, if one is named) against the kept ones.
   * Administrators only. Throws `round.wrongState`.
   */
  verify(actor: Actor, roundId: string, institutionId?: string): Promise<VerifiedTables>;
}

export interface TablesDeps {
  readonly tables: Pick<TableStore, "keep" | "listKept" | "listPlans" | "listStored" | "savePlan">;
  readonly sealing: Pick<Sealing, "isInDoubt">;
  readonly findRound: (id: string) => Promise<Round | null>;
  readonly store: Pick<ResponseStore, "countByGroup">;
  readonly listInstitutions: (ids: readonly string[]) => Promise<readonly Institution[]>;
  readonly hasForm: (round: Round, group: { readonly band: FormName }) => boolean;
  readonly scoringKey: (round: Round, form: FormName) => ScoringKey;
  readonly languages: (round: Round, form: FormName) => readonly string[];
}

async function load(
  { findRound }: TablesDeps,
  id: string,
  { actor, permission }: { actor: Actor; permission: Permission },
) {
  const round = may(actor, permission) ? await findRound(id) : null;
  if (!round) throw problems.round.notFound();
  return round;
}

function refuseMisfit(deps: TablesDeps, round: Round, file: TablesFile): void {
  const misfit = misfitOf(file, round, {
    hasForm: (band) => deps.hasForm(round, { band }),
    scoringKey: (form) => deps.scoringKey(round, form),
    languages: (form) => deps.languages(round, form),
  });
  if (misfit) throw problems.tables.unfit(misfit);
}

/** Rounds of two municipalities may have the same name and survey: taken for ours, the answers here would be counted anew. */
async function refuseStrangers({ listInstitutions }: TablesDeps, { units }: TablesFile): Promise<void> {
  const ids = [...new Set(units.flatMap(({ table }) => Object.keys(table.heard)))];
  const known = new Set((await listInstitutions(ids)).map(({ id }) => id));
  const stranger = ids.find((id) => !known.has(id));
  if (stranger !== undefined) throw problems.tables.unfit(`There is no institution ${stranger} here.`);
}

/** What an import that was cut short has kept already is the same; anything else was drawn, or imported, before. */
async function refuseOthers({ tables }: TablesDeps, round: Round, { units }: TablesFile): Promise<void> {
  const wanted = new Map(units.map(({ id, table }) => [id, hashJson(table)]));
  const there = [...(await tables.listKept(round.id)), ...(await tables.listStored(round.id))];
  const other = there.find(([id, table]) => wanted.get(id) !== hashJson(table));
  if (other) throw problems.tables.differ(`First at ${other[0]}.`);
}

/** The last write is the plan: before it nothing has changed for sealing, after it everything is there. */
async function keep({ tables }: TablesDeps, round: Round, file: TablesFile): Promise<void> {
  for (const { id, table } of file.units) {
    const holds = await tables.keep(id, table);
    if (hashJson(holds) !== hashJson(table)) throw problems.tables.differ(`First at ${id}.`);
  }
  const plan = unitsOf(file);
  await tables.savePlan(round.id, 0, plan);
  const held = (await tables.listPlans(round.id)).map(hashJson);
  // Somebody sealed it on the word that nothing was read, at this very moment.
  if (!held.includes(hashJson(plan))) throw problems.round.notInDoubt();
}

async function besideOf({ store }: TablesDeps, round: Round, { units }: TablesFile): Promise<Imported["beside"]> {
  const covered = new Set(units.flatMap(({ table }) => Object.keys(table.heard).map((id) => `${id} ${table.form}`)));
  const beside = new Map(
    (await store.countByGroup(round.id)).map(({ institution, form }) => [
      `${institution} ${form}`,
      { institution, form },
    ]),
  );
  return [...beside].filter(([name]) => !covered.has(name)).map(([, one]) => one);
}

export function createTablesService(deps: TablesDeps): TablesService {
  const { tables } = deps;

  async function loadSealed(actor: Actor, id: string): Promise<Round> {
    const round = await load(deps, id, { actor, permission: "release.verify" });
    if (round.state !== "sealed") throw problems.round.wrongState();
    return round;
  }

  return {
    async getFile(actor, roundId) {
      const round = await loadSealed(actor, roundId);
      const stored = await tables.listStored(round.id);
      const verified = verifyTables(await tables.listKept(round.id), stored);
      const wrong = verified.tables.find(({ verdict }) => verdict !== "same");
      if (wrong) throw problems.tables.differ(`First at ${wrong.id}.`);
      return tablesFileOf(round, stored);
    },
    async importFile(actor, text, expected) {
      const file = readTablesFile(text);
      const round = await load(deps, expected ?? file.round, { actor, permission: "release.import" });
      if (round.state === "draft" || round.state === "open") throw problems.round.wrongState();
      if (round.state === "sealed" || !(await deps.sealing.isInDoubt(round))) throw problems.round.notInDoubt();
      refuseMisfit(deps, round, file);
      await refuseStrangers(deps, file);
      await refuseOthers(deps, round, file);
      await keep(deps, round, file);
      return { round: round.id, tables: file.units.length, beside: await besideOf(deps, round, file) };
    },
    async verify(actor, roundId, institutionId) {
      const round = await loadSealed(actor, roundId);
      const tells = ([, { heard }]: [string, UnitTable]) =>
        institutionId === undefined || Object.hasOwn(heard, institutionId);
      const [kept, stored] = [await tables.listKept(round.id), await tables.listStored(round.id)];
      return verifyTables(new Map([...kept].filter(tells)), new Map([...stored].filter(tells)));
    },
  };
}
