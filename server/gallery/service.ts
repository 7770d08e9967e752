/** The gallery's use case: which forms there are, and the one that is looked at. */
import type { BankSurvey } from "#surveys/engine/bank-surveys";
import { everyWayOfAnswering, wholeBank } from "#surveys/engine/bank-surveys";
import { elementsOf } from "#surveys/engine/load-survey";
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import { buildLibrary } from "#surveys/engine/survey-library";
import type { FormName } from "#surveys/paper/form";
import { FORM_NAMES } from "#surveys/paper/form";
import { shippedNarrations } from "#surveys/narration/shipped";
import type { Actor } from "../accounts/contract";
import { may } from "../permissions/contract";
import { problems } from "../lib/problem";
import type { Gallery, GalleryChoice, GallerySurvey, Trial, TrialOutcome } from "./contract";
import { showPaper } from "./show-paper";
import { tryForm } from "./try-form";

export interface GalleryService {
  /**
   * The form that was chosen, or the first; in Danish where it is not complete in the language that was wished for.
   * Throws `request.notFound` for a form there is not, and for whom the gallery is closed.
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

/** One version of a survey, and where its forms are found. */
interface Shown extends GallerySurvey {
  readonly libraryOf: (form: FormName) => SurveyLibrary;
}

function surveysOf(library: SurveyLibrary): Shown[] {
  return library.list().map(({ slug: survey, version, title, forms }) => ({
    survey,
    version,
    title,
    forms: FORM_NAMES.flatMap((form) => {
      const source = forms[form];
      return source ? [{ form, itemCount: elementsOf(source).length }] : [];
    }),
    libraryOf: () => library,
  }));
}

/** A form of the bank is read when somebody first looks at it: no child waits for all of it. */
function shownOf({ slug, version, title, forms, define }: BankSurvey): Shown {
  const read = new Map<FormName, SurveyLibrary>();
  const libraryOf = (form: FormName) => {
    const known = read.get(form) ?? buildLibrary([define(form)], { allowMedia: true, narrations: shippedNarrations });
    read.set(form, known);
    return known;
  };
  return { survey: slug, version, title, forms, libraryOf };
}

const listed = ({ survey, version, title, forms }: Shown): GallerySurvey => ({ survey, version, title, forms });

export function createGalleryService({ library, isOpen }: GalleryDeps): GalleryService {
  let shown: readonly Shown[] | undefined;
  /** Made for the first who looks: surveys are loaded for it. */
  const listAll = () => (shown ??= [...surveysOf(library), shownOf(everyWayOfAnswering), shownOf(wholeBank)]);
  function allow(actor: Actor): void {
    if (!isOpen && !may(actor, "gallery.read")) throw problems.request.notFound();
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
      const all = listAll();
      const found = all.find((one) => isWanted(one) && ofForm(one) !== undefined);
      const form = found && ofForm(found);
      if (!found || !form) throw problems.request.notFound();
      const { survey: slug, version: number } = found;
      const own = found.libraryOf(form);
      const languages = own.languages(slug, number, form);
      const language = languages.includes(wished) ? wished : "da";
      const isUnsigned = own.unreviewedLanguages(slug, number).includes(language);
      const chosen = { survey: slug, version: number, form, language };
      const paper = own.paper(slug, number, form, language);
      const surveys = all.map(listed);
      return { surveys, chosen, languages, isUnsigned, ...showPaper(paper) };
    },
  };
}
