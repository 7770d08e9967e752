/** The walk in a living page: takes steps at once, keeps a draft on the device, and sends. */
import type { ChangeEvent, FormEvent } from "react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { HelperDeed, Invitation, Receipt } from "#server/responses/contract";
import type { Step, Walk } from "#surveys/paper/walk";
import { startWalk, takeStep } from "#surveys/paper/walk";
import { decodeWalk, encodeWalk, stepsFromForm } from "#surveys/paper/walk-code";
import { openDraft } from "./draft";
import { sendAnswers } from "./send";
import type { Notice } from "./submission";
import { newResponseId, readHelper, toSubmission } from "./submission";

/** Where a page begins: what the server made of the last form post, or a fresh walk. */
export interface WalkStart {
  readonly invitation: Invitation;
  readonly keyText: string;
  readonly walk: Walk;
  readonly receipt?: Receipt;
  readonly notice?: Notice;
  /** An adult helped: the promise then names that adult. */
  readonly isHelped?: boolean;
}

export interface LivingWalk extends Pick<WalkStart, "walk" | "receipt" | "notice" | "isHelped"> {
  readonly isSending: boolean;
  /** True once the page has changed by itself: the new heading then takes the focus. */
  readonly hasMoved: boolean;
  /** Changes when answers came from elsewhere than the form's own fields. */
  readonly edition: number;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly onChange: (event: ChangeEvent<HTMLFormElement>) => void;
}

function entriesOf(form: HTMLFormElement, submitter?: HTMLElement | null): [string, string][] {
  const entries = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
  return submitter instanceof HTMLButtonElement ? [...entries, [submitter.name, submitter.value]] : entries;
}

export function useWalk(start: WalkStart) {
  const { invitation, keyText, walk: given } = start;
  const { paper } = invitation;
  const [walk, setWalk] = useState(given);
  const [receipt, setReceipt] = useState(start.receipt);
  const [notice, setNotice] = useState(start.notice);
  const [isHelped, setHelped] = useState(start.isHelped);
  const [isSending, setSending] = useState(false);
  const [hasMoved, setMoved] = useState(false);
  const [edition, setEdition] = useState(0);
  const [isSettled, setSettled] = useState(false);
  const draft = useMemo(() => (typeof window === "undefined" ? undefined : openDraft(keyText)), [keyText]);
  // What a handler needs of the newest walk, also between two renderings.
  const current = useRef(walk);

  const move = useCallback((next: Walk) => {
    current.current = next;
    setWalk(next);
  }, []);

  const take = useCallback(
    (steps: readonly Step[]) => {
      const before = current.current;
      const next = steps.reduce((at, step) => takeStep(paper, at, step), before);
      if (next.stage !== before.stage || next.itemIndex !== before.itemIndex) {
        setMoved(true);
        setNotice(undefined);
      }
      move(next);
    },
    [paper, move],
  );

  // Once, when the page wakes up: a draft goes on; else the id is made anew, here on the device.
  useEffect(() => {
    let isGone = false;
    const restore = async () => {
      const saved = given.stage === "invited" ? await draft?.load() : undefined;
      const found = saved === undefined ? undefined : decodeWalk(paper, saved);
      if (isGone) return;
      if (found && current.current.stage === "invited") {
        move(found);
        setEdition((count) => count + 1);
      } else if (current.current.stage === "invited") move(startWalk(newResponseId()));
      setSettled(true);
    };
    void restore();
    return () => {
      isGone = true;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    if (!isSettled) return;
    if (walk.stage === "asking" || walk.stage === "looking") draft?.save(encodeWalk(walk));
    if (walk.stage === "sent" || walk.stage === "left") draft?.remove();
  }, [draft, walk, isSettled]);

  const send = useCallback(
    async (helper: HelperDeed) => {
      setSending(true);
      setNotice(undefined);
      setHelped(helper !== "none");
      const sent = current.current;
      const submission = toSubmission({ invitation, keyText, walk: sent, helper });
      const outcome = await sendAnswers(sent.responseId, submission);
      setSending(false);
      if ("notice" in outcome) return setNotice(outcome.notice);
      setReceipt(outcome.receipt);
      take([{ do: "sent" }]);
    },
    [invitation, keyText, take],
  );

  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      // React's type does not know that a submit event names the button that was pressed.
      const { submitter } = event.nativeEvent as SubmitEvent;
      const entries = entriesOf(event.currentTarget, submitter);
      event.currentTarget.querySelector("details[open]")?.removeAttribute("open");
      const fields = new Map(entries);
      if (fields.get("do") !== "send") take(stepsFromForm(entries));
      else if (!isSending) void send(readHelper(fields.get("helper")));
    },
    [take, send, isSending],
  );

  const onChange = useCallback(
    (event: ChangeEvent<HTMLFormElement>) => take(stepsFromForm(entriesOf(event.currentTarget))),
    [take],
  );

  return { walk, receipt, notice, isHelped, isSending, hasMoved, edition, onSubmit, onChange } satisfies LivingWalk;
}
