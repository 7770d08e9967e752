/** Whether a file is one of tables, undamaged, and of this round: read strictly, because what it holds is never counted again. */
import type { FormName } from "#surveys/paper/form";
import type { ScoringKey } from "#surveys/paper/scoring-key";
import { countAnswers } from "#surveys/results/count-answers";
import type { UnitTable } from "#surveys/results/table";
import { hashJson } from "../lib/canonical-json";
import { problems } from "../lib/problem";
import { firstDifference } from "../releases/first-difference";
import { HELPER_DEEDS, MODES } from "../responses/contract";
import type { Round } from "../rounds/contract";
import type { SealingUnit } from "../sealing/contract";
import { unitId } from "../sealing/rules";
import type { TablesFile, VerifiedTables } from "./contract";
import { TABLES_FORMAT, TABLES_FORMAT_VERSION, tablesFile } from "./contract";

type Stored = ReadonlyMap<string, UnitTable>;
type AskedOf = Pick<Round, "id" | "survey" | "surveyVersion">;

/** As an object for `hashJson` and the disk: the tables are taken as they are. */
export function tablesFileOf({ id: round, survey, surveyVersion }: AskedOf, stored: Stored) {
  const units = [...stored].map(([id, table]) => ({ id, table }));
  const content = { format: TABLES_FORMAT, formatVersion: TABLES_FORMAT_VERSION, round, survey, surveyVersion, units };
  return { ...content, hash: hashJson(content) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problems.tables.unreadable("It is no JSON.");
  }
}

/** Throws `tables.unreadable` with where, and `tables.damaged`. */
export function readTablesFile(text: string): TablesFile {
  const value = parse(text);
  const { success, data, error } = tablesFile.safeParse(value);
  if (!success) {
    const [issue] = error.issues;
    throw problems.tables.unreadable(`${issue?.path.join(".") || "It"}: ${issue?.message ?? "is not right"}.`);
  }
  const { hash, ...content } = value as TablesFile;
  if (hashJson(content) !== hash) throw problems.tables.damaged();
  return data;
}

/** What a survey fixes of the tables of each form. */
export interface FormFacts {
  readonly hasForm: (form: FormName) => boolean;
  readonly scoringKey: (form: FormName) => ScoringKey;
  readonly languages: (form: FormName) => readonly string[];
}

const widths = (counts: Readonly<Record<string, readonly number[]>>) =>
  Object.fromEntries(Object.entries(counts).map(([name, row]) => [name, row.length]));
const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, true]));
const ways = (languages: readonly string[], modes: readonly string[], help: readonly string[]) => ({
  languages: named(languages),
  modes: named(modes),
  help: named(help),
});

type Counted = Pick<UnitTable["whole"], "several" | "spreads" | "hardship"> & {
  readonly leaves: readonly Pick<UnitTable["leaves"][number], "counts">[];
};

/** The names of all counts and how many there are of each. */
const shapeOf = ({ leaves, several, spreads, hardship }: Counted) => ({
  leaves: leaves.map(({ counts }) => widths(counts)),
  several: widths(several),
  spreads: widths(spreads),
  hardship: hardship.length,
});

function misshapen({ leaves, whole, form }: UnitTable, facts: FormFacts): string | undefined {
  const { languages, modes, help } = whole.ways;
  const found = {
    ...shapeOf({ leaves, ...whole }),
    ways: ways(Object.keys(languages), Object.keys(modes), Object.keys(help)),
  };
  const expected = {
    ...shapeOf(countAnswers(facts.scoringKey(form), leaves)),
    ways: ways(facts.languages(form), MODES, HELPER_DEEDS),
  };
  return firstDifference(found, expected);
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);

/** Whose answers are counted, and of which groups: each stands in one table, or it would be told twice. */
function told({ form, heard, leaves }: UnitTable): string[] {
  const places = Object.keys(heard).map((institution) => `${institution} ${form}`);
  return [...places, ...leaves.flatMap(({ groups }) => groups.map((group) => `group ${group} ${form}`))];
}

/** Beyond this the noise of a question's counts does not lead in the age of the world: e^-60 at the usual epsilon. */
const farthest = ({ epsilonPermille }: UnitTable): number => Math.ceil(60_000 / epsilonPermille);

/** Everybody who took part stands in one count of each question, the noise aside. */
function overcounted(table: UnitTable): string | undefined {
  for (const { counts, participants } of table.leaves) {
    const found = Object.entries(counts).find(([, row]) => Math.abs(sum(row) - participants) > farthest(table));
    if (found) return found[0];
  }
  return undefined;
}

function misfitOfUnit({ id, table }: TablesFile["units"][number], round: string, facts: FormFacts): string | undefined {
  const { place, form, heard, leaves } = table;
  if (table.round !== round) return `it is of the round ${table.round}`;
  if (id !== unitId(round, place, form)) return "it does not stand under its own id";
  if (!facts.hasForm(form)) return "the survey has no such form";
  if (place.kind === "institution" && Object.keys(heard).join() !== place.id) return "it is of others than it says";
  if (sum(Object.values(heard)) !== sum(leaves.map(({ participants }) => participants)))
    return "its groups do not add up to its participants";
  const at = misshapen(table, facts);
  if (at !== undefined) return `its counts are not the survey's, first at ${at}`;
  const question = overcounted(table);
  return question && `its counts of ${question} are not of so many children`;
}

/** The first reason for which a file cannot be of this round; undefined when there is none. */
export function misfitOf(file: TablesFile, round: AskedOf, facts: FormFacts): string | undefined {
  const { survey, surveyVersion } = round;
  if (file.round !== round.id) return `The file is of the round ${file.round}.`;
  if (file.survey !== survey || file.surveyVersion !== surveyVersion)
    return `The file is of ${file.survey} ${file.surveyVersion}, the round of ${survey} ${surveyVersion}.`;
  const seen = new Set<string>();
  for (const unit of file.units) {
    const misfit = misfitOfUnit(unit, round.id, facts);
    if (misfit) return `${unit.id}: ${misfit}.`;
    for (const one of told(unit.table)) {
      if (seen.has(one)) return `${unit.id}: ${one} is told of twice.`;
      seen.add(one);
    }
  }
  return undefined;
}

/** The plan that was carried out when the tables were drawn, as far as they tell it: all that sealing goes by. */
export const unitsOf = (file: TablesFile): SealingUnit[] =>
  file.units.map(({ id, table: { place, form, heard, leaves } }) => ({
    id,
    place,
    form,
    institutions: Object.keys(heard),
    leaves: leaves.map(({ groups, invited }) => ({ groups, invited })),
  }));

/** Holds the tables that are read against those that were kept before them. */
export function verifyTables(kept: Stored, stored: Stored): VerifiedTables {
  if (kept.size === 0 && stored.size > 0) return { isNoneKept: true, tables: [] };
  const verdictOf = (id: string) => {
    const [first, now] = [kept.get(id), stored.get(id)];
    if (!first) return "unkept";
    if (!now) return "missing";
    return hashJson(first) === hashJson(now) ? "same" : "differs";
  };
  const ids = [...new Set([...kept.keys(), ...stored.keys()])].sort();
  return { isNoneKept: false, tables: ids.map((id) => ({ id, verdict: verdictOf(id) })) };
}
