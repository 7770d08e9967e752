/** Who may do what: nothing without a row, nothing beyond a row's reach, and leaders see no more than analysts. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Actor, Role } from "../../../../server/accounts/contract";
import { NOBODY, ROLES } from "../../../../server/accounts/contract";
import { may, mayIn, permissions, scopeOf } from "../../../../server/permissions/contract";
import type { Permission } from "../../../../server/permissions/contract";
import { writePermissionsPage } from "../../../../server/permissions/permissions-page";
import { access } from "../../../../app/access";

const names = Object.keys(permissions) as Permission[];
const actorOf = (role: Role): Actor => ({
  kind: "user",
  id: role,
  name: role,
  displayName: role,
  role,
  institutionIds: ["own"],
});

it.each(names)("%s reaches as far as its row says, and nobody has it who has no account", (name) => {
  expect([may(NOBODY, name), scopeOf(NOBODY, name)]).toEqual([false, []]);
  for (const role of ROLES) {
    const reach = permissions[name][role];
    const actor = actorOf(role);
    const isEverywhere = reach === "municipality";
    const isOfInstitutions = reach === "institution" || reach === "area";
    expect([role, may(actor, name)]).toEqual([role, reach !== undefined]);
    expect([role, mayIn(actor, name, "own")]).toEqual([role, isEverywhere || isOfInstitutions]);
    expect([role, mayIn(actor, name, "other")]).toEqual([role, isEverywhere]);
  }
});

it("lets no leader see what an analyst may not", () => {
  const seeing = names.filter((name) => /\.(read|list|export)$/.test(name));
  expect(seeing.length).toBeGreaterThan(3);
  for (const name of seeing)
    if (permissions[name].leader) expect([name, permissions[name].analyst]).toEqual([name, "municipality"]);
});

it("stands in docs/permissions.md as it is (npm run docs:write)", () => {
  expect(readFileSync("docs/permissions.md", "utf8")).toBe(writePermissionsPage(access));
});
