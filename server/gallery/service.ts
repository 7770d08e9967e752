/** The gallery's use case: which forms there are, and the one that is looked at. */
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import { buildLibrary } from "#surveys/engine/survey-library";
import type { FormName } from "#surveys/paper/form";
import { FORM_NAMES, audienceOf } from "#surveys/paper/form";
import { childWords } from "#surveys/paper/words/child-words";
import type { Actor } from "../accounts/contract";
import { problems } from "../lib/problem";
import { bankSurveys } from "./bank-surveys";
import type { Gallery, GalleryChoice, GalleryForm } from "./contract";

export interface GalleryService {
  /**
   * The form that was chosen, or the first. Throws `request.notFound` for a form there is not, and for everybody but
   * administrators where this is no development server.
   */
  get(actor: Actor, wanted: Partial<GalleryChoice>): Promise<Gallery>;
  /** Whether the gallery is open to whoever comes. */
  readonly isOpen: boolean;
}

/** A form, and the library it is in. */
interface Shown extends GalleryForm {
  readonly library: SurveyLibrary;
}

export interface GalleryDeps {
  readonly library: SurveyLibrary;
  readonly isOpen: boolean;
}

const isAdministrator = (actor: Actor) => actor.kind === "user" && actor.role === "administrator";

const withoutLibrary = ({ survey, version, title, form, audience, itemCount }: Shown): GalleryForm => ({
  survey,
  version,
  title,
  form,
  audience,
  itemCount,
});

function formsOf(library: SurveyLibrary): Shown[] {
  return library.list().flatMap(({ slug: survey, version, title, forms: ofSurvey }) =>
    FORM_NAMES.filter((form: FormName) => ofSurvey[form] !== undefined).map((form) => ({
      survey,
      version,
      title,
      form,
      audience: audienceOf(form),
      itemCount: library.paper(survey, version, form, "da").items.length,
      library,
    })),
  );
}

export function createGalleryService({ library, isOpen }: GalleryDeps): GalleryService {
  let shown: readonly Shown[] | undefined;
  // The bank is read when somebody first looks: no child waits for it.
  const allForms = () => (shown ??= [library, buildLibrary(bankSurveys(), { allowMedia: true })].flatMap(formsOf));
  return {
    isOpen,
    async get(actor, { survey, version, form, language = "da" }) {
      if (!isOpen && !isAdministrator(actor)) throw problems.request.notFound();
      const all = allForms();
      const isWanted = (one: GalleryForm) =>
        (survey === undefined || (one.survey === survey && one.version === version)) &&
        (form === undefined || one.form === form);
      const found = all.find(isWanted);
      if (!found) throw problems.request.notFound();
      const chosen = { survey: found.survey, version: found.version, form: found.form, language };
      const paper = found.library.paper(found.survey, found.version, found.form, language);
      const rests = paper.pages.flatMap((page) => ("rest" in page ? [page.rest] : []));
      return { forms: all.map(withoutLibrary), chosen, paper, words: childWords(language).player, rests };
    },
  };
}
