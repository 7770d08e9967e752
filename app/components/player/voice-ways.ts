/** Which voice speaks: every way a text can be said on this device, the one to try first in front. Pure. */
import type { VoiceOrder } from "#surveys/narration/voices";
import { isPersons } from "#surveys/narration/voices";

export type Way = { readonly by: "file"; readonly urls: readonly string[] } | { readonly by: "device" };

interface Means {
  /** Files that say just this text, one after the other. */
  readonly urls?: readonly string[];
  /** The device has a voice of the language, and it speaks without sending the text away. */
  readonly hasDeviceVoice: boolean;
  readonly order: VoiceOrder;
}

/** A person's recording first of all; a municipality decides in which order the two machines are asked. */
export function waysToSay({ urls, hasDeviceVoice, order }: Means): readonly Way[] {
  const file: Way[] = urls ? [{ by: "file", urls }] : [];
  const device: Way[] = hasDeviceVoice ? [{ by: "device" }] : [];
  const isFileFirst = order === "file-first" || (urls !== undefined && isPersons(urls));
  return isFileFirst ? [...file, ...device] : [...device, ...file];
}
