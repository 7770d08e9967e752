/** The top of every page after the invitation: stop, and the path. */
import type { Invitation } from "#server/responses/contract";
import { pagesOnPath } from "#surveys/paper/pages";
import { THEME_THINGS } from "#surveys/paper/paper";
import type { Walk } from "#surveys/paper/walk";
import { currentPage } from "#surveys/paper/walk";
import { fillWords } from "#surveys/paper/words/words";
import { Icon } from "~/components/ui/icon";
import { LytteHead, Thing } from "~/components/pictures/drawn";
import { usePlayer } from "./player-context";
import { Speaker } from "./speaker";

/** Works without scripts: the cross opens a question, and only the answer to it leaves. */
function StopButton() {
  const { words } = usePlayer();
  return (
    <details className="stop">
      <summary className="round" aria-label={words.stop}>
        <Icon name="x-bold" />
      </summary>
      <div className="stop-card">
        <div className="with-speaker">
          <p>{words.stopQuestion}</p>
          <Speaker id="stop" texts={[words.stopQuestion, words.stopYes, words.stopNo]} />
        </div>
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

/** Young people have a bar and Lytte's head; reading aloud is theirs at each question. */
export function TopBar(props: TopBarProps) {
  const { band } = usePlayer();
  if (band === "13-18")
    return (
      <header className="top">
        <StopButton />
        <Progress {...props} />
        <LytteHead />
      </header>
    );
  return (
    <header className="top">
      <StopButton />
      <Path {...props} />
    </header>
  );
}
