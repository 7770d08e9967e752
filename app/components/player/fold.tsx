/**
 * A button that opens a card below itself: stop, help, "Forstår ikke". A native fold, so it works without scripts; Escape
 * and a touch beside it close it, and the focus goes back to the button.
 */
import type { KeyboardEvent, ReactNode, SyntheticEvent } from "react";
import { useEffect, useRef } from "react";

interface FoldProps {
  readonly className: string;
  /** Of the button that opens it. */
  readonly buttonClass: string;
  /** What a screen reader hears of a button that shows a picture alone. */
  readonly label?: string;
  readonly button: ReactNode;
  readonly children: ReactNode;
  /** With scripts: it has just been opened. */
  readonly onOpen?: () => unknown;
  readonly onClose?: () => unknown;
}

function close(fold: HTMLDetailsElement): void {
  const held = fold.contains(document.activeElement);
  fold.open = false;
  if (held) fold.querySelector("summary")?.focus();
}

export function Fold({ className, buttonClass, label, button, children, onOpen, onClose }: FoldProps) {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const onTouch = ({ target }: PointerEvent) => {
      if (fold.current?.open && target instanceof Node && !fold.current.contains(target)) fold.current.open = false;
    };
    document.addEventListener("pointerdown", onTouch);
    return () => document.removeEventListener("pointerdown", onTouch);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLDetailsElement>) => {
    if (event.key !== "Escape" || !event.currentTarget.open) return;
    event.stopPropagation();
    close(event.currentTarget);
  };
  const onToggle = ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => {
    if (currentTarget.open) onOpen?.();
    else onClose?.();
  };
  return (
    <details ref={fold} className={className} onKeyDown={onKeyDown} onToggle={onToggle}>
      <summary className={buttonClass} aria-label={label}>
        {button}
      </summary>
      {children}
    </details>
  );
}
