/** Three editors beside the small municipality's people: Karen and Otto from outside, and Rita, who works at Egeskolen. */
import type { Application } from "../../server/services";
import { PASSWORD } from "./small-municipality";

const NAMES = ["karen", "otto", "rita"] as const;
export type Editors = Readonly<Record<(typeof NAMES)[number], string>>;

/** Resolves with their ids. */
export async function settleEditors({ services, stores }: Application): Promise<Editors> {
  for (const name of NAMES)
    await services.accounts.addUser({
      name,
      displayName: name[0]?.toUpperCase() + name.slice(1),
      role: "editor",
      institutionIds: name === "rita" ? ["eg"] : [],
      password: PASSWORD,
    });
  const found = await stores.accounts.listPeopleNamed(NAMES);
  return Object.fromEntries(found.map(({ name, id }) => [name, id])) as unknown as Editors;
}
