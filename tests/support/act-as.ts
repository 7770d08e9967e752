/** One of the small municipality's people (Anne, Bo, Carla, Dan), signed in. */
import type { Actor } from "../../server/accounts/contract";
import type { Application } from "../../server/services";
import { PASSWORD } from "./small-municipality";

export async function actAs({ services }: Application, name: string): Promise<Actor> {
  return (await services.accounts.signIn({ name, password: PASSWORD, address: "test" })).actor;
}
