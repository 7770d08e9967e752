/** What forms of the organisation post, and what to say of it where it cannot be kept. */
import { data } from "@remix-run/node";
import type { OrganisationFault, Typed, Unsaved } from "~/components/organisation/organisation-view";
import { ORGANISATION_FAULTS } from "~/components/organisation/organisation-view";
import { asProblem } from "~/http/guard.server";

export function typedIn(fields: readonly (readonly [string, string])[]): Typed {
  return {
    fields: Object.fromEntries(fields.filter(([name]) => name !== "kinds")),
    kinds: fields.filter(([name]) => name === "kinds").map(([, value]) => value),
  };
}

export const givenIn = ({ fields, kinds }: Typed) => ({ ...fields, kinds });

/** The field that its shape refuses. */
export function faultIn(issues: readonly { readonly path: readonly PropertyKey[] }[]): OrganisationFault {
  const names = issues.map(({ path }) => path[0]);
  return ORGANISATION_FAULTS.find((fault) => names.includes(fault)) ?? "unfit";
}

const CODES: Readonly<Record<string, OrganisationFault>> = {
  "institution.changed": "changed",
  "group.changed": "changed",
  "organisation.changed": "changed",
  "organisation.lost": "changed",
  "institution.codeTaken": "codeTaken",
  "institution.closed": "closed",
  "organisation.busy": "busy",
  "organisation.isTaken": "taken",
  "organisation.early": "early",
};

/** A fault that a form can say; anything else is thrown on. */
export function faultOf(error: unknown): OrganisationFault {
  const { code, message } = asProblem(error);
  const known = CODES[code];
  if (known) return known;
  if (code !== "organisation.unfit") throw error;
  return ORGANISATION_FAULTS.find((fault) => message.endsWith(` ${fault}`)) ?? "unfit";
}

const CONFLICTS: readonly OrganisationFault[] = ["changed", "codeTaken", "closed", "busy"];

export const unsaved = (answer: Unsaved) => data(answer, { status: CONFLICTS.includes(answer.fault) ? 409 : 422 });
