/** What the forms of the organisation post. Apart from the contract, so that no page carries zod. */
import { z } from "zod";
import { FORM_NAMES } from "#surveys/paper/form";
import { CONTROLLERS, IMPORT_COLUMNS, INSTITUTION_KINDS, MOST } from "./contract";

/** One line: what a spreadsheet or a form made of several is one. */
const line = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(most));
const named = line(MOST.name).pipe(z.string().min(1));

/** An empty field is none. */
const optional = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((given) => (typeof given === "string" && given.trim() === "" ? undefined : given), shape.optional());

const digits = (count: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s/g, ""))
    .pipe(z.string().regex(new RegExp(`^\\d{${count}}$`)));

/** Made with the form: the same one twice is one. */
const newId = z.string().regex(/^[0-9a-f]{32}$/);
const version = z.coerce.number().int().min(1);
const ticked = z.preprocess((given) => given === "yes", z.boolean());

const institutionFields = z.object({
  name: named,
  kinds: z.array(z.enum(INSTITUTION_KINDS)).min(1),
  areaId: z.string().min(1).max(64),
  number: optional(digits(6)),
  pNumber: optional(digits(10)),
  ownCode: optional(line(MOST.code)),
  controller: optional(z.enum(CONTROLLERS)),
  controllerName: optional(line(MOST.controllerName)),
});
export type InstitutionFields = z.infer<typeof institutionFields>;

const groupFields = z.object({
  name: named,
  band: z.enum(FORM_NAMES),
  childCount: z.coerce.number().int().min(1).max(MOST.children),
  isSpecialClass: ticked,
  isLeaving: ticked,
});
export type GroupFields = z.infer<typeof groupFields>;

export const newAreaForm = z.object({ id: newId, name: named });
export const newInstitutionForm = institutionFields.extend({ id: newId });
export const changedInstitutionForm = institutionFields.extend({ version });
export const newGroupForm = groupFields.extend({ id: newId });
export const changedGroupForm = groupFields.extend({ group: z.string().min(1).max(64), version });
export const closeGroupForm = z.object({ group: z.string().min(1).max(64), version });
export const closeForm = z.object({ version, sure: z.literal("yes") });
export const mergeForm = closeForm.extend({ into: z.string().min(1).max(64) });

export type NewArea = z.infer<typeof newAreaForm>;
export type NewInstitution = z.infer<typeof newInstitutionForm>;
export type ChangedInstitution = z.infer<typeof changedInstitutionForm>;
export type NewGroup = z.infer<typeof newGroupForm>;
export type ChangedGroup = z.infer<typeof changedGroupForm>;
export type CloseGroup = z.infer<typeof closeGroupForm>;
export type Close = z.infer<typeof closeForm>;
export type Merge = z.infer<typeof mergeForm>;

/** Far above the largest municipality: 50,000 rows of children are counted before they come here. */
const MOST_PARTS = 100;
const MOST_ROWS = 5000;
const MOST_CELL = 400;

const importRow = z.strictObject({
  row: z.number().int().min(1).max(2_000_000),
  cells: z.partialRecord(z.enum(IMPORT_COLUMNS), z.string().max(MOST_CELL)),
});

/** The steps of an import, one after the other; each can be repeated. */
export const importStep = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("begin"), id: newId }),
  z.strictObject({
    do: z.literal("part"),
    id: newId,
    number: z
      .number()
      .int()
      .min(0)
      .max(MOST_PARTS - 1),
    rows: z.array(importRow).max(MOST_ROWS),
  }),
  z.strictObject({ do: z.literal("plan"), id: newId, parts: z.number().int().min(0).max(MOST_PARTS) }),
  z.strictObject({ do: z.literal("stage"), id: newId }),
  z.strictObject({ do: z.literal("switch"), id: newId }),
  z.strictObject({ do: z.literal("fold"), id: newId }),
  z.strictObject({ do: z.literal("leave"), id: newId }),
]);
export type ImportStep = z.infer<typeof importStep>;

export const schoolYearForm = z.object({
  year: z.coerce.number().int().min(2000).max(2200),
  do: z.enum(["begin", "skip"]),
  sure: z.literal("yes"),
});
export type SchoolYearDeed = z.infer<typeof schoolYearForm>;

export const nextGroups = z.array(
  z.object({
    id: z.string().min(1).max(64),
    version,
    name: named,
    band: z.enum(FORM_NAMES),
    ends: ticked,
  }),
);
export type NextGroups = z.infer<typeof nextGroups>;
