/**
 * All surveys of this installation, checked when they are loaded: at start, or, of those whose text is known to be what was
 * published and checked, at first use. Everything derived from them is made once.
 */
import { lintSurvey } from "../linter/lint";
import type { Finding } from "../linter/rule";
import type { FormName } from "../paper/form";
import type { Language } from "../paper/language";
import type { Paper } from "../paper/paper";
import { isMade } from "../paper/scale-kinds";
import type { ScoringKey } from "../paper/scoring-key";
import { completeLanguages, unreviewedLanguages } from "./complete-languages";
import type { NarrationManifest } from "../narration/narration";
import { soundsFor } from "../narration/narration";
import type { Sounds } from "../narration/voices";
import { compilePaper } from "./compile-paper";
import type { Validator } from "./compile-validator";
import { compileValidator } from "./compile-validator";
import { lintForms } from "./lint-forms";
import type { LoadOptions, Survey } from "./load-survey";
import { allElements, loadSurvey } from "./load-survey";
import { scoringKey } from "./scoring-key";
import { SurveyProblem } from "./survey-problem";

/** Every other method throws `SurveyProblem` for a survey, version or form that is not there. */
export interface SurveyLibrary {
  list(): readonly Survey[];
  /** The one method that does not throw: null for a survey or version that is not there. */
  find(slug: string, version: number): Survey | null;
  paper(slug: string, version: number, form: FormName, locale: Language): Paper;
  /** The files that read aloud what stands in the things given. */
  sounds(language: Language, ...given: readonly unknown[]): Sounds;
  validator(slug: string, version: number, form: FormName): Validator;
  scoringKey(slug: string, version: number, form: FormName): ScoringKey;
  /** In which a form is complete: every title and label of it stands in them. */
  languages(slug: string, version: number, form: FormName): readonly Language[];
  /** Of these, over all forms, the ones whose words nobody who speaks the language has signed yet. */
  unreviewedLanguages(slug: string, version: number): readonly Language[];
  /** What keeps a survey from being published: none, or it breaks rules of the linter. */
  findings(slug: string, version: number): readonly Finding[];
  /** It has items that are asked in confidential rounds only. */
  isSensitive(slug: string, version: number): boolean;
  /** It has items that ask for own words (text, drawing, voice, photo): somebody has to read them. */
  takesOwnWords(slug: string, version: number): boolean;
}

export interface Definition {
  /** Where it stands, for messages. */
  readonly path: string;
  readonly json: unknown;
}

function memoise<T>(make: (...key: never[]) => T): (...key: (string | number)[]) => T {
  const made = new Map<string, T>();
  return (...key) => {
    const name = key.join("/");
    const known = made.get(name);
    if (known !== undefined) return known;
    // The keys are the arguments of `make`, in its own order.
    const fresh = make(...(key as never[]));
    made.set(name, fresh);
    return fresh;
  };
}

export interface LibraryOptions extends LoadOptions {
  /** The sounds that lie ready (`surveys/narration`). */
  readonly narrations?: NarrationManifest;
  /** Their texts are those that were published (their hashes say so): each is loaded when it is first asked for. */
  readonly arePublished?: boolean;
}

type Load = () => Survey;

const named = ({ slug, version }: Pick<Survey, "slug" | "version">): string => `${slug}/${version}`;

/** Loads once, and says in which file something is wrong. */
function loaderOf({ path, json }: Definition, options: LoadOptions): Load {
  let loaded: Survey | undefined;
  return () => {
    try {
      return (loaded ??= loadSurvey(json, options));
    } catch (error) {
      throw error instanceof SurveyProblem ? new Error(`${path}: ${error.message}`) : error;
    }
  };
}

/** Throws an Error with file, path and reason for the first wrong definition. */
export function buildLibrary(
  definitions: readonly Definition[],
  { narrations = {}, arePublished = false, ...options }: LibraryOptions = {},
): SurveyLibrary {
  const surveys = new Map<string, Load>();
  for (const definition of definitions) {
    const load = loaderOf(definition, options);
    // What was published has been read as a survey before.
    const name = named(arePublished ? (definition.json as Survey) : load());
    if (surveys.has(name)) throw new Error(`${definition.path}: version: ${name} is defined twice`);
    surveys.set(name, load);
  }
  const find = (slug: string, version: number): Survey | null => surveys.get(named({ slug, version }))?.() ?? null;
  const get = (slug: string, version: number): Survey => {
    const survey = find(slug, version);
    if (!survey) throw new SurveyProblem(`${slug}/${version}`, "there is no such survey and version");
    return survey;
  };
  return {
    list: () => [...surveys.values()].map((load) => load()),
    find,
    paper: memoise((slug: string, version: number, form: FormName, locale: Language) =>
      compilePaper(get(slug, version), form, locale),
    ),
    sounds: (language, ...given) => soundsFor(narrations, language, ...given),
    validator: memoise((slug: string, version: number, form: FormName) => compileValidator(get(slug, version), form)),
    scoringKey: memoise((slug: string, version: number, form: FormName) => scoringKey(get(slug, version), form)),
    languages: memoise((slug: string, version: number, form: FormName) => completeLanguages(get(slug, version), form)),
    findings: memoise((slug: string, version: number) => lintSurvey(lintForms(get(slug, version), narrations))),
    unreviewedLanguages: memoise((slug: string, version: number) => unreviewedLanguages(get(slug, version))),
    isSensitive: memoise((slug: string, version: number) =>
      allElements(get(slug, version)).some(({ sensitivity }) => sensitivity === "sensitive"),
    ),
    takesOwnWords: memoise((slug: string, version: number) =>
      allElements(get(slug, version)).some(({ itemType }) => isMade(itemType)),
    ),
  };
}
