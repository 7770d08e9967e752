/** What of the translations is stale: the Danish has changed since, or nobody has said of which Danish it was made. */
import type { DanishText, Translated } from "./danish-texts";
import { TRANSLATED } from "./danish-texts";
import { hashText } from "./hash-text";

/** Hashes of the Danish, by `DanishText.key`. */
export type Signed = Readonly<Record<string, string>>;
export type SignedIn = Readonly<Record<Translated, Signed>>;

export const STALE_TRANSLATION = {
  id: "stale-translation",
  teaches:
    "Who words the Danish better leaves six languages asking what it was before. A translator reads both, and signs what was read.",
  source: "four items asked another question in five or six languages than in Danish, and nothing had said so",
} as const;

export interface Stale {
  readonly key: string;
  readonly language: Translated;
  /** The Danish as it is now. */
  readonly danish: string;
  readonly message: string;
}

const signatureOf = (signed: Signed, key: string): string | undefined =>
  Object.hasOwn(signed, key) ? signed[key] : undefined;

export function staleTranslations(texts: readonly DanishText[], signed: SignedIn): Stale[] {
  return TRANSLATED.flatMap((language) =>
    texts
      .filter(({ languages }) => languages.includes(language))
      .flatMap(({ key, danish }) => {
        const signature = signatureOf(signed[language], key);
        if (signature === hashText(danish)) return [];
        const message = signature ? "the Danish has changed since" : "nobody has read it beside the Danish";
        return [{ key, language, danish, message }];
      }),
  );
}

/** "glad" is every form of an item, "amount" an answer set, "words" and "item/glad/3" all that begins so. */
export function isNamed(key: string, name: string): boolean {
  return key === name || key.startsWith(`${name}/`) || key.split("/")[1] === name;
}

/** The signatures of a language after a translator has read what is named, or all; those of texts that are gone are dropped. */
export function sign(
  texts: readonly DanishText[],
  signed: Signed,
  language: Translated,
  names: readonly string[],
): Signed {
  const isRead = (key: string) => names.length === 0 || names.some((name) => isNamed(key, name));
  const kept = texts
    .filter(({ languages }) => languages.includes(language))
    .flatMap(({ key, danish }) => {
      const signature = isRead(key) ? hashText(danish) : signatureOf(signed, key);
      return signature === undefined ? [] : [[key, signature] as const];
    });
  return Object.fromEntries(kept.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
