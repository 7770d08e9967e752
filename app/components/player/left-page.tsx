/** Said no, or stopped: nothing is kept, and one may change one's mind. */
import { Lytte } from "~/components/pictures/drawn";
import { EndPage } from "./end-page";
import { usePlayer } from "./player-context";
import { Speaker } from "./speaker";
import { useArrival } from "./use-arrival";
import { useReadOnArrival } from "./voice";

export function LeftPage({ isNew, nextHref }: { readonly isNew: boolean; readonly nextHref?: string }) {
  const { words } = usePlayer();
  const heading = useArrival(isNew);
  const texts = [words.left, words.leftHelp];
  useReadOnArrival(isNew, "left", texts);
  return (
    <EndPage>
      <Lytte mood="waits" />
      <h1 ref={heading} tabIndex={-1}>
        {words.left}
      </h1>
      <p className="sent">
        {words.leftHelp}
        <Speaker id="left" texts={texts} />
      </p>
      <p className="end-links">
        <a className="pill" href="?">
          {words.begin}
        </a>
        {nextHref ? (
          <a className="pill" href={nextHref}>
            {words.nextChild}
          </a>
        ) : null}
      </p>
    </EndPage>
  );
}
