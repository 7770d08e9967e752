/** The gallery's use case: which forms there are, and the one that is looked at. */
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import type { FormName } from "#surveys/paper/form";
import { FORM_NAMES, audienceOf } from "#surveys/paper/form";
import { childWords } from "#surveys/paper/words/child-words";
import type { Actor } from "../accounts/contract";
import { problems } from "../lib/problem";
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

export interface GalleryDeps {
  readonly library: SurveyLibrary;
  readonly isOpen: boolean;
}

const isAdministrator = (actor: Actor) => actor.kind === "user" && actor.role === "administrator";

export function createGalleryService({ library, isOpen }: GalleryDeps): GalleryService {
  const forms: GalleryForm[] = library.list().flatMap(({ slug: survey, version, title, forms: ofSurvey }) =>
    FORM_NAMES.filter((form: FormName) => ofSurvey[form] !== undefined).map((form) => ({
      survey,
      version,
      title,
      form,
      audience: audienceOf(form),
      itemCount: library.paper(survey, version, form, "da").items.length,
    })),
  );
  return {
    isOpen,
    async get(actor, { survey, version, form, language = "da" }) {
      if (!isOpen && !isAdministrator(actor)) throw problems.request.notFound();
      const isWanted = (one: GalleryForm) =>
        (survey === undefined || (one.survey === survey && one.version === version)) &&
        (form === undefined || one.form === form);
      const found = forms.find(isWanted);
      if (!found) throw problems.request.notFound();
      const chosen = { survey: found.survey, version: found.version, form: found.form, language };
      const paper = library.paper(found.survey, found.version, found.form, language);
      const rests = paper.pages.flatMap((page) => ("rest" in page ? [page.rest] : []));
      return { forms, chosen, paper, words: childWords(language).player, rests };
    },
  };
}
