/** Lytte and its speech bubble: the page's heading, with the loudspeaker that reads it. */
import type { ReactNode } from "react";
import { useEffect } from "react";
import type { LytteMood } from "#surveys/pictures/lytte";
import { Lytte } from "~/components/pictures/drawn";
import { Speaker } from "./speaker";
import { SpokenText } from "./spoken-text";
import { useArrival } from "./use-arrival";
import { useVoice } from "./voice";

interface BubbleProps {
  readonly text: string;
  readonly stress?: string;
  readonly sound?: string;
  readonly mood?: LytteMood;
  /** What it is about, before the heading. */
  readonly picture?: ReactNode;
  /** More to read under the heading. */
  readonly children?: ReactNode;
  /** What the loudspeaker reads, when that is more or other than the heading. */
  readonly spokenText?: string;
  /** Screen readers and keyboards begin here when this page has come in place of another. */
  readonly isNew?: boolean;
}

export function Bubble({
  text,
  stress,
  sound,
  mood = "asks",
  picture,
  children,
  spokenText = text,
  isNew,
}: BubbleProps) {
  const { isOn, spoken, say } = useVoice();
  const id = `heading ${text}`;
  const isAsWritten = spokenText.startsWith(text);
  const heading = useArrival(isNew, id);
  useEffect(() => {
    if (isNew && isOn) say(id, spokenText, sound);
    // Turning the sound on later must not read the page again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isNew, id]);
  return (
    <div className="ask">
      <Lytte mood={mood === "asks" && !spoken ? "listens" : mood} />
      <div className="bubble">
        {picture}
        <div className="bubble-text">
          <h1 ref={heading} tabIndex={-1}>
            <SpokenText text={text} stress={stress} word={isAsWritten && spoken?.id === id ? spoken.word : undefined} />
          </h1>
          {children}
        </div>
        <Speaker id={id} text={spokenText} sound={sound} size="large" />
      </div>
    </div>
  );
}
