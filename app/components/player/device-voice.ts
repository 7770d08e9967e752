/**
 * The device's own voice. Only one that is built in is used: a voice that lives elsewhere would be sent what a child is
 * asked. A voice that says nothing, or falls silent on its way, has failed, and something else may speak.
 */
import { startTransition, useEffect, useState } from "react";
import type { Language } from "#surveys/paper/language";

/** How an attempt to speak ends; a browser forbids sound until somebody has touched the page. */
export type Outcome = "said" | "failed" | "forbidden";

/** A little slower than the device speaks to adults. */
const RATE = 0.9;
/** After so long a voice that has said nothing will say nothing. */
const SILENT_MS = 3000;
/** A slow voice takes no longer over a letter. */
const LETTER_MS = 120;

const hasSpeech = (): boolean => typeof window !== "undefined" && "speechSynthesis" in window;

export function localVoice(language: Language): SpeechSynthesisVoice | undefined {
  if (!hasSpeech()) return undefined;
  const isOurs = ({ lang, localService }: SpeechSynthesisVoice) =>
    localService && lang.toLowerCase().split(/[-_]/)[0] === language;
  return window.speechSynthesis.getVoices().find(isOurs);
}

/** Nobody has touched the page yet, so that a browser may keep it silent. */
export const isUntouched = (): boolean => navigator.userActivation?.hasBeenActive === false;

/** The end of the word that begins at a position. */
function wordEnd(text: string, from: number): number {
  const length = /^[\p{L}\p{N}'’-]+/u.exec(text.slice(from))?.[0].length ?? 0;
  return from + length;
}

export interface Ears {
  /** It can be heard now. */
  onStart(): void;
  onWord(from: number, to: number): void;
}

/** Kept while it is read: some browsers otherwise throw an utterance away, with its events. */
let spoken: SpeechSynthesisUtterance | undefined;

export function speakOnDevice(text: string, voice: SpeechSynthesisVoice, pace: number, ears: Ears): Promise<Outcome> {
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text);
    spoken = utterance;
    let patience = 0;
    const settle = (outcome: Outcome) => {
      window.clearTimeout(patience);
      resolve(outcome);
    };
    const giveUpAfter = (ms: number) => {
      window.clearTimeout(patience);
      patience = window.setTimeout(() => {
        if (spoken === utterance) window.speechSynthesis.cancel();
        settle(isUntouched() ? "forbidden" : "failed");
      }, ms);
    };
    const goOnAt = (at: number) => giveUpAfter(SILENT_MS + ((text.length - at) * LETTER_MS) / pace);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = RATE * pace;
    utterance.onstart = () => {
      ears.onStart();
      goOnAt(0);
    };
    utterance.onboundary = ({ charIndex }) => {
      ears.onWord(charIndex, wordEnd(text, charIndex));
      goOnAt(charIndex);
    };
    utterance.onend = () => settle("said");
    utterance.onerror = ({ error }) => settle(error === "not-allowed" ? "forbidden" : "failed");
    giveUpAfter(SILENT_MS);
    window.speechSynthesis.speak(utterance);
  });
}

export function hushDevice(): void {
  spoken = undefined;
  if (hasSpeech()) window.speechSynthesis.cancel();
}

/** Browsers find their voices late, some without saying so; some never list any. */
export type DeviceVoice = "here" | "absent" | "unknown";

function deviceVoice(language: Language): DeviceVoice {
  if (localVoice(language)) return "here";
  const mayCome = hasSpeech() && window.speechSynthesis.getVoices().length === 0 && performance.now() < SILENT_MS;
  return mayCome ? "unknown" : "absent";
}

function onVoices(changed: () => void): () => void {
  if (!hasSpeech()) return () => undefined;
  const late = window.setTimeout(changed, SILENT_MS);
  window.speechSynthesis.addEventListener?.("voiceschanged", changed);
  return () => {
    window.clearTimeout(late);
    window.speechSynthesis.removeEventListener?.("voiceschanged", changed);
  };
}

/**
 * Whether the device can speak the language; unknown on the server and until the page is awake. Learnt in a transition: an
 * external store's news would be drawn at once, and tear up what of the page has not been woken yet.
 */
export function useDeviceVoice(language: Language): DeviceVoice {
  const [known, setKnown] = useState<DeviceVoice>("unknown");
  useEffect(() => {
    const learn = () => startTransition(() => setKnown(deviceVoice(language)));
    learn();
    return onVoices(learn);
  }, [language]);
  return known;
}
