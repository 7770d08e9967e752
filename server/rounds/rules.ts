/** What a round may do at a moment, and which promise its storage allows. */
import { computeLabel } from "#surveys/labels/labels";
import type { Label } from "#surveys/labels/labels";
import { dayAt, daysLater, endOf, lastDayBefore } from "#surveys/paper/calendar";
import type { Leaf } from "#surveys/results/merge-leaves";
import { mergeLeaves } from "#surveys/results/merge-leaves";
import type { Group } from "../organisation/contract";
import type { Round } from "./contract";
import { endAfter, isInWindow } from "./window";

/** What a round lets a child do: nothing yet, begin, go on with an answer already begun, nothing any more. */
export type Standing = "not-yet" | "open" | "grace" | "over";

type Ending = Pick<Round, "closedAt" | "closesAt" | "graceDays">;

/** When its window ended, or will: whoever closes it by hand after that is only late, and gives no more time. */
const endedAt = ({ closedAt, closesAt }: Ending): Date => (closedAt && closedAt < closesAt ? closedAt : closesAt);

/** The end of the last day on which an answer already begun may arrive. */
const lastAnswerBy = (round: Ending): Date => endAfter(endedAt(round), round.graceDays);

/**
 * The one rule of both deadlines, for every entrance: a key's page, a form post, the API, a group's door. It goes by the
 * clock, so that a round whose window has passed is closed before anything has marked it so.
 */
export function standingOf(round: Round, now: Date): Standing {
  if (round.state === "draft") return "not-yet";
  if (round.state === "sealing" || round.state === "sealed" || now >= lastAnswerBy(round)) return "over";
  if (round.state === "closed" || now >= round.closesAt) return "grace";
  return isInWindow(round, now) ? "open" : "not-yet";
}

/** When the grace for answers already given ends, at the end of a day; undefined while the round is open. */
export function graceEnd(round: Round): Date | undefined {
  return round.closedAt && lastAnswerBy(round);
}

/** An answer that was begun may still arrive. */
export function acceptsAnswers(round: Round, now: Date): boolean {
  const standing = standingOf(round, now);
  return standing === "open" || standing === "grace";
}

export function isInGrace(round: Round, now: Date): boolean {
  return round.state === "closed" && standingOf(round, now) === "grace";
}

/**
 * What a round lacks before it may open, in English for an operator; empty when nothing. Sensitive items are asked in
 * confidential rounds only (General Comment 12, safe and sensitive to risk): with a name on it the answer is not the
 * child's own, and what is anonymous from the start leads nobody to the child who needs help. As rounds are stored today
 * every draft promises confidentiality; another way of storing answers will meet this rule.
 */
export function lacksBeforeOpening(
  round: Round,
  { promise, isSensitive }: { promise: Label; isSensitive: boolean },
): string[] {
  const needs: [boolean, string][] = [
    [round.groupIds.length > 0, "at least one group"],
    [round.ownerRole.da.trim() !== "" && round.ownerRole.en.trim() !== "", "an owner"],
    [round.purpose.da.trim() !== "" && round.purpose.en.trim() !== "", "a purpose"],
    [round.legalBasis.trim() !== "", "a legal basis"],
    [round.controller.trim() !== "", "a controller"],
    [round.dpiaReference.trim() !== "", "a DPIA reference"],
    [round.closesAt > round.opensAt, "a closing time after its opening"],
    [dayAt(round.feedbackDueAt) > lastDayBefore(round.closesAt), "a feedback date after its closing"],
    [!isSensitive || promise.code === "confidential", "confidentiality, because its survey has sensitive items"],
  ];
  return needs.filter(([isThere]) => !isThere).map(([, need]) => need);
}

/**
 * The groups that are told by themselves, decided at opening by the numbers of children: of fewer than ten, together with
 * the next smallest of the same institution and form. Undefined where results are per institution.
 */
export function promisedLeaves(
  round: Pick<Round, "resultsPer">,
  groups: readonly Group[],
  /** Groups that have been asked the same too often to be told by themselves: their institution's form is one leaf. */
  worn: ReadonlySet<string> = new Set(),
): string[][] | undefined {
  if (round.resultsPer !== "group") return undefined;
  const units = new Map<string, Leaf[]>();
  for (const { id, institutionId, band, childCount } of groups) {
    const unit = `${institutionId} ${band}`;
    units.set(unit, [...(units.get(unit) ?? []), { groups: [id], size: childCount }]);
  }
  return [...units.values()].flatMap((leaves) => {
    const all = leaves.flatMap(({ groups: ids }) => ids).sort();
    return all.some((id) => worn.has(id)) ? [all] : mergeLeaves(leaves).map(({ groups: ids }) => [...ids]);
  });
}

/** Somebody is named who reads what the children write and draw. */
export function hasReader({ readerRole }: Pick<Round, "readerRole">): boolean {
  return readerRole !== undefined && readerRole.da.trim() !== "" && readerRole.en.trim() !== "";
}

/** The promise that holds for this round as it is stored now. */
export function roundLabel(
  round: Pick<Round, "keyWay" | "state" | "sealedAt"> & Ending,
  /** Own words are, or may yet be, kept. */
  facts: { hasFreeText: boolean; backupRetentionDays: number; now: Date },
): Label {
  // A round is sealed soon after its grace (service.ts, `tick`); that day is allowed for it, so that the day never moves away.
  const sealedOn = dayAt(round.sealedAt ?? lastAnswerBy(round));
  // "From the 20th" is true from its first minute: the last backup is then a whole day older than it must be.
  const tracesGoneOn = endOf(daysLater(sealedOn, facts.backupRetentionDays));
  return computeLabel({
    storesPerChild: true,
    keys: round.keyWay,
    // Own words are deleted when they are read, and what nobody has read yet or what is quoted is there after sealing too.
    hasFreeText: facts.hasFreeText,
    hasMedia: false,
    isNamed: false,
    isSealed: round.state === "sealed" && facts.now >= tracesGoneOn,
    tracesGoneOn,
  });
}
