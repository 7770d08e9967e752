/** Lytte and its speech bubble: the page's heading, with the loudspeaker that reads it. */
import type { ReactNode } from "react";
import type { LytteMood } from "#surveys/pictures/lytte";
import { Lytte } from "~/components/pictures/drawn";
import { SoundSwitch } from "./sound-switch";
import { Speaker } from "./speaker";
import { SpokenText } from "./spoken-text";
import { useArrival } from "./use-arrival";
import { useReadOnArrival, useVoice } from "./voice";

interface BubbleProps {
  readonly text: string;
  readonly stress?: string;
  readonly mood?: LytteMood;
  /** What it is about, before the heading. */
  readonly picture?: ReactNode;
  /** More to read under the heading. */
  readonly children?: ReactNode;
  /** What the loudspeaker reads, text by text, when that is more or other than the heading. */
  readonly spokenTexts?: readonly string[];
  /** Screen readers and keyboards begin here when this page has come in place of another. */
  readonly isNew?: boolean;
}

export function Bubble({ text, stress, mood = "asks", picture, children, spokenTexts = [text], isNew }: BubbleProps) {
  const { spoken, toggle } = useVoice();
  const id = `heading ${text}`;
  const heading = useArrival(isNew, id);
  useReadOnArrival(isNew, id, spokenTexts);
  const isRead = spoken?.id === id && spoken.text === text;
  return (
    <div className="ask">
      <Lytte mood={mood === "asks" && !spoken ? "listens" : mood} />
      <div className="bubble" data-switch={toggle ? true : undefined}>
        {picture}
        <div className="bubble-text">
          <h1 ref={heading} tabIndex={-1}>
            <SpokenText text={text} stress={stress} word={isRead ? spoken.word : undefined} />
          </h1>
          {children}
        </div>
        <Speaker id={id} texts={spokenTexts} size="large" />
        <SoundSwitch />
      </div>
    </div>
  );
}
