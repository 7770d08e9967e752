/** What the gallery shows: forms to choose from, and the paper of one of them. */
import type { FormName } from "#surveys/paper/form";
import { FORM_NAMES } from "#surveys/paper/form";
import type { Language } from "#surveys/paper/language";
import { isLanguage } from "#surveys/paper/language";
import type { Voices } from "#surveys/narration/voices";
import type { LocalText } from "#surveys/paper/local-text";
import type { Paper } from "#surveys/paper/paper";
import type { PlayerWords } from "#surveys/paper/words/words";

/** One version of a survey, and its forms. */
export interface GallerySurvey {
  readonly survey: string;
  readonly version: number;
  readonly title: LocalText;
  readonly forms: readonly { readonly form: FormName; readonly itemCount: number }[];
}

/** One form in one language. */
export interface GalleryChoice {
  readonly survey: string;
  readonly version: number;
  readonly form: FormName;
  readonly language: Language;
}

/** A paper to be looked at, with the words around it and the sentences of its rests. */
export interface ShownPaper {
  readonly paper: Paper;
  readonly words: PlayerWords;
  readonly voices: Voices;
  readonly rests: readonly string[];
  /** Some of its pictures have not been tried with enough children (`surveys/pictures/validated.ts`). */
  readonly hasUntriedPictures: boolean;
  /** It asks for own words (text, drawing, voice, photo): a round of it names who reads them. */
  readonly takesOwnWords: boolean;
}

export interface Gallery extends ShownPaper {
  readonly surveys: readonly GallerySurvey[];
  readonly chosen: GalleryChoice;
  /** In which the chosen form is complete. */
  readonly languages: readonly Language[];
  /** Nobody who speaks the chosen language has signed the words yet. */
  readonly isUnsigned: boolean;
}

/** Somebody's own file in SurveyJS's format, to be seen as this form in this language. */
export interface Trial {
  readonly json: string;
  readonly form: FormName;
  readonly language: Language;
}

/** Reads the fields of the page's form; undefined where they are not what it sends. */
export function readTrial(fields: ReadonlyMap<string, string>): Trial | undefined {
  const json = fields.get("json")?.trim();
  const form = FORM_NAMES.find((name) => name === fields.get("form"));
  const language = fields.get("language");
  return json && form && isLanguage(language) ? { json, form, language } : undefined;
}

/** A place in the file and what is said about it, in English: for whoever wrote the file. */
export interface FileRemark {
  readonly path: string;
  readonly reason: string;
}

export type TrialOutcome =
  | {
      readonly kind: "paper";
      readonly shown: ShownPaper;
      /** It is not complete in the language that was wished for. */
      readonly isInDanish: boolean;
      /** What of the file does not show. */
      readonly notes: readonly FileRemark[];
      /** What the linter asks for before it could be published. */
      readonly lacks: readonly FileRemark[];
    }
  | {
      /** SurveyJS's own renderer draws it. */
      readonly kind: "surveyjs";
      readonly json: string;
      readonly language: Language;
      /** What a paper has no words for. */
      readonly reasons: readonly FileRemark[];
      readonly notes: readonly FileRemark[];
    }
  | ({ readonly kind: "refused" } & FileRemark);

/** Reads `?skema=trivsel.1&form=6-9&sprog=ar`; what is missing or unknown is absent. */
export function readGalleryChoice(query: URLSearchParams): Partial<GalleryChoice> {
  const [survey, version] = (query.get("skema") ?? "").split(".");
  const language = query.get("sprog");
  return {
    ...(survey && /^\d{1,4}$/.test(version ?? "") ? { survey, version: Number(version) } : {}),
    form: FORM_NAMES.find((form) => form === query.get("form")),
    language: isLanguage(language) ? language : undefined,
  };
}

export function galleryQuery({ survey, version, form, language }: GalleryChoice): string {
  return `?${new URLSearchParams({ skema: `${survey}.${version}`, form, sprog: language }).toString()}`;
}
