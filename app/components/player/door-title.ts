/** What a door is called in the tab: its own first sentence, in the child's language. */
import type { AtDoorWords, DocumentWords } from "./door-words";

interface Match {
  readonly id: string;
  readonly data?: unknown;
}

/** `matches` as Remix gives them to `meta`; the words come with the document (app/root.tsx). */
export function doorTitle(matches: readonly Match[], say: (words: AtDoorWords) => string): string {
  // Of this shape on every address below /svar.
  const root = matches.find(({ id }) => id === "root")?.data as { childWords?: DocumentWords } | undefined;
  const door = root?.childWords?.door;
  return door ? `${say(door)} · Lyt Højt` : "Lyt Højt";
}
