/** A walk as one string for a hidden form field or a draft, and the steps a posted form asks for. */
import { isNonAnswer } from "./non-answer";
import type { AnswerValue, NonAnswer, Paper, PaperItem } from "./paper";
import type { Step, Walk } from "./walk";
import { STAGES, visibleItems } from "./walk";

export function encodeWalk(walk: Walk): string {
  return JSON.stringify(walk);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readAnswer(item: PaperItem, value: unknown): AnswerValue | undefined {
  const known = (choice: unknown): choice is string => item.choices.some((one) => one.value === choice);
  if (item.type === "text")
    return typeof value === "string" && value.length <= (item.maxLength ?? 1000) && value !== "" ? value : undefined;
  if (item.type !== "choose-pictures") return known(value) ? value : undefined;
  if (!Array.isArray(value) || value.length === 0 || value.length > (item.maxChoices ?? item.choices.length))
    return undefined;
  return value.every(known) && new Set(value).size === value.length ? value : undefined;
}

function readRecord<T>(
  paper: Paper,
  record: Record<string, unknown>,
  read: (item: PaperItem, value: unknown) => T | undefined,
): Record<string, T> {
  const kept: Record<string, T> = {};
  for (const item of paper.items) {
    const value = Object.hasOwn(record, item.name) ? read(item, record[item.name]) : undefined;
    if (value !== undefined) kept[item.name] = value;
  }
  return kept;
}

/** A walk within this paper, or undefined for anything else; what the paper does not know is dropped. */
export function decodeWalk(paper: Paper, text: string): Walk | undefined {
  const value = parseJson(text);
  if (!isRecord(value)) return undefined;
  const { responseId, itemIndex } = value;
  const stage = STAGES.find((one) => one === value["stage"]);
  if (!stage || typeof responseId !== "string" || !/^[0-9a-f]{32}$/.test(responseId)) return undefined;
  if (typeof itemIndex !== "number" || !Number.isInteger(itemIndex) || itemIndex < 0 || itemIndex >= paper.items.length)
    return undefined;
  if (!isRecord(value["answers"]) || !isRecord(value["nonAnswers"])) return undefined;
  const answers = readRecord(paper, value["answers"], readAnswer);
  const reasons = readRecord<NonAnswer>(paper, value["nonAnswers"], (_item, reason) =>
    isNonAnswer(reason) ? reason : undefined,
  );
  const nonAnswers = Object.fromEntries(Object.entries(reasons).filter(([name]) => !(name in answers)));
  const asked = paper.items[itemIndex];
  const isHidden = stage === "asking" && !visibleItems(paper, answers).some((item) => item === asked);
  return isHidden ? undefined : { stage, responseId, itemIndex, answers, nonAnswers };
}

const PLAIN = ["join", "next", "back", "leave"] as const;

function pressed(button: string, item: string | undefined): Step[] {
  const plain = PLAIN.find((one) => one === button);
  if (plain) return [{ do: plain }];
  if (button.startsWith("go-to:")) return [{ do: "go-to", item: button.slice("go-to:".length) }];
  const isReason = button === "decline" || button === "not-understood";
  return isReason && item ? [{ do: button, item }] : [];
}

/**
 * The steps a posted form asks for: first what was filled in (`choice.<item>`, `choices.<item>`, `text.<item>`), then
 * the button `do`. `asked.<item>` names the item on the page, so that unticking the last picture is seen too.
 */
export function stepsFromForm(entries: Iterable<readonly [string, string]>): Step[] {
  const steps: Step[] = [];
  const chosen = new Map<string, string[]>();
  let asked: string | undefined;
  let button = "";
  for (const [name, value] of entries) {
    const [kind = "", item = ""] = name.split(/\.(.*)/s);
    if (name === "do") button = value;
    else if (kind === "asked") asked = item;
    else if (kind === "choice") steps.push({ do: "choose", item, value });
    else if (kind === "choices") {
      const values = chosen.get(item) ?? [];
      values.push(value);
      chosen.set(item, values);
    } else if (kind === "text") steps.push({ do: "write", item, text: value });
  }
  for (const [item, values] of chosen) steps.push({ do: "choose-several", item, values });
  if (asked && chosen.size === 0) steps.push({ do: "choose-several", item: asked, values: [] });
  return [...steps, ...pressed(button, asked)];
}
