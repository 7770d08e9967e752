/** Turns reading aloud on and off, where pages are read unasked; nothing at the doors, where they never are. */
import { Icon } from "~/components/ui/icon";
import { usePlayer } from "./player-context";
import { useVoice } from "./voice";

function Switch({ toggle }: { readonly toggle: () => void }) {
  const { words } = usePlayer();
  const { isAwake, isOn } = useVoice();
  return (
    <button
      type="button"
      className="sound-switch"
      disabled={!isAwake}
      aria-label={isOn ? words.soundOff : words.soundOn}
      onClick={toggle}
    >
      <Icon name={isOn ? "speaker-high-fill" : "speaker-slash-fill"} isDirectional />
    </button>
  );
}

export function SoundSwitch() {
  const { toggle } = useVoice();
  return toggle ? <Switch toggle={toggle} /> : null;
}
