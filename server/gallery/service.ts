/** The gallery's use case: which forms there are, and the one that is looked at. */
import { everyWayOfAnswering, wholeBank } from "#surveys/engine/bank-surveys";
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import { buildLibrary } from "#surveys/engine/survey-library";
import { FORM_NAMES } from "#surveys/paper/form";
import type { Actor } from "../accounts/contract";
import { problems } from "../lib/problem";
import type { Gallery, GalleryChoice, GallerySurvey, Trial, TrialOutcome } from "./contract";
import { showPaper } from "./show-paper";
import { tryForm } from "./try-form";

export interface GalleryService {
  /**
   * The form that was chosen, or the first; in Danish where it is not complete in the language that was wished for. Throws `request.notFound` for a form there is not, and for everybody but
   * administrators where this is no development server.
   */
  get(actor: Actor, wanted: Partial<GalleryChoice>): Promise<Gallery>;
  /** Throws `request.notFound` for whom the gallery is closed. */
  allow(actor: Actor): void;
  /** Nothing of it is kept. Who may look at the gallery may; `request.notFound` for everybody else. */
  tryForm(actor: Actor, trial: Trial): Promise<TrialOutcome>;
  /** Whether the gallery is open to whoever comes. */
  readonly isOpen: boolean;
}

export interface GalleryDeps {
  readonly library: SurveyLibrary;
  readonly isOpen: boolean;
}

const isAdministrator = (actor: Actor) => actor.kind === "user" && actor.role === "administrator";

/** One version of a survey, and the library it is in. */
interface Shown extends GallerySurvey {
  readonly library: SurveyLibrary;
}

function surveysOf(library: SurveyLibrary): Shown[] {
  return library.list().map(({ slug: survey, version, title, forms }) => ({
    survey,
    version,
    title,
    forms: FORM_NAMES.filter((form) => forms[form] !== undefined).map((form) => ({
      form,
      itemCount: library.paper(survey, version, form, "da").items.length,
    })),
    library,
  }));
}

export function createGalleryService({ library, isOpen }: GalleryDeps): GalleryService {
  let shown: readonly Shown[] | undefined;
  // The bank is read when somebody first looks: no child waits for it.
  const all = () =>
    (shown ??= [library, buildLibrary([everyWayOfAnswering(), wholeBank()], { allowMedia: true })].flatMap(surveysOf));
  function allow(actor: Actor): void {
    if (!isOpen && !isAdministrator(actor)) throw problems.request.notFound();
  }
  return {
    isOpen,
    allow,
    async tryForm(actor, trial) {
      allow(actor);
      return tryForm(trial);
    },
    async get(actor, { survey, version, form: wanted, language: wished = "da" }) {
      allow(actor);
      const isWanted = (one: Shown) => survey === undefined || (one.survey === survey && one.version === version);
      const ofForm = (one: Shown) => one.forms.find(({ form }) => wanted === undefined || form === wanted)?.form;
      const found = all().find((one) => isWanted(one) && ofForm(one) !== undefined);
      const form = found && ofForm(found);
      if (!found || !form) throw problems.request.notFound();
      const languages = found.library.languages(found.survey, found.version, form);
      const language = languages.includes(wished) ? wished : "da";
      const isUnsigned = found.library.unreviewedLanguages(found.survey, found.version).includes(language);
      const chosen = { survey: found.survey, version: found.version, form, language };
      const paper = found.library.paper(found.survey, found.version, form, language);
      const surveys = all().map(({ survey: name, version: number, title, forms }) => ({
        survey: name,
        version: number,
        title,
        forms,
      }));
      return { surveys, chosen, languages, isUnsigned, ...showPaper(paper) };
    },
  };
}
