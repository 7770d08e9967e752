/** The municipality and its institutions, within the reach of whoever asks. */
import type { VoiceOrder } from "#surveys/narration/voices";
import type { Actor } from "../accounts/contract";
import { may, mayIn, scopeOf } from "../permissions/contract";
import type { Clock } from "../lib/clock";
import { problems } from "../lib/problem";
import type { ChangeStore } from "./change-store";
import type { Institution, Municipality } from "./contract";
import { createChanges } from "./create-changes";
import type { OrganisationClosing } from "./create-closing";
import { createClosing } from "./create-closing";
import type { OrganisationEditing } from "./create-editing";
import type { OrganisationImporting } from "./create-importing";
import { createImporting } from "./create-importing";
import { createEditing } from "./create-editing";
import type { OrganisationPages } from "./find-pages";
import { createPages } from "./find-pages";
import type { SchoolYears } from "./find-school-year";
import { createSchoolYears } from "./find-school-year";
import { alphabetically } from "./rules";
import type { OrganisationStore } from "./store";

export interface OrganisationService
  extends OrganisationPages,
    OrganisationEditing,
    OrganisationClosing,
    OrganisationImporting,
    SchoolYears {
  getMunicipality(): Promise<Municipality>;
  /** Administrators only (`request.notFound` for others). */
  setVoiceOrder(actor: Actor, order: VoiceOrder): Promise<void>;
  /** The institutions that the actor may see, alphabetically. */
  listInstitutions(actor: Actor): Promise<readonly Institution[]>;
  /** Throws `institution.notFound`, also for one outside the actor's scope. */
  getInstitution(actor: Actor, id: string): Promise<Institution>;
  /** What is being made ready is thrown away; what counts already stays. */
  dropPreparing(actor: Actor, id: string): Promise<void>;
  /** What a process that ended left: what counts is folded, what was left long ago is swept. */
  tick(): Promise<void>;
}

const UNNAMED: Municipality = {
  name: "Lyt Højt",
  isInvented: false,
  backupRetentionDays: 30,
  voiceOrder: "device-first",
};

interface OrganisationDeps {
  readonly store: OrganisationStore;
  readonly changeStore: ChangeStore;
  readonly clock: Clock;
}

export function createOrganisationService({ store, changeStore, clock }: OrganisationDeps): OrganisationService {
  const getMunicipality = async () => (await store.findMunicipality()) ?? UNNAMED;
  const changes = createChanges({ store: changeStore, clock });
  const deps = { store, changes, clock };
  return {
    ...createPages(deps),
    ...createEditing(deps),
    ...createClosing(deps),
    ...createSchoolYears(deps),
    ...createImporting({ ...deps, changeStore }),
    async dropPreparing(actor, id) {
      if (!may(actor, "organisation.import")) throw problems.request.notFound();
      await changes.leave(id);
    },
    tick: changes.tick,
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
