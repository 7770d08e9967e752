/**
 * The first touch of a page, anywhere on it: from then on a browser lets it be heard. The touch does what it was for; only
 * when that has been done, and unless it has made something else of the page, comes what waited for it.
 */

/** Time for what was touched to answer. */
const AFTER_MS = 250;

/** Calls once; returns what takes it back. */
export function onFirstTouch(act: () => void): () => void {
  let waiting = 0;
  const touches = ["pointerup", "keyup"] as const;
  const forget = () => touches.forEach((touch) => document.removeEventListener(touch, touched, true));
  function touched(): void {
    forget();
    waiting = window.setTimeout(act, AFTER_MS);
  }
  touches.forEach((touch) => document.addEventListener(touch, touched, { capture: true, passive: true }));
  return () => {
    forget();
    window.clearTimeout(waiting);
  };
}
