/**
 * The words of a child's page outside of a walk. They come with the document (app/root.tsx), because an error's page has
 * no data of its own.
 */
import { useRouteLoaderData } from "@remix-run/react";
import type { Language } from "#surveys/paper/language";
import type { Voices } from "#surveys/narration/voices";
import type { DoorWords, FrameWords } from "#surveys/paper/words/words";

export interface DocumentWords {
  readonly language: Language;
  readonly frame: FrameWords;
  /** What reads these words aloud. */
  readonly voices: Voices;
  readonly trouble: TroubleDoorWords;
  /** At the doors themselves; a page behind them needs only words for when something goes wrong. */
  readonly door?: AtDoorWords;
}

export type AtDoorWords = Omit<DoorWords, "again" | "toDoor" | "troubles">;
type TroubleDoorWords = Pick<DoorWords, "again" | "toDoor" | "writeLetters" | "troubles">;

export function useDocumentWords(): DocumentWords {
  // Of this shape on every address of a child's (isChildsPath).
  const root = useRouteLoaderData("root") as { readonly childWords?: DocumentWords } | undefined;
  if (!root?.childWords) throw new Error("A child's page stands where no child's pages are.");
  return root.childWords;
}

/** Of a door. */
export function useDoorWords() {
  const { door, ...words } = useDocumentWords();
  if (!door) throw new Error("This is no door.");
  return { ...words, door };
}
