/** The walk in a living page: takes steps at once, keeps a draft on the device, and sends. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { HelperDeed, Invitation, Receipt } from "#server/responses/contract";
import type { Walk } from "#surveys/paper/walk";
import { isPageAnswered, startWalk } from "#surveys/paper/walk";
import { decodeWalk, encodeWalk } from "#surveys/paper/walk-code";
import { openDraft } from "./draft";
import { sendAnswers } from "./send";
import type { Notice } from "./submission";
import { newResponseId, newSeed, readHelper, toSubmission } from "./submission";
import type { Steps } from "./use-steps";
import { useSteps } from "./use-steps";

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

export interface LivingWalk
  extends Pick<WalkStart, "receipt" | "notice" | "isHelped">,
    Pick<Steps, "walk" | "hasMoved" | "take" | "onSubmit" | "onChange"> {
  readonly isSending: boolean;
  /** Of the invitation: comes back with every post of the page. */
  readonly opened: string;
  /** No open question of this page is left behind by going on. */
  readonly isAnswered: boolean;
}

export function useWalk(start: WalkStart): LivingWalk {
  const { invitation, keyText, walk: given } = start;
  const { paper, facts } = invitation;
  const [receipt, setReceipt] = useState(start.receipt);
  const [failure, setFailure] = useState<{ notice: Notice; pageIndex: number; stage: string } | undefined>(
    start.notice && { notice: start.notice, pageIndex: given.pageIndex, stage: given.stage },
  );
  const [isHelped, setHelped] = useState(start.isHelped);
  const [isSending, setSending] = useState(false);
  const [isSettled, setSettled] = useState(false);
  const draft = useMemo(() => (typeof window === "undefined" ? undefined : openDraft(keyText)), [keyText]);

  const onForm = (entries: readonly [string, string][]): boolean => {
    const fields = new Map(entries);
    if (fields.get("do") !== "send") return false;
    if (!isSending) void send(readHelper(fields.get("helper")));
    return true;
  };
  const { walk, current, hasMoved, take, replace, onSubmit, onChange } = useSteps(paper, given, { facts, onForm });

  // Once, when the page wakes: a draft found on the device continues, else the device makes an id of its own.
  useEffect(() => {
    let isGone = false;
    const restore = async () => {
      const saved = given.stage === "invited" ? await draft?.load() : undefined;
      const found = saved === undefined ? undefined : decodeWalk(paper, saved, facts);
      if (isGone) return;
      if (current.current.stage === "invited")
        replace(found ?? startWalk(newResponseId(), newSeed()), found !== undefined);
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
      setFailure(undefined);
      setHelped(helper !== "none");
      const sent = current.current;
      const submission = toSubmission({ invitation, keyText, walk: sent, helper });
      const outcome = await sendAnswers(sent.responseId, submission);
      setSending(false);
      if ("notice" in outcome) return setFailure({ ...sent, notice: outcome.notice });
      setReceipt(outcome.receipt);
      take([{ do: "sent" }]);
    },
    [invitation, keyText, take, current],
  );

  // What went wrong is said where it went wrong, and forgotten when the child has gone elsewhere.
  const isHere = failure?.stage === walk.stage && failure.pageIndex === walk.pageIndex;
  return {
    walk,
    receipt,
    notice: isHere ? failure.notice : undefined,
    isHelped,
    isSending,
    opened: invitation.opened,
    isAnswered: isPageAnswered(paper, walk, facts),
    hasMoved,
    take,
    onSubmit,
    onChange,
  };
}
