/**
 * Reads aloud: a recorded voice when there is one, else the device's own in the paper's language. One thing at a time.
 * Whether pages are read unasked is the child's choice on this page; it is not remembered.
 */
import type { ReactNode } from "react";
import { createContext, startTransition, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { Language } from "#surveys/paper/language";

export interface Spoken {
  /** Which text is being read. */
  readonly id: string;
  /** The word being read, as positions in the text; absent when the voice does not tell. */
  readonly word?: { readonly from: number; readonly to: number };
}

export interface Voice {
  /** False on the server and until the page is awake: no loudspeaker can work before. */
  readonly isAwake: boolean;
  /** Pages and chosen answers are read unasked. */
  readonly isOn: boolean;
  readonly spoken?: Spoken;
  /** The device has no voice for this language. */
  readonly isMissing: boolean;
  toggle(): void;
  say(id: string, text: string, sound?: string): void;
  stop(): void;
}

const SILENT: Voice = {
  isAwake: false,
  isOn: false,
  isMissing: false,
  toggle: () => undefined,
  say: () => undefined,
  stop: () => undefined,
};

const VoiceContext = createContext<Voice>(SILENT);

export const useVoice = (): Voice => useContext(VoiceContext);

const VOICES: Readonly<Record<Language, string>> = {
  da: "da-DK",
  en: "en-GB",
  ar: "ar",
  tr: "tr-TR",
  pl: "pl-PL",
  uk: "uk-UA",
  ur: "ur-PK",
};
/** A little slower than the device speaks to adults. */
const RATE = 0.9;
/** After so long a voice that has said nothing will say nothing. */
const SILENT_MS = 3000;

function findVoice(language: Language): SpeechSynthesisVoice | "any" | undefined {
  const voices = window.speechSynthesis.getVoices();
  if (voices.length === 0) return "any";
  const suits = (voice: SpeechSynthesisVoice) => voice.lang.toLowerCase().startsWith(language);
  return voices.find((voice) => suits(voice) && voice.localService) ?? voices.find(suits);
}

/** The end of the word that begins at a position. */
function wordEnd(text: string, from: number): number {
  const length = /^[\p{L}\p{N}'’-]+/u.exec(text.slice(from))?.[0].length ?? 0;
  return from + length;
}

interface Ears {
  onWord(from: number, to: number): void;
  onEnd(): void;
  onMissing(): void;
}

function speak(text: string, language: Language, ears: Ears): void {
  if (!("speechSynthesis" in window)) return ears.onMissing();
  const voice = findVoice(language);
  if (!voice) return ears.onMissing();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = VOICES[language];
  utterance.rate = RATE;
  if (voice !== "any") utterance.voice = voice;
  utterance.onboundary = ({ charIndex }) => ears.onWord(charIndex, wordEnd(text, charIndex));
  utterance.onend = ears.onEnd;
  // A browser that lists no voices may take the text and stay silent.
  const silence = window.setTimeout(() => {
    window.speechSynthesis.cancel();
    ears.onMissing();
  }, SILENT_MS);
  utterance.onstart = () => window.clearTimeout(silence);
  utterance.onerror = ({ error }) => {
    window.clearTimeout(silence);
    const isOurs = error === "canceled" || error === "interrupted" || error === "not-allowed";
    return isOurs ? ears.onEnd() : ears.onMissing();
  };
  window.speechSynthesis.speak(utterance);
}

interface VoiceProviderProps {
  readonly language: Language;
  readonly isOnFromStart: boolean;
  readonly children: ReactNode;
}

export function VoiceProvider({ language, isOnFromStart, children }: VoiceProviderProps) {
  const [isAwake, setAwake] = useState(false);
  // In a transition: what of the page has not been woken yet is not torn up to be drawn anew.
  useEffect(() => startTransition(() => setAwake(true)), []);
  const [isOn, setOn] = useState(isOnFromStart);
  const [isMissing, setMissing] = useState(false);
  const [spoken, setSpoken] = useState<Spoken>();
  const turn = useRef(0);
  const audio = useRef<HTMLAudioElement>();

  const stop = useCallback(() => {
    turn.current += 1;
    audio.current?.pause();
    if ("speechSynthesis" in window) window.speechSynthesis.cancel();
    setSpoken(undefined);
  }, []);

  const say = useCallback(
    (id: string, text: string, sound?: string) => {
      stop();
      const mine = turn.current;
      const ifMine = (act: () => void) => () => mine === turn.current && act();
      const end = ifMine(() => setSpoken(undefined));
      const missing = ifMine(() => {
        setSpoken(undefined);
        setMissing(true);
      });
      const onWord = (from: number, to: number) => ifMine(() => setSpoken({ id, word: { from, to } }))();
      const speakInstead = ifMine(() => speak(text, language, { onWord, onEnd: end, onMissing: missing }));
      setMissing(false);
      setSpoken({ id });
      if (!sound) return void speakInstead();
      audio.current = new Audio(sound);
      audio.current.onended = end;
      audio.current.play().catch(speakInstead);
    },
    [language, stop],
  );

  useEffect(() => stop, [stop]);

  const toggle = useCallback(() => {
    stop();
    setOn((was) => !was);
  }, [stop]);

  const voice = useMemo(
    () => ({ isAwake, isOn, isMissing, spoken, toggle, say, stop }),
    [isAwake, isOn, isMissing, spoken, toggle, say, stop],
  );
  return <VoiceContext.Provider value={voice}>{children}</VoiceContext.Provider>;
}
