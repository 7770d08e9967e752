/** The frame of a child's page outside a walk: logo, language, colour, words and voice. */
import type { ReactNode } from "react";
import type { Locale } from "#surveys/paper/local-text";
import { Icon } from "~/components/ui/icon";
import { Lytte } from "~/components/pictures/drawn";
import { PlayerProvider } from "./player-context";
import { VoiceProvider } from "./voice";
import { PLAYER_WORDS } from "./words";

interface ChildFrameProps {
  readonly locale: Locale;
  /** Which group's door this is. */
  readonly where?: string;
  readonly isInvented?: boolean;
  readonly children: ReactNode;
}

export function ChildFrame({ locale, where, isInvented, children }: ChildFrameProps) {
  const words = PLAYER_WORDS[locale];
  const other = locale === "da" ? "en" : "da";
  return (
    <PlayerProvider value={{ words, locale, dir: "ltr" }}>
      <VoiceProvider locale={locale} isOnFromStart={false}>
        <div className="child" data-theme="trust">
          {isInvented ? <p className="child-invented">{words.invented}</p> : null}
          <div className="child-page door-page">
            <header className="top">
              <span className="brand">
                <Lytte mood="waits" />
                Lyt Højt
              </span>
              {where ? <span className="where">{where}</span> : null}
              <a className="pill" href={`?lang=${other}`} lang={other}>
                <Icon name="globe-bold" />
                {words.otherLanguage}
              </a>
            </header>
            <main className="door">{children}</main>
          </div>
        </div>
      </VoiceProvider>
    </PlayerProvider>
  );
}
