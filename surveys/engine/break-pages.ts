/**
 * Which items stand on one page, and where a child rests, by the rules of the form's age (domain research, section 3).
 * An item that asks another stands on a later page, so that a page posted without scripts never holds half a condition.
 */
import type { FormName } from "../paper/form";
import type { Language } from "../paper/language";
import { pipedNames } from "../paper/pipe";
import type { Condition, PaperItem, PaperPage, Theme } from "../paper/paper";
import { restWords, themeName } from "./page-words";

interface Breaks {
  /** Most items of one theme on a page. */
  readonly most: number;
  /** A rest after so many items. */
  readonly restEvery?: number;
  readonly hasTitles?: true;
  /** Which items may stand beside others; all, unless said. */
  readonly shares?: (item: PaperItem) => boolean;
}

/** A row of rings: two of them are seen at once on a tablet and on a laptop, without scrolling. Anything else has a page alone. */
const isRowOfRings = ({ type, choices }: PaperItem): boolean =>
  type === "options" &&
  choices.length <= 5 &&
  choices.every(({ picture }) => picture?.kind !== "scene" && picture?.kind !== "face");

const ONE_BY_ONE: Breaks = { most: 1 };
const BY_THEME: Breaks = { most: 5, hasTitles: true };
const YOUNGEST: Breaks = { most: 1, restEvery: 5 };
const BREAKS: Partial<Record<FormName, Breaks>> = {
  "0-2": ONE_BY_ONE,
  "3": YOUNGEST,
  "3-5": YOUNGEST,
  "6-9": { most: 1, restEvery: 10 },
  "10-12": { most: 2, shares: isRowOfRings },
};

function asked(condition: Condition | undefined): string[] {
  if (!condition) return [];
  if ("item" in condition) return [condition.item];
  if (condition.op === "fact") return [];
  return condition.op === "not" ? asked(condition.of) : condition.of.flatMap(asked);
}

const dependsOn = ({ visibleIf, enableIf, question, narration = "", simpler = "" }: PaperItem): string[] => [
  ...asked(visibleIf),
  ...asked(enableIf),
  ...pipedNames(question + narration + simpler),
];

type Run = { readonly theme: Theme; readonly items: PaperItem[]; readonly names: Set<string> };

const always = () => true;

/** Items one after the other that may stand together: of one theme, and not asking each other. */
function runsOf(items: readonly PaperItem[], shares: (item: PaperItem) => boolean): Run[] {
  const runs: Run[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    const [first] = last?.items ?? [];
    const isAlike = first && first.theme === item.theme && first.isPractice === item.isPractice;
    if (last && isAlike && shares(first) && shares(item) && !dependsOn(item).some((name) => last.names.has(name))) {
      last.items.push(item);
      last.names.add(item.name);
    } else runs.push({ theme: item.theme, items: [item], names: new Set([item.name]) });
  }
  return runs;
}

/** Parts as equal as can be: seven of at most five are four and three. */
function inParts<T>(list: readonly T[], most: number): T[][] {
  const count = Math.ceil(list.length / most);
  const sizes = Array.from({ length: count }, (_, index) => Math.ceil((list.length - index) / count));
  let from = 0;
  return sizes.map((size) => list.slice(from, (from += size)));
}

function itemPages(
  items: readonly PaperItem[],
  { most, hasTitles, shares = always }: Breaks,
  language: Language,
): PaperPage[] {
  return runsOf(items, shares).flatMap(({ theme, items: run }) =>
    inParts(run, most).map((part) => ({
      items: part.map(({ name }) => name),
      ...(hasTitles && !part[0]?.isPractice ? { title: themeName(theme, language) } : {}),
    })),
  );
}

/** `rests` are the author's own: words that stand before an item. */
export function breakPages(
  items: readonly PaperItem[],
  form: FormName,
  language: Language,
  rests: ReadonlyMap<string, readonly string[]>,
): PaperPage[] {
  const breaks = BREAKS[form] ?? BY_THEME;
  const pages: PaperPage[] = [];
  const practised = new Set(items.filter(({ isPractice }) => isPractice).map(({ name }) => name));
  let sinceRest = 0;
  let restCount = 0;
  for (const part of splitBefore(items, rests).flatMap((list) => itemPages(list, breaks, language))) {
    if (!("items" in part)) continue;
    const own = rests.get(part.items[0] ?? "") ?? [];
    if (breaks.restEvery && sinceRest >= breaks.restEvery && own.length === 0) {
      pages.push({ rest: restWords(restCount, language) });
      restCount += 1;
    }
    if (own.length > 0 || sinceRest >= (breaks.restEvery ?? Infinity)) sinceRest = 0;
    pages.push(...own.map((rest) => ({ rest })), part);
    sinceRest += part.items.filter((name) => !practised.has(name)).length;
  }
  return pages;
}

/** A rest of the author's ends a page. */
function splitBefore(items: readonly PaperItem[], rests: ReadonlyMap<string, unknown>): PaperItem[][] {
  const parts: PaperItem[][] = [];
  for (const item of items) {
    const last = parts.at(-1);
    if (last && !rests.has(item.name)) last.push(item);
    else parts.push([item]);
  }
  return parts;
}
