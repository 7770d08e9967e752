/** A loudspeaker: reads texts aloud. It sleeps until the page is awake, because without scripts nothing can speak. */
import { Icon } from "~/components/ui/icon";
import { fillWords } from "#surveys/paper/words/words";
import { inSentences } from "./in-sentences";
import { useFrame } from "./player-context";
import { useVoice } from "./voice";

interface SpeakerProps {
  /** Names the texts, so that the page knows which are being read. */
  readonly id: string;
  /** Read one after the other, each by its own words. */
  readonly texts: readonly string[];
  readonly size?: "large" | "small";
  /** For who did not understand. */
  readonly isSlow?: boolean;
  /** On an answer, which is read aloud when the keys choose it: no tab stop of its own. */
  readonly isAside?: boolean;
}

export function Speaker({ id, texts, size = "small", isSlow, isAside }: SpeakerProps) {
  const { words } = useFrame();
  const { isAwake, missing, spoken, say, stop, lacks } = useVoice();
  const isSpeaking = spoken?.id === id;
  const isDumb = missing === id || texts.every(lacks);
  const [only, ...more] = texts;
  return (
    <button
      type="button"
      className="speaker"
      data-size={size}
      data-speaking={isSpeaking || undefined}
      data-missing={isDumb || undefined}
      disabled={!isAwake}
      tabIndex={isAside ? -1 : undefined}
      aria-label={fillWords(words.listen, only !== undefined && more.length === 0 ? only : inSentences(texts))}
      onClick={() => (isSpeaking ? stop() : say(id, texts, { isSlow }))}
    >
      <Icon name={isDumb ? "speaker-slash-fill" : "speaker-high-fill"} isDirectional />
    </button>
  );
}
