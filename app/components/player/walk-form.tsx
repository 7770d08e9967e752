/**
 * The form around a page of a walk. Without scripts it posts the walk and what was chosen to this page's own address;
 * with scripts the same fields are read here and nothing is posted. One tap of a child counts once: a page that has just
 * come takes no touch yet, and the second click of a double click or a key held down does not turn the page again.
 */
import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import { useEffect, useState } from "react";
import type { Walk } from "#surveys/paper/walk";
import { encodeWalk } from "#surveys/paper/walk-code";
import { keepWalk } from "~/components/layout/without-scripts";
import type { LivingWalk } from "./use-walk";

/** As long as small fingers need for a second tap that was meant as one. */
const ARRIVAL_MS = 400;

const placeOf = ({ stage, pageIndex, half }: Walk): string => `${stage} ${pageIndex} ${half?.isOpen ?? false}`;

/** True while a page that came in place of another takes no touch. */
function useArriving(walk: Walk, hasMoved: boolean): boolean {
  const place = placeOf(walk);
  const [settled, setSettled] = useState(hasMoved ? "" : place);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(place), ARRIVAL_MS);
    return () => clearTimeout(timer);
  }, [place]);
  return hasMoved && settled !== place;
}

const TURNS_PAGE = /^(?:join|next|back|leave|send|decline:|not-understood:|go-to:)/;

function keepOne(event: MouseEvent<HTMLFormElement>): void {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (event.detail > 1 && button && TURNS_PAGE.test(button.value)) event.preventDefault();
}

function ignoreHeldKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
}

/** For the page that comes in place of this one where a script fails; forgotten with the form. */
function useKeptWalk(encoded: string, opened: string): void {
  useEffect(() => {
    keepWalk(encoded, opened);
  }, [encoded, opened]);
  useEffect(() => () => keepWalk(undefined), []);
}

interface WalkFormProps {
  readonly living: Pick<LivingWalk, "walk" | "opened" | "hasMoved" | "isAnswered" | "onSubmit" | "onChange">;
  /** What Enter does; the first button of a form decides, and that must never be "stop", nor leave questions behind. */
  readonly onEnter: "join" | "next" | "send" | "stay";
  readonly className: string;
  readonly children: ReactNode;
}

export function WalkForm({ living, onEnter, className, children }: WalkFormProps) {
  const { walk, opened, hasMoved, isAnswered, onSubmit, onChange } = living;
  const encoded = encodeWalk(walk);
  useKeptWalk(encoded, opened);
  const isArriving = useArriving(walk, hasMoved);
  const enters = onEnter === "next" && !isAnswered ? "stay" : onEnter;
  return (
    <form
      method="post"
      autoComplete="off"
      className={className}
      data-arriving={isArriving || undefined}
      onSubmit={onSubmit}
      onChange={onChange}
      onClickCapture={keepOne}
      onKeyDownCapture={ignoreHeldKey}
    >
      <button type="submit" className="visually-hidden" name="do" value={enters} tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="walk" value={encoded} />
      <input type="hidden" name="opened" value={opened} />
      {children}
    </form>
  );
}
