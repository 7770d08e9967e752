/** What the forms of the organisation post. Apart from the contract, so that no page carries zod. */
import { z } from "zod";
import { FORM_NAMES } from "#surveys/paper/form";
import { CONTROLLERS, INSTITUTION_KINDS, MOST } from "./contract";

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
