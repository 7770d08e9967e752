/**
 * Reads a page aloud: texts are given by their words, and each is said by the first voice that can (voice-ways.ts). One
 * thing at a time. Whether pages are read unasked is the child's choice; it lives as long as its tab (kept-sound.ts).
 */
import type { ReactNode } from "react";
import { createContext, startTransition, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { Voices } from "#surveys/narration/voices";
import type { Language } from "#surveys/paper/language";
import { isUntouched, useDeviceVoice } from "./device-voice";
import { onFirstTouch } from "./first-touch";
import { keepSound, keptSound } from "./kept-sound";
import type { Manner, ReadWord } from "./reader";
import { createReader, filesFor, waysFor } from "./reader";

interface Spoken {
  /** Which list is being read. */
  readonly id: string;
  /** Which text of it. */
  readonly text: string;
  /** The word being read; absent when the voice does not tell. */
  readonly word?: ReadWord;
}

export interface Voice {
  /** False on the server and until the page is awake: no loudspeaker can work before. */
  readonly isAwake: boolean;
  /** Pages and chosen answers are read unasked. */
  readonly isOn: boolean;
  readonly spoken?: Spoken;
  /** Which list could not be read to its end. */
  readonly missing?: string;
  /** Turns reading unasked on and off; absent where nothing is read unasked. */
  readonly toggle?: () => void;
  /** Reads texts one after the other. Before a browser allows sound it waits for the first touch. */
  say(id: string, texts: readonly string[], manner?: Manner): void;
  stop(): void;
  /** Does something at the next touch, unless something is read before. */
  atFirstTouch(act: () => void): void;
  /** Neither a file nor the device can say this. */
  lacks(text: string): boolean;
  /** Files that will be played for these texts, as far as the child uses the sound at all. */
  ahead(texts: readonly string[]): readonly string[];
}

const nothing = () => undefined;

const VoiceContext = createContext<Voice>({
  isAwake: false,
  isOn: false,
  say: nothing,
  stop: nothing,
  atFirstTouch: nothing,
  lacks: () => false,
  ahead: () => [],
});

export const useVoice = (): Voice => useContext(VoiceContext);

/** Says or does something at the first touch of the page; a loudspeaker that was touched first comes before it. */
export function useFirstTouch(act: () => void): void {
  const { atFirstTouch } = useVoice();
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => atFirstTouch(() => latest.current()), [atFirstTouch]);
}

/** Reads a page that came in place of another, when pages are read unasked. Turning the sound on later reads nothing again. */
export function useReadOnArrival(isNew: boolean | undefined, id: string, texts: readonly string[]): void {
  const { isOn, say } = useVoice();
  useEffect(() => {
    if (isNew && isOn) say(id, texts);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isNew, id]);
}

/** Fetches what may be heard next before it is needed, so that a page speaks at once, also where the network has gone. */
export function useSoundsAhead(texts: readonly string[]): void {
  const { ahead } = useVoice();
  const fetched = useRef(new Set<string>());
  useEffect(() => {
    for (const url of ahead(texts)) {
      if (fetched.current.has(url)) continue;
      fetched.current.add(url);
      fetch(url, { priority: "low" }).catch(() => fetched.current.delete(url));
    }
  });
}

/** What is being read, and what may not be heard before the page is touched. */
function useReading(language: Language, voices: Voices) {
  const reader = useMemo(() => createReader(language), [language]);
  const [spoken, setSpoken] = useState<Spoken>();
  const [missing, setMissing] = useState<string>();
  const [isUsed, setUsed] = useState(false);
  const untouch = useRef<() => void>();

  const atFirstTouch = useCallback((act: () => void) => {
    untouch.current?.();
    untouch.current = onFirstTouch(act);
  }, []);

  const stop = useCallback(() => {
    untouch.current?.();
    reader.hush();
    setSpoken(undefined);
  }, [reader]);

  const say = useCallback(
    function again(id: string, texts: readonly string[], manner?: Manner) {
      stop();
      setMissing(undefined);
      setUsed(true);
      const waitForTouch = () => atFirstTouch(() => again(id, texts, manner));
      if (isUntouched()) waitForTouch();
      const listener = {
        onStart: () => untouch.current?.(),
        onText: (text: string, word?: ReadWord) => setSpoken({ id, text, word }),
      };
      void reader.read(texts, voices, listener, manner).then((reading) => {
        if (reading === "hushed") return;
        setSpoken(undefined);
        if (reading === "forbidden") waitForTouch();
        if (reading === "failed") setMissing(id);
      });
    },
    [reader, voices, stop, atFirstTouch],
  );

  useEffect(() => stop, [stop]);
  return { spoken, missing, isUsed, say, stop, atFirstTouch };
}

interface VoiceProviderProps {
  readonly language: Language;
  readonly voices: Voices;
  /** Absent: nothing is ever read unasked. */
  readonly isOnFromStart?: boolean;
  readonly children: ReactNode;
}

export function VoiceProvider({ language, voices, isOnFromStart, children }: VoiceProviderProps) {
  const [isAwake, setAwake] = useState(false);
  const [isOn, setOn] = useState(isOnFromStart === true);
  const { spoken, missing, isUsed, say, stop, atFirstTouch } = useReading(language, voices);
  const deviceVoice = useDeviceVoice(language);
  const hasSwitch = isOnFromStart !== undefined;

  // In a transition: what of the page has not been woken yet is not torn up to be drawn anew. A page that was loaded anew
  // goes on as the child had it.
  useEffect(
    () =>
      startTransition(() => {
        setAwake(true);
        setOn((was) => (hasSwitch ? (keptSound() ?? was) : was));
      }),
    [hasSwitch],
  );

  const toggle = useCallback(() => {
    stop();
    keepSound(!isOn);
    setOn(!isOn);
  }, [stop, isOn]);

  const voice = useMemo(
    (): Voice => ({
      isAwake,
      isOn,
      spoken,
      missing,
      toggle: hasSwitch ? toggle : undefined,
      say,
      stop,
      atFirstTouch,
      lacks: (text) => isAwake && deviceVoice === "absent" && filesFor(voices, text) === undefined,
      ahead: (texts) =>
        (isOn || isUsed) && deviceVoice !== "unknown"
          ? texts.flatMap((text) => {
              const [first] = waysFor(text, voices, deviceVoice === "here");
              return first?.by === "file" ? first.urls : [];
            })
          : [],
    }),
    [isAwake, isOn, isUsed, spoken, missing, hasSwitch, toggle, say, stop, atFirstTouch, deviceVoice, voices],
  );
  return <VoiceContext.Provider value={voice}>{children}</VoiceContext.Provider>;
}
