/**
 * A draft on this device until it is sent or left, encrypted with the card's own key (AES-GCM, NIST SP 800-38D): whoever picks up
 * a shared tablet without the card reads nothing. Pictures and letters are no secret to encrypt with, they can be tried
 * out; behind a group's link a draft therefore lives only as long as the tab. Where a browser has no cryptography (a page
 * without HTTPS) or no storage, there is no draft.
 */
export interface Draft {
  /** The text that was last saved, or undefined. */
  load(): Promise<string | undefined>;
  /** Saves and removes happen in the order they are asked for. */
  save(text: string): void;
  remove(): void;
}

/** Before the name of every draft. */
export const DRAFT = "lyt-draft-";

const encode = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

async function digest(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", encode(text)));
}

async function entryName(keyText: string): Promise<string> {
  const bytes = await digest(`draft name:${keyText}`);
  return `${DRAFT}${Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

const IV_BYTES = 12;

async function keyOf(keyText: string): Promise<CryptoKey> {
  const secret = await digest(`draft key:${keyText}`);
  return crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** A fresh initialisation vector, then the ciphertext with its tag; in base64. */
async function encrypt(keyText: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(keyText), encode(text));
  return btoa(Array.from([...iv, ...new Uint8Array(sealed)], (byte) => String.fromCharCode(byte)).join(""));
}

async function decrypt(keyText: string, stored: string): Promise<string> {
  const bytes = Uint8Array.from(atob(stored), (letter) => letter.charCodeAt(0));
  const iv = bytes.subarray(0, IV_BYTES);
  const key = await keyOf(keyText);
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, bytes.subarray(IV_BYTES)));
}

const NO_DRAFT: Draft = { load: () => Promise.resolve(undefined), save: () => undefined, remove: () => undefined };

function hasStorage(): boolean {
  try {
    return globalThis.crypto?.subtle !== undefined && Boolean(window.localStorage && window.sessionStorage);
  } catch {
    return false;
  }
}

/** Another child begins behind the group's link: what the one before it left in this tab is gone. */
export function forgetTabDrafts(): void {
  if (!hasStorage()) return;
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(DRAFT)) sessionStorage.removeItem(name);
}

export function openDraft(keyText: string): Draft {
  if (!hasStorage()) return NO_DRAFT;
  const storage = keyText.includes("/") ? sessionStorage : localStorage;
  let last = Promise.resolve();
  /** A full or forbidden storage costs the draft, never the answer. */
  const then = (act: () => Promise<void>) => {
    last = last.then(act).catch(() => undefined);
  };
  return {
    async load() {
      const stored = storage.getItem(await entryName(keyText));
      return stored === null ? undefined : decrypt(keyText, stored).catch(() => undefined);
    },
    save: (text) => then(async () => storage.setItem(await entryName(keyText), await encrypt(keyText, text))),
    remove: () => then(async () => storage.removeItem(await entryName(keyText))),
  };
}
