/**
 * Which file reads a text aloud, and where its voice comes from. The manifest (`manifest.json`, written by
 * `npm run narrate`) goes by language and text: whatever says these words anywhere is read by the same file, and a text
 * that has been changed has no sound until it is read again, so that nobody hears another question than the one shown.
 */
import type { Language } from "../paper/language";
import { textsIn } from "./texts-in";
import type { Sounds } from "./voices";

/** `synthetic` is a placeholder until a person has read it. */
export const NARRATION_SOURCES = ["recorded", "synthetic"] as const;
export type NarrationSource = (typeof NARRATION_SOURCES)[number];

export interface Narration {
  /** Below `/narration/`. */
  readonly file: string;
  readonly source: NarrationSource;
}

export type NarrationManifest = Readonly<Partial<Record<Language, Readonly<Record<string, Narration>>>>>;

/** The URL of the sound of just this text, or undefined where there is none. */
export function narrationUrl(manifest: NarrationManifest, language: Language, text: string): string | undefined {
  const ofLanguage = manifest[language] ?? {};
  const narration = Object.hasOwn(ofLanguage, text) ? ofLanguage[text] : undefined;
  return narration && `/narration/${narration.file}`;
}

/** The sounds of all texts that stand somewhere in what a page is given. */
export function soundsFor(manifest: NarrationManifest, language: Language, ...given: readonly unknown[]): Sounds {
  const found = textsIn(given).flatMap((text) => {
    const url = narrationUrl(manifest, language, text);
    return url ? [[text, [url]] as const] : [];
  });
  return Object.fromEntries(found);
}
