/** Whether a `<details>` has been unfolded once: also before the page's scripts had come. */
import { useEffect, useRef, useState } from "react";
import type { SyntheticEvent } from "react";

export function useUnfolded() {
  const ref = useRef<HTMLDetailsElement>(null);
  const [wasUnfolded, setWasUnfolded] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (ref.current?.open) setWasUnfolded(true);
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const onToggle = ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => {
    if (currentTarget.open) setWasUnfolded(true);
  };
  return { ref, onToggle, wasUnfolded };
}
