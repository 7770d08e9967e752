/** The top of every page after the invitation: stop, the path, and reading aloud. */
import type { Paper } from "#surveys/paper/paper";
import { THEME_THINGS } from "#surveys/paper/paper";
import { visibleItems } from "#surveys/paper/walk";
import type { Walk } from "#surveys/paper/walk";
import { Icon } from "~/components/ui/icon";
import { Thing } from "~/components/pictures/drawn";
import { usePlayer } from "./player-context";
import { useVoice } from "./voice";

/** Works without scripts: the cross opens a question, and only the answer to it leaves. */
function StopButton() {
  const { words } = usePlayer();
  return (
    <details className="stop">
      <summary className="round" aria-label={words.stop}>
        <Icon name="x-bold" />
      </summary>
      <div className="stop-card">
        <p>{words.stopQuestion}</p>
        <button type="submit" className="pill" name="do" value="leave">
          {words.stopYes}
        </button>
        <button type="submit" className="pill" name="do" value="stay">
          {words.stopNo}
        </button>
      </div>
    </details>
  );
}

function SoundButton() {
  const { words } = usePlayer();
  const { isAwake, isOn, toggle } = useVoice();
  return (
    <button
      type="button"
      className="round speaker-toggle"
      disabled={!isAwake}
      aria-label={isOn ? words.soundOff : words.soundOn}
      onClick={toggle}
    >
      <Icon name={isOn ? "speaker-high-fill" : "speaker-slash-fill"} isDirectional />
    </button>
  );
}

function Path({ paper, walk }: { readonly paper: Paper; readonly walk: Walk }) {
  const { words } = usePlayer();
  const items = visibleItems(paper, walk.answers);
  const here = walk.stage === "asking" ? items.findIndex((item) => item === paper.items[walk.itemIndex]) : items.length;
  const label = here < items.length ? words.path(here + 1, items.length) : words.ownAnswers;
  return (
    <div className="path" role="img" aria-label={label}>
      {items.map((item, index) =>
        index === here ? (
          <span key={item.name} className="dot" data-at="here">
            <Thing name={THEME_THINGS[item.theme]} />
          </span>
        ) : (
          <span key={item.name} className="dot" data-at={index < here ? "behind" : "ahead"} />
        ),
      )}
    </div>
  );
}

export function TopBar({ paper, walk }: { readonly paper: Paper; readonly walk: Walk }) {
  return (
    <header className="top">
      <StopButton />
      <Path paper={paper} walk={walk} />
      <SoundButton />
    </header>
  );
}
