/** A page that came in place of another begins at its heading, for keyboard and screen reader, and at its top for the eye. */
import { useEffect, useRef } from "react";

export function useArrival(isNew: boolean | undefined, key = "") {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isNew) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [isNew, key]);
  return heading;
}
