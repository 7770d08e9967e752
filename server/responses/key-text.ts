/**
 * A key as text: the one place that reads what people, mail programs, chats and readers of QR codes make of a key's
 * spelling, so that everything behind it (hashes, drafts, addresses) knows one spelling only.
 */
import { KEY_THINGS } from "#surveys/pictures/key-things";

/** Consonants that no one mixes up and that spell no words. */
export const LETTER_ALPHABET = "BCDFGHJKMNPRSTVWXZ";

/** A key as a child brings it: the card's own secret (128 bits), or pictures or letters behind a group's link. */
export type KeyReference =
  | { readonly kind: "card"; readonly secret: string }
  | { readonly kind: "group"; readonly groupCode: string; readonly own: string };

/** What an address names: a key, or the door of a group. */
export type Place = KeyReference | { readonly kind: "door"; readonly groupCode: string };

const CARD = /^[0-9a-hjkmnp-tv-z]{26}$/;
const GROUP_CODE = /^[0-9a-hjkmnp-tv-z]{10}$/;
const LETTERS = new RegExp(`^[${LETTER_ALPHABET}]{6}$`);

const CODE_LENGTH = 10;
const CODE_AND_LETTERS = CODE_LENGTH + 6;

type Alike = ReadonlyMap<string, string>;
const alike = (from: string, to: string): Alike => new Map([...from].map((letter, index) => [letter, to[index] ?? ""]));
const read = (text: string, letters: Alike): string =>
  [...text].map((letter) => letters.get(letter) ?? letter).join("");

/** Typed on a Ukrainian keyboard because it looks the same, and the digits of Arabic and Urdu ones. */
const KEYBOARDS = alike("авекмнорстхуіѕј٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "abekmhopctxyisj01234567890123456789");
/** No code has the letters on the left, so no code becomes another one; Crockford leaves u out, and v is what it looks like. */
const IN_CODES = alike("oøilıu", "00111v");
/** No key of letters has digits, u or y. */
const IN_LETTERS = alike("2568u", "zsgbv");

/** Stands where there was no text in UTF-8. */
export const UNREADABLE = "\ufffd";

/** `%20` and `%2520`. */
function unescaped(text: string): string {
  let plain = text;
  for (let round = 0; round < 3; round += 1) {
    plain = plain.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return UNREADABLE;
      }
    });
  }
  return plain;
}

/** Lower case, without escapes, widths, spaces and what cannot be seen (soft hyphens, marks of direction). */
export function plainText(text: string): string {
  const narrow = unescaped(text).normalize("NFKC").toLowerCase();
  return narrow.replace(/[\s\p{Cc}\p{Cf}\p{M}]/gu, "").replaceAll("\\", "/");
}

/** Letters and digits alone: points, hyphens and brackets may stand anywhere. */
const lettersOf = (text: string): string => read(text.replace(/[^\p{L}\p{N}]/gu, ""), KEYBOARDS);

const codeOf = (text: string): string => read(lettersOf(text), IN_CODES);

const THINGS = new Map(KEY_THINGS.map((thing) => [lettersOf(thing), thing]));
const THING = `(${[...THINGS.keys()].join("|")})`;
const PICTURES = new RegExp(`^${THING}${THING}${THING}$`);

function ownOf(text: string): string | undefined {
  const letters = lettersOf(text);
  const pictures = PICTURES.exec(letters);
  if (pictures)
    return pictures
      .slice(1)
      .map((name) => THINGS.get(name))
      .join(".");
  const own = read(letters, IN_LETTERS).toUpperCase();
  return LETTERS.test(own) ? own : undefined;
}

const bareStart = (text: string): string => text.replace(/^[^\p{L}\p{N}]+/u, "");

/** From a whole link, or a text with one: what stands behind `/svar/`, without a query and without what surrounds it. */
function linkedPart(text: string): string {
  const behind = bareStart(plainText(text)).split(/(?:^|\/)svar(?:\/+|$)/);
  return bareStart(behind.at(-1) ?? "").split(/[?#&<>"]/)[0] ?? "";
}

function placeIn(text: string): Place | undefined {
  const parts = linkedPart(text)
    .split("/")
    .filter((part) => lettersOf(part) !== "");
  if (parts.length > 1 && lettersOf(parts[0] ?? "") === "g") parts.shift();
  const [first = "", second, ...rest] = parts;
  const code = codeOf(first);
  if (second === undefined && CARD.test(code)) return { kind: "card", secret: code };
  // A group's code and the letters, written one behind the other.
  if (second === undefined && code.length === CODE_AND_LETTERS) {
    const letters = [...lettersOf(first)];
    return placeIn(`${letters.slice(0, CODE_LENGTH).join("")}/${letters.slice(CODE_LENGTH).join("")}`);
  }
  if (rest.length > 0 || !GROUP_CODE.test(code)) return undefined;
  if (second === undefined) return { kind: "door", groupCode: code };
  const own = ownOf(second);
  return own === undefined ? undefined : { kind: "group", groupCode: code, own };
}

/** Reads an address, a path behind `/svar/`, or a code typed by hand; undefined when it names nothing. */
export function readPlace(text: string): Place | undefined {
  // A link in the middle of a message ends where its words go on.
  const [link] = /svar[\\/]\S+/i.exec(text) ?? [];
  // Our own door, asked with what was typed there.
  const [, typed] = /[?&]kode=([^&#\s]+)/i.exec(text) ?? [];
  if (typed !== undefined) return placeIn(typed);
  return placeIn(text) ?? (link === undefined ? undefined : placeIn(link));
}

/** The one address of a place. */
export function addressOf(place: Place): string {
  if (place.kind === "card") return `/svar/${place.secret}`;
  const door = `/svar/g/${place.groupCode}`;
  return place.kind === "door" ? door : `${door}/${place.own}`;
}

/** Reads `<26 characters>` or `<group code>/<own>`, where own is `fox.bicycle.octopus` or six letters, however spelled. */
export function parseKey(text: string): KeyReference | undefined {
  const place = readPlace(text);
  return place?.kind === "door" ? undefined : place;
}

/** The code of a group's link, however spelled. */
export function parseGroupCode(text: string): string | undefined {
  const place = readPlace(text);
  return place?.kind === "door" ? place.groupCode : undefined;
}

export function formatKey(key: KeyReference): string {
  return key.kind === "card" ? key.secret : `${key.groupCode}/${key.own}`;
}

/** A key's one spelling; what is no key stays as it came, for whoever refuses it. */
export function canonicalKey(text: string): string {
  const key = parseKey(text);
  return key ? formatKey(key) : text;
}
