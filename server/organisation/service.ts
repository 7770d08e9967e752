import type { Actor } from "../accounts/contract";
import type { Institution, Municipality } from "./contract";

export interface OrganisationService {
  getMunicipality(): Promise<Municipality>;
  /** The institutions in the actor's scope, alphabetically: a leader's own, all for an administrator. */
  listInstitutions(actor: Actor): Promise<readonly Institution[]>;
  /** Throws `institution.notFound`, also for one outside the actor's scope. */
  getInstitution(actor: Actor, id: string): Promise<Institution>;
}
