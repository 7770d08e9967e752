/**
 * In the grace after a round's end, for whom nothing was begun: it is closed. The server cannot know whether this device
 * keeps answers, so it says this to everybody, and a page that wakes beside a draft goes on with it (use-walk.ts).
 */
import { useDocumentWords } from "./door-words";
import { TroublePage } from "./trouble-page";

export function ClosedPage({ isInvented }: { readonly isInvented: boolean }) {
  const { trouble: words } = useDocumentWords();
  return (
    <TroublePage trouble="round.closed" isInvented={isInvented}>
      <a className="next" href="/svar">
        {words.toDoor}
      </a>
    </TroublePage>
  );
}
