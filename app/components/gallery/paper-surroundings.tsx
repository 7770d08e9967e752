/** What the player's parts need around them outside a round: words, language, direction and voice. */
import type { ReactNode } from "react";
import type { Paper } from "#surveys/paper/paper";
import { isLocale } from "#surveys/paper/local-text";
import { PlayerProvider } from "../player/player-context";
import { VoiceProvider } from "../player/voice";
import { PLAYER_WORDS } from "../player/words";

interface PaperSurroundingsProps {
  readonly paper: Paper;
  readonly children: ReactNode;
}

export function PaperSurroundings({ paper, children }: PaperSurroundingsProps) {
  const locale = isLocale(paper.locale) ? paper.locale : "da";
  return (
    <PlayerProvider value={{ words: PLAYER_WORDS[locale], locale, dir: paper.dir }}>
      <VoiceProvider locale={locale} isOnFromStart={false}>
        {children}
      </VoiceProvider>
    </PlayerProvider>
  );
}
