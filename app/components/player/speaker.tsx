/** A loudspeaker: reads one text aloud. It sleeps until the page is awake, because without scripts nothing can speak. */
import { Icon } from "~/components/ui/icon";
import { fillWords } from "#surveys/paper/words/words";
import { useFrame } from "./player-context";
import { useVoice } from "./voice";

interface SpeakerProps {
  /** Names the text, so that the page knows which one is being read. */
  readonly id: string;
  readonly text: string;
  readonly sound?: string;
  readonly size?: "large" | "small";
  /** On an answer, which is read aloud when the keys choose it: no tab stop of its own. */
  readonly isAside?: boolean;
}

export function Speaker({ id, text, sound, size = "small", isAside }: SpeakerProps) {
  const { words } = useFrame();
  const { isAwake, isMissing, spoken, say, stop } = useVoice();
  const isSpeaking = spoken?.id === id;
  return (
    <button
      type="button"
      className="speaker"
      data-size={size}
      data-speaking={isSpeaking || undefined}
      disabled={!isAwake}
      tabIndex={isAside ? -1 : undefined}
      aria-label={fillWords(words.listen, text)}
      onClick={() => (isSpeaking ? stop() : say(id, text, sound))}
    >
      <Icon name={isMissing ? "speaker-slash-fill" : "speaker-high-fill"} isDirectional />
    </button>
  );
}
