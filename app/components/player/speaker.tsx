/** A loudspeaker: reads one text aloud. It sleeps until the page is awake, because without scripts nothing can speak. */
import { Icon } from "~/components/ui/icon";
import { usePlayer } from "./player-context";
import { useVoice } from "./voice";

interface SpeakerProps {
  /** Names the text, so that the page knows which one is being read. */
  readonly id: string;
  readonly text: string;
  readonly sound?: string;
  readonly size?: "large" | "small";
}

export function Speaker({ id, text, sound, size = "small" }: SpeakerProps) {
  const { words } = usePlayer();
  const { isAwake, spoken, say, stop } = useVoice();
  const isSpeaking = spoken?.id === id;
  return (
    <button
      type="button"
      className="speaker"
      data-size={size}
      data-speaking={isSpeaking || undefined}
      disabled={!isAwake}
      aria-label={words.listen(text)}
      onClick={() => (isSpeaking ? stop() : say(id, text, sound))}
    >
      <Icon name="speaker-high-fill" isDirectional />
    </button>
  );
}
