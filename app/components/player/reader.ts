/** Reads a list of texts one after the other, each on the first of its ways that works. One list at a time. */
import type { Language } from "#surveys/paper/language";
import type { Voices } from "#surveys/narration/voices";
import type { Ears, Outcome } from "./device-voice";
import { hushDevice, localVoice, speakOnDevice } from "./device-voice";
import { createSoundFiles } from "./sound-file";
import type { Way } from "./voice-ways";
import { waysToSay } from "./voice-ways";

/** The word being read, as positions in the text. */
export interface ReadWord {
  readonly from: number;
  readonly to: number;
}

interface Listener {
  onStart(): void;
  /** A text is begun, or a word of it; a voice may not tell its words. */
  onText(text: string, word?: ReadWord): void;
}

/** How it is read: more slowly to who did not understand. */
export interface Manner {
  readonly isSlow?: boolean;
}

/** `hushed`: something else was to be read, or nothing more. */
type Reading = Outcome | "hushed";

export interface Reader {
  read(texts: readonly string[], voices: Voices, listener: Listener, manner?: Manner): Promise<Reading>;
  hush(): void;
}

export function filesFor(voices: Voices, text: string): readonly string[] | undefined {
  return Object.hasOwn(voices.sounds, text) ? voices.sounds[text] : undefined;
}

export function waysFor(text: string, voices: Voices, hasDeviceVoice: boolean): readonly Way[] {
  return waysToSay({ urls: filesFor(voices, text), order: voices.order, hasDeviceVoice });
}

const SLOW = 0.75;

export function createReader(language: Language): Reader {
  const files = createSoundFiles();
  let turn = 0;
  let pace = 1;

  async function playAll(urls: readonly string[], onStart: () => void): Promise<Outcome> {
    const mine = turn;
    for (const url of urls) {
      const outcome = await files.play(url, pace, onStart);
      if (outcome !== "said" || mine !== turn) return outcome;
    }
    return "said";
  }

  async function say(text: string, voices: Voices, ears: Ears): Promise<Reading> {
    const mine = turn;
    const voice = localVoice(language);
    for (const way of waysFor(text, voices, voice !== undefined)) {
      const spoken =
        way.by === "file" ? playAll(way.urls, ears.onStart) : voice && speakOnDevice(text, voice, pace, ears);
      const outcome = await spoken;
      if (mine !== turn) return "hushed";
      if (outcome && outcome !== "failed") return outcome;
      files.hush();
    }
    return "failed";
  }

  function hush(): void {
    turn += 1;
    files.hush();
    hushDevice();
  }

  async function read(
    texts: readonly string[],
    voices: Voices,
    listener: Listener,
    { isSlow }: Manner = {},
  ): Promise<Reading> {
    hush();
    pace = isSlow ? SLOW : 1;
    const mine = turn;
    const ifMine = (act: () => void) => mine === turn && act();
    let result: Outcome = "said";
    for (const text of texts) {
      listener.onText(text);
      const outcome = await say(text, voices, {
        onStart: () => ifMine(listener.onStart),
        onWord: (from, to) => ifMine(() => listener.onText(text, { from, to })),
      });
      if (outcome === "hushed" || outcome === "forbidden") return outcome;
      if (outcome === "failed") result = "failed";
    }
    return result;
  }
  return { read, hush };
}
