/** Steps taken in a living page, from the fields of its form or from a part that draws by itself. Pure of any network. */
import type { ChangeEvent, FormEvent } from "react";
import { useCallback, useRef, useState } from "react";
import type { Facts, Paper } from "#surveys/paper/paper";
import type { Step, Walk } from "#surveys/paper/walk";
import { takeStep } from "#surveys/paper/walk";
import { stepsFromForm } from "#surveys/paper/walk-code";
import { leaveScripts } from "~/components/layout/without-scripts";
import { pressedButton } from "./pressed-button";

export type Take = (steps: readonly Step[]) => void;

export interface Steps {
  readonly walk: Walk;
  /** What a handler needs of the newest walk, also between two renderings. */
  readonly current: { readonly current: Walk };
  /** True once the page has changed by itself: the new heading then takes the focus. */
  readonly hasMoved: boolean;
  readonly take: Take;
  /** Puts another walk in place of this one; a page that comes with it is as new as one that was stepped to. */
  readonly replace: (walk: Walk, isNewPage?: boolean) => void;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly onChange: (event: ChangeEvent<HTMLFormElement>) => void;
}

function entriesOf(form: HTMLFormElement, pressed?: HTMLButtonElement): [string, string][] {
  const entries = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
  return pressed ? [...entries, [pressed.name, pressed.value]] : entries;
}

const isElsewhere = (one: Walk, other: Walk): boolean =>
  one.stage !== other.stage || one.pageIndex !== other.pageIndex || one.half?.isOpen !== other.half?.isOpen;

/** `onForm` may keep a form's fields to itself by returning true. */
export function useSteps(
  paper: Paper,
  start: Walk,
  { facts, onForm }: { facts?: Facts; onForm?: (entries: readonly [string, string][]) => boolean } = {},
): Steps {
  const [walk, setWalk] = useState(start);
  const [hasMoved, setMoved] = useState(false);
  const current = useRef(walk);

  const replace = useCallback((next: Walk, isNewPage = false) => {
    if (isNewPage) setMoved(true);
    current.current = next;
    setWalk(next);
  }, []);

  const take = useCallback<Take>(
    (steps) => {
      const before = current.current;
      const next = steps.reduce((at, step) => takeStep(paper, at, step, facts), before);
      if (isElsewhere(next, before)) setMoved(true);
      replace(next);
    },
    [paper, facts, replace],
  );

  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      try {
        // React's type does not know that this event is one of a form.
        const pressed = pressedButton(event.nativeEvent as SubmitEvent, event.currentTarget);
        const entries = entriesOf(event.currentTarget, pressed);
        if (!onForm?.(entries)) take(stepsFromForm(entries));
      } catch (error) {
        // Not prevented: the form is posted.
        leaveScripts(event.currentTarget);
        throw error;
      }
      event.preventDefault();
      event.currentTarget.querySelector("details[open]")?.removeAttribute("open");
    },
    [take, onForm],
  );

  const onChange = useCallback(
    (event: ChangeEvent<HTMLFormElement>) => {
      try {
        take(stepsFromForm(entriesOf(event.currentTarget)));
      } catch (error) {
        // Posted as it stands, before React takes the choice back.
        leaveScripts(event.currentTarget);
        event.currentTarget.submit();
        throw error;
      }
    },
    [take],
  );

  return { walk, current, hasMoved, take, replace, onSubmit, onChange };
}
