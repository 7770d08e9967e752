/** The fields of a person out of a posted form: several institutions come as several fields of one name. */
import type { ListedPerson, Role } from "#server/accounts/contract";
import { ROLES } from "#server/accounts/contract";

type Fields = readonly (readonly [name: string, value: string])[];

const LISTS = ["institutionIds", "areaIds", "groupIds"] as const;

export function personIn(fields: Fields) {
  const lists = LISTS.map((list) => [list, fields.flatMap(([name, value]) => (name === list ? [value] : []))] as const);
  return { ...Object.fromEntries(fields), ...Object.fromEntries(lists) };
}

/** What was typed, to be shown again. */
export function typedIn(fields: Fields): Partial<ListedPerson> {
  const {
    displayName = "",
    email = "",
    role,
    institutionIds = [],
    areaIds = [],
  } = personIn(fields) as Partial<
    Record<"displayName" | "email" | "role", string> & Record<"institutionIds" | "areaIds", string[]>
  >;
  const known: Role | undefined = ROLES.find((one) => one === role);
  return { displayName, email, institutionIds, areaIds, ...(known && { role: known }) };
}
