/**
 * At a door, before any script of the page is awake: the visit before is over. A slow tablet takes seconds to wake, and
 * somebody may press Back meanwhile.
 */
import { END_OF_VISIT } from "./visit";

export function VisitEnds({ nonce }: { readonly nonce?: string }) {
  // A constant of our own; browsers hide the nonce from scripts, so the two sides differ in it.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: END_OF_VISIT }} />;
}
