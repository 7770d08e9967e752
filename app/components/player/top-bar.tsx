/** The top of every page after the invitation: stop, the path, and an adult to talk to. */
import type { Invitation } from "#server/responses/contract";
import { pagesOnPath } from "#surveys/paper/pages";
import { THEME_THINGS } from "#surveys/paper/paper";
import type { Walk } from "#surveys/paper/walk";
import { currentPage } from "#surveys/paper/walk";
import { fillWords } from "#surveys/paper/words/words";
import { Icon } from "~/components/ui/icon";
import { Thing } from "~/components/pictures/drawn";
import { Fold } from "./fold";
import { HelpButton } from "./help-button";
import { usePlayer } from "./player-context";
import { Speaker } from "./speaker";
import { useVoice } from "./voice";

/** Works without scripts: the cross opens a question, and only the answer to it leaves. */
function StopButton() {
  const { words } = usePlayer();
  const { isOn, say } = useVoice();
  const texts = [words.stopQuestion, words.stopYes, words.stopNo];
  return (
    <Fold
      className="stop"
      buttonClass="round"
      label={words.stop}
      button={<Icon name="x-bold" />}
      onOpen={() => isOn && say("stop", texts)}
    >
      <section className="stop-card" aria-label={words.stop}>
        <div className="with-speaker">
          <p>{words.stopQuestion}</p>
          <Speaker id="stop" texts={texts} />
        </div>
        <button type="submit" className="pill" name="do" value="leave">
          {words.stopYes}
        </button>
        <button type="submit" className="pill" name="do" value="stay">
          {words.stopNo}
        </button>
      </section>
    </Fold>
  );
}

interface TopBarProps {
  readonly invitation: Pick<Invitation, "paper" | "facts">;
  readonly walk: Walk;
}

/** Where the child is among the pages that count; `here` lies between two of them at a rest, and before the first at a try. */
function placeOnPath({ invitation: { paper, facts }, walk }: TopBarProps) {
  const pages = pagesOnPath(paper, walk.answers, facts);
  const here = walk.stage === "asking" ? pages.indexOf(walk.pageIndex) : pages.length;
  const behind = walk.stage === "asking" ? pages.filter((index) => index < walk.pageIndex).length : pages.length;
  return { pages, here, behind };
}

function usePathLabel({ invitation: { paper, facts }, walk }: TopBarProps, here: number, of: number): string {
  const { words } = usePlayer();
  const page = currentPage(paper, walk, facts);
  if (!page) return words.ownAnswers;
  if ("rest" in page) return words.rest;
  if (page.isPractice || here < 0) return words.practice;
  const isOneEach = paper.pages.every((one) => "rest" in one || one.items.length === 1);
  return fillWords(isOneEach ? words.path : words.pathPages, here + 1, of);
}

/** A dot for each page that counts; the one where the child is shows its theme. */
function Path(props: TopBarProps) {
  const { paper } = props.invitation;
  const { pages, here, behind } = placeOnPath(props);
  const label = usePathLabel(props, here, pages.length);
  const themeAt = (index: number) => {
    const page = paper.pages[index];
    const name = page && "items" in page ? page.items[0] : undefined;
    return paper.items.find((item) => item.name === name)?.theme ?? "voice";
  };
  return (
    <div className="path" role="img" aria-label={label} data-many={pages.length > 16 || undefined}>
      {pages.map((index, at) =>
        at === here ? (
          <span key={index} className="dot" data-at="here">
            <Thing name={THEME_THINGS[themeAt(index)]} />
          </span>
        ) : (
          <span key={index} className="dot" data-at={at < behind ? "behind" : "ahead"} />
        ),
      )}
    </div>
  );
}

function Progress(props: TopBarProps) {
  const { pages, here, behind } = placeOnPath(props);
  const label = usePathLabel(props, here, pages.length);
  return <progress className="progress" aria-label={label} max={pages.length} value={behind} />;
}

/** Young people have a bar in place of dots. */
export function TopBar(props: TopBarProps) {
  const { band } = usePlayer();
  return (
    <header className="top">
      <StopButton />
      {band === "13-18" ? <Progress {...props} /> : <Path {...props} />}
      <HelpButton />
    </header>
  );
}
