/** The walk in a living page: takes steps at once, keeps a draft on the device, and sends. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { HelperDeed, Invitation, Receipt } from "#server/responses/contract";
import type { Walk } from "#surveys/paper/walk";
import { isPageAnswered, startWalk } from "#surveys/paper/walk";
import { decodeWalk } from "#surveys/paper/walk-code";
import { draftText } from "./begun";
import { openDraft } from "./draft";
import { touchVisit } from "./visit";
import { useBackStep } from "./use-back-step";
import { sendAnswers } from "./send";
import type { Notice } from "./submission";
import { newSeed } from "./new-seed";
import { newResponseId, readHelper, toSubmission } from "./submission";
import type { Steps } from "./use-steps";
import { useSteps } from "./use-steps";

type Fields = readonly (readonly [string, string])[];

/** Where a page begins: what the server made of the last form post, or a fresh walk. */
export interface WalkStart {
  readonly invitation: Invitation;
  readonly keyText: string;
  readonly walk: Walk;
  readonly receipt?: Receipt;
  readonly notice?: Notice;
  /** Where the round is closing: the walk was begun before this page was asked for. */
  readonly isBegun?: boolean;
  /** An adult helped: the promise then names that adult. */
  readonly isHelped?: boolean;
}

interface Failure extends Pick<Walk, "pageIndex" | "stage"> {
  readonly notice: Notice;
}

/** So often a child presses again by itself before an adult is told what to do. */
const MOST_ALONE = 3;

export interface LivingWalk
  extends Pick<WalkStart, "receipt" | "notice" | "isHelped">,
    Pick<Steps, "walk" | "hasMoved" | "take" | "onSubmit" | "onChange"> {
  readonly isSending: boolean;
  /** Of the invitation: comes back with every post of the page. */
  readonly opened: string;
  /** What keeps the answers here does not pass by itself. */
  readonly needsAdult: boolean;
  /** The round takes only what was begun, and here nothing was. */
  readonly isClosed: boolean;
  /** No open question of this page is left behind by going on. */
  readonly isAnswered: boolean;
}

export function useWalk(start: WalkStart): LivingWalk {
  const { invitation, keyText, walk: given } = start;
  const { paper, facts } = invitation;
  const [receipt, setReceipt] = useState(start.receipt);
  const [failure, setFailure] = useState<Failure | undefined>(
    start.notice && { notice: start.notice, pageIndex: given.pageIndex, stage: given.stage },
  );
  const [failures, setFailures] = useState(0);
  const [isHelped, setHelped] = useState(start.isHelped);
  const [isSending, setSending] = useState(false);
  const [isSettled, setSettled] = useState(false);
  const [isClosed, setClosed] = useState(invitation.isClosing && !start.isBegun);
  const draft = useMemo(() => (typeof window === "undefined" ? undefined : openDraft(keyText)), [keyText]);

  const onForm = (entries: Fields): boolean => {
    const fields = new Map(entries);
    if (fields.get("do") !== "send") return false;
    if (!isSending) void send(readHelper(fields.get("helper")), entries);
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
      if (found) setClosed(false);
      setSettled(true);
    };
    void restore();
    return () => {
      isGone = true;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const isWalking = walk.stage === "asking" || walk.stage === "looking";
  useBackStep(
    isWalking,
    useCallback(() => take([{ do: "back" }]), [take]),
  );
  useEffect(() => {
    if (!isSettled) return;
    if (isWalking) draft?.save(draftText(walk, invitation.opened));
    touchVisit();
    if (walk.stage === "sent" || walk.stage === "left") draft?.remove();
  }, [draft, walk, invitation.opened, isWalking, isSettled]);

  const send = useCallback(
    async (helper: HelperDeed, fields: Fields) => {
      setSending(true);
      setFailure(undefined);
      setHelped(helper !== "none");
      const sent = current.current;
      const submission = toSubmission({ invitation, keyText, walk: sent, helper });
      const outcome = await sendAnswers({ responseId: sent.responseId, submission, fields });
      setSending(false);
      if ("notice" in outcome) {
        setFailures((count) => count + 1);
        return setFailure({ ...sent, notice: outcome.notice });
      }
      setReceipt(outcome.receipt);
      // Also when the child has gone back to look at a question meanwhile: it is sent.
      if (current.current.stage !== "left") replace({ ...current.current, stage: "sent" }, true);
    },
    [invitation, keyText, replace, current],
  );

  // What went wrong is said where it went wrong, and forgotten when the child has gone elsewhere.
  const isHere = failure?.stage === walk.stage && failure.pageIndex === walk.pageIndex;
  return {
    walk,
    receipt,
    notice: isHere ? failure.notice : undefined,
    needsAdult: failure?.notice === "blocked" || failures >= MOST_ALONE,
    isHelped,
    isSending,
    opened: invitation.opened,
    isClosed,
    isAnswered: isPageAnswered(paper, walk, facts),
    hasMoved,
    take,
    onSubmit,
    onChange,
  };
}
