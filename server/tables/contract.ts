/**
 * A sealed round's tables as a file, to be kept outside: noisy whole numbers, as they are stored. It tells no more of any
 * answer than the tables do, whose odds docs/privacy.md gives.
 */
import { z } from "zod";
import { FORM_NAMES } from "#surveys/paper/form";
import type { FormName } from "#surveys/paper/form";
import { EPSILON_PERMILLE } from "#surveys/results/draw-table";
import { INDICES } from "#surveys/scoring/indices";

export const TABLES_FORMAT = "lyt-hoejt-tables";
/** A file of another is refused: what stands in it may mean something else. */
export const TABLES_FORMAT_VERSION = 1;

/** More than any count can be: children of a municipality, and noise. */
const MOST = 10_000_000;

const id = z.string().min(1).max(200);
const children = z.int().min(0).max(MOST);
const row = z.array(z.int().min(-MOST).max(MOST)).max(1000);
const counts = z.record(id, row);
const numbers = z.record(id, z.int().min(-MOST).max(MOST));

const leafTable = z.strictObject({
  groups: z.array(id).min(1),
  invited: children,
  participants: children.min(1),
  counts,
});

const unitTable = z.strictObject({
  round: id,
  place: z.strictObject({ kind: z.enum(["institution", "small-of-area"]), id }),
  form: z.enum(FORM_NAMES),
  heard: z.record(id, children),
  epsilonPermille: z.int().min(1).max(EPSILON_PERMILLE),
  leaves: z.array(leafTable),
  whole: z.strictObject({
    several: counts,
    spreads: z.partialRecord(z.enum(INDICES), row),
    hardship: row,
    ways: z.strictObject({ languages: numbers, modes: numbers, help: numbers }),
  }),
});

export const tablesFile = z.strictObject({
  format: z.literal(TABLES_FORMAT),
  formatVersion: z.literal(TABLES_FORMAT_VERSION),
  round: id,
  survey: id,
  surveyVersion: z.int().min(1),
  /** Under the ids that they are stored under, in their order. */
  units: z.array(z.strictObject({ id, table: unitTable })).max(100_000),
  /** SHA-256, in hexadecimal, of the canonical JSON of everything above. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

export type TablesFile = z.infer<typeof tablesFile>;

export interface Imported {
  readonly round: string;
  readonly tables: number;
  /** Of whom there are answers here, and nothing in the file: sealing counts them anew. */
  readonly beside: readonly { readonly institution: string; readonly form: FormName }[];
}

/** `missing`: kept, and not among the stored ones. `unkept`: stored, and not among those that are kept. */
type TableVerdict = "same" | "differs" | "missing" | "unkept";

export interface VerifiedTables {
  /** There are tables, and none is kept beside the rounds' secrets: these are another house's, or lost. */
  readonly isNoneKept: boolean;
  readonly tables: readonly { readonly id: string; readonly verdict: TableVerdict }[];
}
