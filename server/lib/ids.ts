/** Random identifiers and secrets, and the hashes under which secrets are kept. */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

/** Crockford's alphabet in lower case: no i, l, o, u. */
const BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";

function base32(bytes: Uint8Array, length: number): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = "";
  for (let i = 0; i < length; i += 1) {
    text = (BASE32[Number(bits & 31n)] ?? "") + text;
    bits >>= 5n;
  }
  return text;
}

/** 128 random bits as 32 hexadecimal digits. */
export const newId = (): string => randomBytes(16).toString("hex");

/** The secret on a child's card: 128 bits in 26 characters. */
export const newCardSecret = (): string => base32(randomBytes(16), 26);

/** The code in a group's own link: 50 bits in 10 characters. */
export const newGroupCode = (): string => base32(randomBytes(7), 10);

/** The code of an institution in a round, at which children read what became of their answers: 50 bits in 10 characters. */
export const newResultCode = (): string => base32(randomBytes(7), 10);

/** A password a person can type: 20 characters, 100 bits, in four parts. */
export const newPassword = (): string => (base32(randomBytes(13), 20).match(/.{5}/g) ?? []).join("-");

export const newToken = (): string => randomBytes(32).toString("base64url");

export function pick<T>(list: readonly T[]): T {
  const chosen = list[randomInt(list.length)];
  if (chosen === undefined) throw new Error("There is nothing to pick from.");
  return chosen;
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export const hmac = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("hex");

/** Whether two signatures are one, in a time that does not tell how much of them is. */
export function isSameSignature(right: string, given: string): boolean {
  const [one, other] = [Buffer.from(right), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
