/**
 * What a page of a child is told about voices: which files say which texts, and whether the device's own voice or a
 * synthetic file is asked first. Small enough for a child's device; the whole manifest never leaves the server.
 */

/** A person's recording is always first; this is about the other two. */
export const VOICE_ORDERS = ["device-first", "file-first"] as const;
export type VoiceOrder = (typeof VOICE_ORDERS)[number];

/** By text: the URLs of the files that say just that text, one after the other. */
export type Sounds = Readonly<Record<string, readonly string[]>>;

export interface Voices {
  readonly order: VoiceOrder;
  readonly sounds: Sounds;
}

const SYNTHETIC = "/narration/synthetic/";

/** A sound that is not one of our placeholders is a person's: recorded here, or named by the survey itself. */
export const isPersons = (urls: readonly string[]): boolean => urls.every((url) => !url.startsWith(SYNTHETIC));
