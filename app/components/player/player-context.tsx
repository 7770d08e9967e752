/** What every part of a child's page needs: its words, its language and direction; within a walk also the age band. */
import type { ReactNode } from "react";
import { createContext, useContext } from "react";
import type { Language } from "#surveys/paper/language";
import { directionOf } from "#surveys/paper/language";
import type { AgeBand } from "#surveys/paper/paper";
import type { FrameWords, PlayerWords } from "#surveys/paper/words/words";

export interface Frame {
  readonly words: FrameWords;
  readonly language: Language;
  readonly dir: "ltr" | "rtl";
}

export interface PlayerSurroundings extends Frame {
  readonly words: PlayerWords;
  readonly band?: AgeBand;
  /** Who reads what the child writes. */
  readonly readerRole?: string;
}

const FrameContext = createContext<Frame | undefined>(undefined);
const PlayerContext = createContext<PlayerSurroundings | undefined>(undefined);

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("A part of a child's page stands outside of its frame.");
  return value;
}

export const useFrame = (): Frame => given(useContext(FrameContext));
export const usePlayer = (): PlayerSurroundings => given(useContext(PlayerContext));

interface ProviderProps<Words> {
  readonly words: Words;
  readonly language: Language;
  readonly children: ReactNode;
}

export function FrameProvider({ words, language, children }: ProviderProps<FrameWords>) {
  return (
    <FrameContext.Provider value={{ words, language, dir: directionOf(language) }}>{children}</FrameContext.Provider>
  );
}

interface PlayerProviderProps extends ProviderProps<PlayerWords>, Pick<PlayerSurroundings, "band" | "readerRole"> {}

export function PlayerProvider({ words, language, band, readerRole, children }: PlayerProviderProps) {
  return (
    <FrameProvider words={words} language={language}>
      <PlayerContext.Provider value={{ words, language, band, readerRole, dir: directionOf(language) }}>
        {children}
      </PlayerContext.Provider>
    </FrameProvider>
  );
}
