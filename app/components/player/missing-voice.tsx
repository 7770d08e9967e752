/** Says so when the device cannot read aloud in this language; a loudspeaker that does nothing would be a riddle. */
import { useFrame } from "./player-context";
import { useVoice } from "./voice";

export function MissingVoice() {
  const { words } = useFrame();
  const { missing } = useVoice();
  return (
    <div role="status" className="missing-voice">
      {missing ? <p>{words.noVoice}</p> : null}
    </div>
  );
}
