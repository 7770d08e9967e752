/** What the gallery shows: forms to choose from, and the paper of one of them. */
import type { FormName } from "#surveys/paper/form";
import { FORM_NAMES } from "#surveys/paper/form";
import type { Language } from "#surveys/paper/language";
import { isLanguage } from "#surveys/paper/language";
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

export interface Gallery {
  readonly surveys: readonly GallerySurvey[];
  readonly chosen: GalleryChoice;
  /** In which the chosen form is complete. */
  readonly languages: readonly Language[];
  /** Nobody who speaks the chosen language has signed the words yet. */
  readonly isUnsigned: boolean;
  readonly paper: Paper;
  /** Around the paper, in its language. */
  readonly words: PlayerWords;
  /** The sentences of its rests. */
  readonly rests: readonly string[];
}

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
