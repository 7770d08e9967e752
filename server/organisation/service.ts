/** The municipality and its institutions, within the reach of whoever asks. */
import type { VoiceOrder } from "#surveys/narration/voices";
import type { Actor } from "../accounts/contract";
import { may, mayIn, scopeOf } from "../permissions/contract";
import { problems } from "../lib/problem";
import type { Institution, Municipality } from "./contract";
import { alphabetically } from "./rules";
import type { OrganisationStore } from "./store";

export interface OrganisationService {
  getMunicipality(): Promise<Municipality>;
  /** Administrators only (`request.notFound` for others). */
  setVoiceOrder(actor: Actor, order: VoiceOrder): Promise<void>;
  /** The institutions that the actor may see, alphabetically. */
  listInstitutions(actor: Actor): Promise<readonly Institution[]>;
  /** Throws `institution.notFound`, also for one outside the actor's scope. */
  getInstitution(actor: Actor, id: string): Promise<Institution>;
}

const UNNAMED: Municipality = {
  name: "Lyt Højt",
  isInvented: false,
  backupRetentionDays: 30,
  voiceOrder: "device-first",
};

export function createOrganisationService(store: OrganisationStore): OrganisationService {
  const getMunicipality = async () => (await store.findMunicipality()) ?? UNNAMED;
  return {
    getMunicipality,
    async setVoiceOrder(actor, order) {
      if (!may(actor, "municipality.change")) throw problems.request.notFound();
      await store.saveMunicipality({ ...(await getMunicipality()), voiceOrder: order });
    },
    async listInstitutions(actor) {
      const scope = scopeOf(actor, "institution.read");
      if (scope?.length === 0) return [];
      return alphabetically(await store.listInstitutions(scope));
    },
    async getInstitution(actor, id) {
      const [institution] = mayIn(actor, "institution.read", id) ? await store.listInstitutions([id]) : [];
      if (!institution) throw problems.institution.notFound();
      return institution;
    },
  };
}
