/**
 * What an opened page carries, to show that its key was right when it was opened: the page can then be sent while
 * guessing is paused. It names round, form and group, and is signed together with the key, which it does not name: who
 * holds one cannot try other keys with it.
 */
import type { FormName } from "#surveys/paper/form";
import { isSameSignature } from "../lib/ids";

export interface OpenedPage {
  readonly round: string;
  readonly form: FormName;
  readonly group: string;
  /** As `formatKey` writes it. */
  readonly key: string;
}

/** HMAC under the application's pepper, in hexadecimal. */
type Sign = (text: string) => string;

/** 128 bits of the signature. */
const MAC_LENGTH = 32;

function macOf({ round, form, group, key }: OpenedPage, sign: Sign): string {
  return sign(`opened:${JSON.stringify([round, form, group, key])}`).slice(0, MAC_LENGTH);
}

/** `<round, form and group in base64url>.<signature>` */
export function writePageToken(page: OpenedPage, sign: Sign): string {
  const { round, form, group } = page;
  return `${Buffer.from(JSON.stringify([round, form, group])).toString("base64url")}.${macOf(page, sign)}`;
}

function readNames(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** The group of the page that was opened with this key for this round and form; undefined for any other text. */
export function readPageToken(
  token: string | undefined,
  { round, form, key }: Partial<Omit<OpenedPage, "group">> & Pick<OpenedPage, "key">,
  sign: Sign,
): OpenedPage | undefined {
  const [names = "", mac = ""] = (token ?? "").split(".");
  const [ofRound, ofForm, group] = readNames(names);
  if (typeof ofRound !== "string" || typeof ofForm !== "string" || typeof group !== "string") return undefined;
  if (round !== undefined && round !== ofRound) return undefined;
  if (form !== undefined && form !== ofForm) return undefined;
  // What is signed was once a form's name.
  const page = { round: ofRound, form: ofForm as FormName, group, key };
  return isSameSignature(macOf(page, sign), mac) ? page : undefined;
}

/** Longer than any that is written: ids have at most 64 characters. */
export const LONGEST_PAGE_TOKEN = 400;
