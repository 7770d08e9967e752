/**
 * Which file reads a text aloud, and where its voice comes from. The manifest (`manifest.json`, written by
 * `npm run narrate`) goes by language and text: whatever says these words anywhere is read by the same file, and a text
 * that has been changed has no sound until it is read again, so that nobody hears another question than the one shown.
 */
import type { Language } from "../paper/language";
import { aroundDate } from "./spoken-dates";
import { textsIn } from "./texts-in";
import type { Sounds } from "./voices";

/** `synthetic` is a placeholder until a person has read it. */
export const NARRATION_SOURCES = ["recorded", "synthetic"] as const;
type NarrationSource = (typeof NARRATION_SOURCES)[number];

export interface Narration {
  /** Below `/narration/`. */
  readonly file: string;
  readonly source: NarrationSource;
  /** Of a recording: what the file held when it was heard to say this text. */
  readonly digest?: string;
}

export type NarrationManifest = Readonly<Partial<Record<Language, Readonly<Record<string, Narration>>>>>;

/** The URL of the sound of just this text, or undefined where there is none. */
export function narrationUrl(manifest: NarrationManifest, language: Language, text: string): string | undefined {
  const ofLanguage = manifest[language] ?? {};
  const narration = Object.hasOwn(ofLanguage, text) ? ofLanguage[text] : undefined;
  return narration && `/narration/${narration.file}`;
}

function urlsFor(manifest: NarrationManifest, language: Language, text: string): readonly string[] | undefined {
  const whole = narrationUrl(manifest, language, text);
  if (whole) return [whole];
  const parts = aroundDate(text, language) ?? [];
  const urls = parts.flatMap((part) => narrationUrl(manifest, language, part) ?? []);
  return parts.length > 0 && urls.length === parts.length ? urls : undefined;
}

/** The sounds of all texts that stand somewhere in what a page is given. */
export function soundsFor(manifest: NarrationManifest, language: Language, ...given: readonly unknown[]): Sounds {
  const found = textsIn(given).flatMap((text) => {
    const urls = urlsFor(manifest, language, text);
    return urls ? [[text, urls] as const] : [];
  });
  return Object.fromEntries(found);
}
