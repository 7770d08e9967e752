/** What every part of the player needs: the words, the language and its direction. */
import { createContext, useContext } from "react";
import type { Locale } from "#surveys/paper/local-text";
import type { PlayerWords } from "./words";
import { PLAYER_WORDS } from "./words";

export interface PlayerSurroundings {
  readonly words: PlayerWords;
  readonly locale: Locale;
  readonly dir: "ltr" | "rtl";
}

const PlayerContext = createContext<PlayerSurroundings>({ words: PLAYER_WORDS.da, locale: "da", dir: "ltr" });

export const PlayerProvider = PlayerContext.Provider;
export const usePlayer = (): PlayerSurroundings => useContext(PlayerContext);
