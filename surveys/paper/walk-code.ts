/** A walk as one string for a hidden form field or a draft, and the steps a posted form asks for. */
import { readAnswer } from "./answer-value";
import { isNonAnswer } from "./non-answer";
import { isShown } from "./pages";
import type { Facts, NonAnswer, Paper, PaperItem } from "./paper";
import type { Half, Step, Walk } from "./walk";
import { STAGES, sideOf } from "./walk";
import { visibleItems } from "./visible-items";

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

const isWhole = (value: unknown, most: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;

/** Only of a `two-step` question that stands on the page. */
function readHalf(paper: Paper, pageIndex: number, value: unknown): Half | undefined {
  if (!isRecord(value)) return undefined;
  const { item: name, side, isOpen } = value;
  const page = paper.pages[pageIndex];
  const item = paper.items.find((one) => one.name === name && one.type === "two-step");
  const isHere = item && page && "items" in page && page.items.includes(item.name);
  if (!isHere || typeof side !== "string" || sideOf(item.choices, side).length === 0) return undefined;
  return { item: item.name, side, isOpen: isOpen === true };
}

/** A walk within this paper, or undefined for anything else; what the paper does not know is dropped. */
export function decodeWalk(paper: Paper, text: string, facts?: Facts): Walk | undefined {
  const value = parseJson(text);
  if (!isRecord(value)) return undefined;
  const { responseId, seed, pageIndex } = value;
  const stage = STAGES.find((one) => one === value["stage"]);
  if (!stage || typeof responseId !== "string" || !/^[0-9a-f]{32}$/.test(responseId)) return undefined;
  if (!isWhole(seed, 2 ** 32 - 1) || !isWhole(pageIndex, paper.pages.length - 1)) return undefined;
  if (!isRecord(value["answers"]) || !isRecord(value["nonAnswers"])) return undefined;
  const answers = readRecord(paper, value["answers"], readAnswer);
  const reasons = readRecord<NonAnswer>(paper, value["nonAnswers"], (_item, reason) =>
    isNonAnswer(reason) ? reason : undefined,
  );
  const nonAnswers = Object.fromEntries(Object.entries(reasons).filter(([name]) => !(name in answers)));
  const page = paper.pages[pageIndex];
  const isHidden = stage === "asking" && !(page && isShown(paper, page, visibleItems(paper, answers, facts)));
  if (isHidden) return undefined;
  const half = stage === "asking" ? readHalf(paper, pageIndex, value["half"]) : undefined;
  return { stage, responseId, seed, pageIndex, answers, nonAnswers, ...(half && { half }) };
}

const PLAIN = ["join", "next", "back", "leave"] as const;
const ON_ITEM = ["decline", "not-understood", "go-to", "more", "less"] as const;

/** A button's value: `next`, `decline:<item>`, `toggle:<item>:<value>`, `place:<item>:<place>`. */
function pressed(button: string, stickers: ReadonlyMap<string, string>): Step[] {
  const plain = PLAIN.find((one) => one === button);
  if (plain) return [{ do: plain }];
  const [deed, item, value = ""] = button.split(":");
  if (!item) return [];
  const onItem = ON_ITEM.find((one) => one === deed);
  if (onItem) return [{ do: onItem, item }];
  if (deed === "toggle" || deed === "choose") return [{ do: deed, item, value }];
  if (deed === "place") return [{ do: deed, item, place: value, sticker: stickers.get(item) ?? "" }];
  return deed === "clear" ? [{ do: "write", item, text: "" }] : [];
}

/**
 * The steps a posted form asks for: first what was filled in (`choice.<item>`, `choices.<item>`, `side.<item>`, `text.<item>`), then
 * the button `do`. `asked.<item>` names the items whose pictures are taken on and off, so that the last one taken off is
 * seen too; `sticker.<item>` is what the child holds in its hand over a map.
 */
export function stepsFromForm(entries: Iterable<readonly [string, string]>): Step[] {
  const steps: Step[] = [];
  const chosen = new Map<string, string[]>();
  const stickers = new Map<string, string>();
  let button = "";
  for (const [name, value] of entries) {
    const [kind = "", item = ""] = name.split(/\.(.*)/s);
    if (name === "do") button = value;
    else if (kind === "asked") chosen.set(item, chosen.get(item) ?? []);
    else if (kind === "side") steps.push({ do: "side", item, value });
    else if (kind === "choice") steps.push({ do: "choose", item, value });
    else if (kind === "choices") chosen.set(item, [...(chosen.get(item) ?? []), value]);
    else if (kind === "sticker") stickers.set(item, value);
    else if (kind === "text") steps.push({ do: "write", item, text: value });
  }
  for (const [item, values] of chosen) steps.push({ do: "choose-several", item, values });
  return [...steps, ...pressed(button, stickers)];
}
