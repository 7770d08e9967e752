/** What pages of the organisation share: names of kinds, and what could not be saved, as it was typed. */
import type { InstitutionKind } from "#server/organisation/contract";
import { FORM_NAMES, audienceOf } from "#surveys/paper/form";
import type { FormName } from "#surveys/paper/form";

/** A dot would end the name of a word. */
export const kindWord = (kind: InstitutionKind) => (kind === "10.-klassecenter" ? "tenth" : kind);

/** Those of children, and of who writes down what is seen of the smallest; another that a group already has stays. */
export const formsFor = (own?: FormName): FormName[] =>
  FORM_NAMES.filter((form) => form === own || audienceOf(form) === "child" || audienceOf(form) === "observer");

export const INSTITUTION_DEEDS = ["change", "addGroup", "changeGroup", "closeGroup", "close", "merge"] as const;
export type InstitutionDeed = (typeof INSTITUTION_DEEDS)[number];

export const ORGANISATION_FAULTS = [
  "name",
  "kinds",
  "areaId",
  "number",
  "pNumber",
  "ownCode",
  "controller",
  "controllerName",
  "band",
  "childCount",
  "sure",
  "into",
  "changed",
  "codeTaken",
  "closed",
  "busy",
  "taken",
  "early",
  "unfit",
] as const;
export type OrganisationFault = (typeof ORGANISATION_FAULTS)[number];

export interface Typed {
  readonly fields: Readonly<Record<string, string>>;
  readonly kinds: readonly string[];
}

export interface Unsaved {
  readonly deed: InstitutionDeed | "create" | "area";
  /** Of the group that was typed. */
  readonly group?: string;
  readonly fault: OrganisationFault;
  readonly typed: Typed;
}
