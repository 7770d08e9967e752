/**
 * Which file reads a text aloud, and where its voice comes from. The manifest (`manifest.json`, written by
 * `npm run narrate`) has an entry for each question and answer of each form and language; a text that has been changed
 * since has no sound until it is read again, so that nobody hears another question than the one on the page.
 */
import type { FormName } from "../paper/form";
import type { Language } from "../paper/language";

/** `synthetic` is a placeholder until a person has read it. */
export const NARRATION_SOURCES = ["recorded", "uploaded", "synthetic"] as const;
export type NarrationSource = (typeof NARRATION_SOURCES)[number];

export interface Narration {
  /** Below `/narration/`; texts that are the same share a synthetic file. */
  readonly file: string;
  readonly source: NarrationSource;
  /** What it says. */
  readonly text: string;
}

/** By `narrationKey`. */
export type NarrationManifest = Readonly<Record<string, Narration>>;

export interface Spoken {
  readonly survey: string;
  readonly version: number;
  readonly language: Language;
  readonly form: FormName;
  readonly item: string;
  /** Absent for the question. */
  readonly answer?: string;
}

/** Also the path of a recording below `public/narration/recorded/`, with `.mp3`. */
export const narrationKey = ({ survey, version, language, form, item, answer }: Spoken): string =>
  `${language}/${survey}-${version}/${form}/${item}${answer === undefined ? "" : `.${answer}`}`;

/** The URL of the sound for a text, or undefined where there is none for just this text. */
export function narrationUrl(manifest: NarrationManifest, spoken: Spoken, text: string): string | undefined {
  const key = narrationKey(spoken);
  const narration = Object.hasOwn(manifest, key) ? manifest[key] : undefined;
  return narration?.text === text ? `/narration/${narration.file}` : undefined;
}
