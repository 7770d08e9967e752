/**
 * Takes the pages of one SurveyJS form apart: panels are flattened and their conditions joined to those of what is in
 * them, `html` becomes a page that only says something, every way of writing choices becomes `choices`.
 * Throws `SurveyProblem` with the place in the file as it was written.
 */
import { z } from "zod";
import type { Conditions, ElementSource, FormSource, LocalTextSource, PageSource } from "./survey-shape";
import { elementShape, foreignElementShape, foreignName, localText, ownName } from "./survey-shape";
import { SurveyProblem } from "./survey-problem";

/** Deeper panels are refused before anything reads them (`guard-definition.ts`). */
export interface ReadOptions {
  /** Names as others choose them. */
  readonly isForeign?: boolean;
}

const MOST_PAGES = 120;
const MOST_RATES = 11;
const condition = z.string().min(1).optional();

function shapesFor({ isForeign = false }: ReadOptions) {
  const name = isForeign ? foreignName : ownName;
  const elements = z.array(z.unknown()).min(1);
  return {
    form: z.strictObject({ pages: z.array(z.unknown()).min(1).max(MOST_PAGES) }),
    page: z.strictObject({ name, visibleIf: condition, enableIf: condition, elements }),
    panel: z.strictObject({ type: z.literal("panel"), name, visibleIf: condition, enableIf: condition, elements }),
    html: z.strictObject({ type: z.literal("html"), name, html: localText }),
    element: isForeign ? foreignElementShape : elementShape,
  };
}
type Shapes = ReturnType<typeof shapesFor>;

/** Where zod found a fault, as a path from the root of the file. */
function pathOf(parts: readonly PropertyKey[], within = ""): string {
  const path = parts.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return within + (within === "" ? path.replace(/^\./, "") : path);
}

export function parseAt<T>(shape: z.ZodType<T>, json: unknown, path: string): T {
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SurveyProblem(pathOf(issue?.path ?? [], path) || "(file)", issue?.message ?? "is not a survey");
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const sameIn = (text: string): LocalTextSource => ({ default: text, da: text, en: text });

function ratesOf({ rateValues, rateMin = 1, rateMax = 5 }: Record<string, unknown>): unknown[] {
  if (Array.isArray(rateValues)) return rateValues;
  const [least, most] = [Number(rateMin), Number(rateMax)];
  const count = Math.min(Math.max(most - least + 1, 0), MOST_RATES + 1) || 0;
  return Array.from({ length: count }, (_, index) => least + index);
}

/** A choice is a value, or a value with words; numbers are kept as text. */
function asChoice(choice: unknown): unknown {
  if (!isRecord(choice)) return { value: String(choice), text: sameIn(String(choice)) };
  const value = typeof choice["value"] === "number" ? String(choice["value"]) : choice["value"];
  return { ...choice, value, text: choice["text"] ?? (typeof value === "string" ? sameIn(value) : undefined) };
}

function without(element: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(element).filter(([name]) => !names.includes(name)));
}

/** The element with `choices`, whatever SurveyJS calls them in a question of its type. */
function withChoices(element: Record<string, unknown>): Record<string, unknown> {
  if (element["type"] === "rating" && !("choices" in element)) {
    return { ...without(element, ["rateValues", "rateMin", "rateMax"]), choices: ratesOf(element).map(asChoice) };
  }
  if (element["type"] === "boolean" && !("choices" in element)) {
    const { labelTrue, labelFalse, valueTrue = "true", valueFalse = "false", ...rest } = element;
    const choices = [
      { value: valueTrue, text: labelTrue },
      { value: valueFalse, text: labelFalse },
    ];
    return { ...rest, choices };
  }
  const { choices } = element;
  return Array.isArray(choices) ? { ...element, choices: choices.map(asChoice) } : element;
}

function joined(outer: Conditions, inner: { visibleIf?: unknown; enableIf?: unknown }): Conditions {
  const add = (list: readonly string[], one: unknown) => (typeof one === "string" ? [...list, one] : list);
  return {
    visibleIf: add(outer.visibleIf, inner.visibleIf),
    enableIf: add(outer.enableIf, inner.enableIf),
  };
}

interface Placed {
  readonly path: string;
  readonly element?: ElementSource;
  readonly rest?: LocalTextSource;
}

function readElement(json: unknown, path: string, outer: Conditions, shapes: Shapes): Placed[] {
  if (isRecord(json) && json["type"] === "panel") {
    const panel = parseAt(shapes.panel, json, path);
    const conditions = joined(outer, panel);
    return panel.elements.flatMap((one, index) => readElement(one, `${path}.elements[${index}]`, conditions, shapes));
  }
  if (isRecord(json) && json["type"] === "html") {
    if (outer.visibleIf.length > 0) throw new SurveyProblem(path, "a text between questions is always shown");
    return [{ path, rest: parseAt(shapes.html, json, path).html }];
  }
  const element = parseAt(shapes.element, isRecord(json) ? withChoices(json) : json, path);
  return [{ path, element: { ...element, ...joined(outer, element) } }];
}

/** Texts between questions stand on pages of their own. */
function asPages(name: string, placed: readonly Placed[]): PageSource[] {
  const pages: PageSource[] = [];
  let open: ElementSource[] = [];
  for (const { element, rest } of placed) {
    if (element) open.push(element);
    if (!rest) continue;
    if (open.length > 0) pages.push({ name, elements: open });
    pages.push({ name, elements: [], rest });
    open = [];
  }
  return open.length > 0 ? [...pages, { name, elements: open }] : pages;
}

const NO_CONDITIONS: Conditions = { visibleIf: [], enableIf: [] };

export interface ReadForm {
  readonly form: FormSource;
  /** Where each element was written, in order. */
  readonly paths: readonly string[];
}

export function readForm(written: unknown, path: string, options: ReadOptions = {}): ReadForm {
  const shapes = shapesFor(options);
  const paths: string[] = [];
  const { pages } = parseAt(shapes.form, written, path);
  const read = pages.flatMap((json, index) => {
    const at = pathOf(["pages", index], path);
    const page = parseAt(shapes.page, json, at);
    const conditions = joined(NO_CONDITIONS, page);
    const placed = page.elements.flatMap((one, place) =>
      readElement(one, `${at}.elements[${place}]`, conditions, shapes),
    );
    paths.push(...placed.filter(({ element }) => element).map((one) => one.path));
    return asPages(page.name, placed);
  });
  return { form: { pages: read }, paths };
}
