/** What the administrator's pages of the organisation show, each read as of one moment. */
import type { Actor } from "../accounts/contract";
import { may } from "../permissions/contract";
import type { Clock } from "../lib/clock";
import { problems } from "../lib/problem";
import type { Group, Institution, InstitutionLine, InstitutionPage, InstitutionsPage, Versioned } from "./contract";
import type { Changes } from "./create-changes";
import { preparingIn } from "./create-changes";
import { alphabetically, isOpen, matches, noticeOf } from "./rules";
import type { OrganisationStore } from "./store";

/** Administrators only: `request.notFound` for others. */
export interface OrganisationPages {
  getInstitutionsPage(actor: Actor, asked: string): Promise<InstitutionsPage>;
  /** Throws `institution.notFound`. */
  getInstitutionPage(actor: Actor, id: string): Promise<InstitutionPage>;
}

interface PagesDeps {
  readonly store: OrganisationStore;
  readonly changes: Changes;
  readonly clock: Clock;
}

const lineOf = (
  { id, name, kinds, number, closedOn }: Institution,
  mergedInto: string | undefined,
): InstitutionLine => ({
  id,
  name,
  kinds,
  ...(number !== undefined && { number }),
  ...(closedOn !== undefined && { closedOn }),
  ...(mergedInto !== undefined && { mergedInto }),
});

const openFirst = <T extends { readonly name: string; readonly closedOn?: string }>(list: readonly T[]): T[] => {
  const sorted = alphabetically(list);
  return [...sorted.filter(isOpen), ...sorted.filter((one) => !isOpen(one))];
};

const shown = ({ id, name }: Institution) => ({ id, name });

function groupsShown(groups: readonly Versioned<Group>[], institution: Institution) {
  return openFirst(groups).map((group) => {
    const notice = noticeOf(group, institution);
    return { ...group, ...(notice && { notice }) };
  });
}

export function createPages({ store, changes, clock }: PagesDeps): OrganisationPages {
  function allow(actor: Actor): void {
    if (!may(actor, "organisation.read")) throw problems.request.notFound();
  }
  return {
    async getInstitutionsPage(actor, asked) {
      allow(actor);
      const [{ areas, institutions }, state] = await Promise.all([store.listTogether(), changes.state()]);
      const names = new Map(institutions.map(({ id, name }) => [id, name]));
      const found = openFirst(asked === "" ? institutions : institutions.filter((one) => matches(one, asked)));
      const preparing = preparingIn(state, clock.now());
      return {
        areas: alphabetically(areas)
          .map(({ id, name }) => ({
            id,
            name,
            institutions: found
              .filter(({ areaId }) => areaId === id)
              .map((one) => lineOf(one, names.get(one.mergedInto ?? ""))),
          }))
          .filter((area) => asked === "" || area.institutions.length > 0),
        count: institutions.filter(isOpen).length,
        closedCount: institutions.filter((one) => !isOpen(one)).length,
        isFiltered: asked !== "",
        ...(preparing && { preparing }),
      };
    },
    async getInstitutionPage(actor, id) {
      allow(actor);
      const { areas, institutions, groups } = await store.listTogether({ groupsOf: id });
      const institution = institutions.find((one) => one.id === id);
      if (!institution) throw problems.institution.notFound();
      const into = institutions.find((one) => one.id === institution.mergedInto);
      return {
        institution,
        areas: alphabetically(areas).map(({ id: area, name }) => ({ id: area, name })),
        groups: groupsShown(groups, institution),
        ...(into && { mergedInto: shown(into) }),
        others: alphabetically(institutions.filter((one) => one.id !== id && isOpen(one))).map(shown),
      };
    },
  };
}
