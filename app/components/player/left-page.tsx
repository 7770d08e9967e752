/** Said no, or stopped: nothing is kept, and one may change one's mind. */
import { Lytte } from "~/components/pictures/drawn";
import { usePlayer } from "./player-context";
import { Speaker } from "./speaker";
import { useArrival } from "./use-arrival";
import { useReadOnArrival } from "./voice";

export function LeftPage({ isNew, nextHref }: { readonly isNew: boolean; readonly nextHref?: string }) {
  const { words } = usePlayer();
  const heading = useArrival(isNew);
  const spoken = [words.left, words.leftHelp];
  useReadOnArrival(isNew, "left", spoken);
  return (
    <main className="child-page end-page">
      <Lytte mood="waits" />
      <h1 ref={heading} tabIndex={-1}>
        {words.left}
      </h1>
      <p className="sent">
        {words.leftHelp}
        <Speaker id="left" texts={spoken} />
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
    </main>
  );
}
