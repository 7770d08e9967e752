/** The frame of a child's page outside a walk: logo, language, colour, words and voice. */
import { useMemo } from "react";
import type { ReactNode } from "react";
import type { Voices } from "#surveys/narration/voices";
import type { Language } from "#surveys/paper/language";
import { LANGUAGES } from "#surveys/paper/language";
import type { FrameWords } from "#surveys/paper/words/words";
import { Lytte } from "~/components/pictures/drawn";
import { HelpButton } from "./help-button";
import { LanguageMenu } from "./language-menu";
import { FrameProvider } from "./player-context";
import { useDocumentWords } from "./door-words";
import { useVisit } from "./use-visit";
import { VoiceProvider } from "./voice";

interface ChildFrameProps {
  readonly language: Language;
  readonly words: FrameWords;
  /** Which group's door this is. */
  readonly where?: string;
  readonly isInvented?: boolean;
  /** What reads aloud the words of this page, beside those of every page. */
  readonly voices?: Voices;
  readonly children: ReactNode;
}

export function ChildFrame({ language, words, where, isInvented, voices: own, children }: ChildFrameProps) {
  const { voices: common } = useDocumentWords();
  const voices = useMemo(
    () => (own ? { ...common, sounds: { ...common.sounds, ...own.sounds } } : common),
    [common, own],
  );
  useVisit();
  return (
    <FrameProvider words={words} language={language}>
      <VoiceProvider language={language} voices={voices}>
        <div className="child" data-theme="trust">
          {isInvented ? <p className="child-invented">{words.invented}</p> : null}
          <div className="child-page door-page">
            <header className="top">
              <span className="brand">
                <Lytte mood="waits" />
                Lyt Højt
              </span>
              {where ? <bdi className="where">{where}</bdi> : null}
              <LanguageMenu languages={LANGUAGES} />
              <HelpButton />
            </header>
            <main className="door">{children}</main>
          </div>
        </div>
      </VoiceProvider>
    </FrameProvider>
  );
}
