/** What administrators change by hand: areas, institutions and groups, one after the other, and told who was there first. */
import { dayAt } from "#surveys/paper/calendar";
import type { Actor } from "../accounts/contract";
import { may } from "../permissions/contract";
import type { Clock } from "../lib/clock";
import { newGroupCode } from "../lib/ids";
import { problems } from "../lib/problem";
import type { Group, Institution, InstitutionCode, Versioned } from "./contract";
import type { Changes } from "./create-changes";
import type {
  ChangedGroup,
  ChangedInstitution,
  CloseGroup,
  GroupFields,
  InstitutionFields,
  NewArea,
  NewGroup,
  NewInstitution,
} from "./forms";
import { inOrder, isOpen, plainName, takenCode } from "./rules";
import type { OrganisationStore } from "./store";

/**
 * Each is for administrators (`request.notFound` for others) and throws `institution.notFound`, `group.notFound`,
 * `institution.changed` or `group.changed` where somebody else was first, `institution.closed`, and
 * `institution.codeTaken` with the code's name.
 */
export interface OrganisationEditing {
  /** An area of that name is not made twice. */
  addArea(actor: Actor, given: NewArea): Promise<void>;
  addInstitution(actor: Actor, given: NewInstitution): Promise<void>;
  changeInstitution(actor: Actor, id: string, given: ChangedInstitution): Promise<void>;
  addGroup(actor: Actor, institutionId: string, given: NewGroup): Promise<void>;
  changeGroup(actor: Actor, institutionId: string, given: ChangedGroup): Promise<void>;
  closeGroup(actor: Actor, institutionId: string, given: CloseGroup): Promise<void>;
}

export interface EditingDeps {
  readonly store: OrganisationStore;
  readonly changes: Changes;
  readonly clock: Clock;
}

type Codes = Pick<Institution, InstitutionCode>;

function institutionOf(id: string, fields: InstitutionFields, kept: Partial<Institution> = {}): Institution {
  const { name, kinds, areaId, number, pNumber, ownCode, controller, controllerName } = fields;
  const codes: Codes = {
    ...(number !== undefined && { number }),
    ...(pNumber !== undefined && { pNumber }),
    ...(ownCode !== undefined && { ownCode }),
  };
  return {
    id,
    name,
    kinds: inOrder(kinds),
    areaId,
    ...codes,
    ...(controller !== undefined && { controller }),
    ...(controllerName !== undefined && { controllerName }),
    ...(kept.closedOn !== undefined && { closedOn: kept.closedOn }),
    ...(kept.mergedInto !== undefined && { mergedInto: kept.mergedInto }),
  };
}

const fieldsOf = ({ name, band, childCount, isSpecialClass, isLeaving }: GroupFields) => ({
  name,
  band,
  childCount,
  ...(isSpecialClass && { isSpecialClass }),
  ...(isLeaving && { isLeaving }),
});

function createInstitutions({ store, changes }: EditingDeps) {
  async function checked(institution: Institution): Promise<Institution> {
    const { areas, institutions } = await store.listTogether();
    if (institutions.length === 0) await changes.rememberYear();
    if (!areas.some(({ id }) => id === institution.areaId)) throw problems.organisation.unfit("areaId");
    const taken = takenCode(institution, institutions);
    if (taken) throw problems.institution.codeTaken(taken);
    return institution;
  }
  return {
    async addArea({ id, name }: NewArea) {
      const { areas } = await store.listTogether();
      if (!areas.some((area) => plainName(area.name) === plainName(name))) await store.insertArea({ id, name });
    },
    async addInstitution({ id, ...fields }: NewInstitution) {
      await store.insertInstitution(await checked(institutionOf(id, fields)));
    },
    async changeInstitution(id: string, { version, ...fields }: ChangedInstitution) {
      const [found] = await store.listInstitutions([id]);
      if (!found) throw problems.institution.notFound();
      if (found.version !== version) throw problems.institution.changed();
      const changed = { ...(await checked(institutionOf(id, fields, found))), version: version + 1 };
      if (!(await store.replaceInstitution(changed))) throw problems.institution.changed();
    },
  };
}

function createGroups({ store, clock }: EditingDeps) {
  async function findGroup(institutionId: string, group: string, version: number): Promise<Versioned<Group>> {
    const [found] = await store.listGroups([group]);
    if (found?.institutionId !== institutionId) throw problems.group.notFound();
    if (found.version !== version || !isOpen(found)) throw problems.group.changed();
    return found;
  }
  async function replace(group: Versioned<Group>) {
    if (!(await store.replaceGroup({ ...group, version: group.version + 1 }))) throw problems.group.changed();
  }
  return {
    async addGroup(institutionId: string, { id, ...fields }: NewGroup) {
      const [institution] = await store.listInstitutions([institutionId]);
      if (!institution) throw problems.institution.notFound();
      if (!isOpen(institution)) throw problems.institution.closed();
      await store.insertGroup({ id, institutionId, ...fieldsOf(fields), code: newGroupCode() });
    },
    async changeGroup(institutionId: string, { group, version, ...fields }: ChangedGroup) {
      const { code, next } = await findGroup(institutionId, group, version);
      await replace({ id: group, institutionId, ...fieldsOf(fields), code, ...(next && { next }), version });
    },
    async closeGroup(institutionId: string, { group, version }: CloseGroup) {
      await replace({ ...(await findGroup(institutionId, group, version)), closedOn: dayAt(clock.now()) });
    },
  };
}

export function createEditing(deps: EditingDeps): OrganisationEditing {
  const institutions = createInstitutions(deps);
  const groups = createGroups(deps);
  /** Whoever may not is told nothing. */
  const edit = async (actor: Actor, work: () => Promise<void>) => {
    if (!may(actor, "organisation.change")) throw problems.request.notFound();
    await deps.changes.whileEditing(work);
  };
  return {
    addArea: (actor, given) => edit(actor, () => institutions.addArea(given)),
    addInstitution: (actor, given) => edit(actor, () => institutions.addInstitution(given)),
    changeInstitution: (actor, id, given) => edit(actor, () => institutions.changeInstitution(id, given)),
    addGroup: (actor, id, given) => edit(actor, () => groups.addGroup(id, given)),
    changeGroup: (actor, id, given) => edit(actor, () => groups.changeGroup(id, given)),
    closeGroup: (actor, id, given) => edit(actor, () => groups.closeGroup(id, given)),
  };
}
