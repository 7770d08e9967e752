/**
 * Brings a SurveyJS form of somebody else into the form of our files: words by language, a scale for each question. What
 * a paper has no word for is a reason to leave the form to SurveyJS's own renderer; what only says how SurveyJS should
 * look is a note.
 */
import type { Scale, Theme } from "../paper/paper";
import {
  BEYOND_CHOICE,
  BEYOND_ELEMENT,
  BEYOND_PAGE,
  BEYOND_SURVEY,
  KEPT_ELEMENT,
  KEPT_PAGE,
  KEPT_SURVEY,
  WORDED_ELEMENT,
} from "./foreign-words";
import type { LocalTextSource } from "./survey-shape";
import { QUESTION_TYPES } from "./survey-shape";

export interface Remark {
  readonly path: string;
  readonly reason: string;
}

type Json = Readonly<Record<string, unknown>>;

export interface Translation {
  readonly form: Json;
  readonly reasons: Remark[];
  readonly notes: Remark[];
}

interface Scribe {
  readonly theme: Theme;
  readonly reasons: Remark[];
  readonly notes: Remark[];
}

export const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const asText = (value: unknown): string => (typeof value === "string" && value !== "" ? value : "");

const OUR_LANGUAGES = ["ar", "tr", "pl", "uk", "ur"] as const;

/** Words as text or by language; Danish stands in for what is missing, and whatever there is for Danish. */
export function localise(written: unknown, fallback: string): LocalTextSource {
  const words = isRecord(written) ? written : { default: typeof written === "number" ? String(written) : written };
  const first = Object.values(words).map(asText).find(Boolean) ?? fallback;
  const da = asText(words["da"]) || asText(words["default"]) || first;
  const en = asText(words["en"]) || asText(words["default"]) || da;
  const others = OUR_LANGUAGES.flatMap((language) => {
    const text = asText(words[language]);
    return text ? [[language, text] as const] : [];
  });
  return { default: da, da, en, ...Object.fromEntries(others) };
}

function remarkOn(
  json: Json,
  path: string,
  beyond: Readonly<Record<string, string>>,
  kept: readonly string[],
  to: Scribe,
) {
  const isHidden = json["visible"] === false;
  if (isHidden) to.reasons.push({ path: `${path}.visible`, reason: "is hidden from the start" });
  for (const [name, value] of Object.entries(json)) {
    if (kept.includes(name) || value === false || value === undefined || value === "") continue;
    if (Array.isArray(value) && value.length === 0) continue;
    const at = `${path === "" ? "" : `${path}.`}${name}`;
    const reason = Object.hasOwn(beyond, name) ? beyond[name] : undefined;
    if (reason !== undefined) to.reasons.push({ path: at, reason });
    else to.notes.push({ path: at, reason: "a paper leaves this out" });
  }
}

const COUNTED: readonly (Scale | undefined)[] = [undefined, undefined, "two-pictures", "three-pictures"];

/** The scale of a question that does not name one. */
function scaleOf({ type, multiSelect, choices }: Json): Scale {
  switch (type) {
    case "checkbox":
    case "tagbox":
      return "choose-pictures";
    case "ranking":
      return "rank-pictures";
    case "signaturepad":
      return "drawing";
    case "file":
      return "photo";
    case "comment":
    case "text":
      return "text";
    case "imagepicker":
      if (multiSelect === true) return "choose-pictures";
      return (Array.isArray(choices) ? COUNTED[choices.length] : undefined) ?? "options";
    default:
      return "options";
  }
}

function translateChoice(choice: unknown, path: string, to: Scribe): unknown {
  if (!isRecord(choice)) return choice;
  remarkOn(choice, path, BEYOND_CHOICE, ["value", "text", "picture", "sound", "code"], to);
  const { value, text, picture, sound, code } = choice;
  return {
    value,
    text: localise(text, String(value)),
    ...(picture !== undefined && { picture }),
    ...(sound !== undefined && { sound }),
    ...(code !== undefined && { code }),
  };
}

/** Two validators say what a paper says itself. */
function limitsOf(validators: unknown, path: string, to: Scribe): Json {
  const limits: Record<string, unknown> = {};
  (Array.isArray(validators) ? validators : []).forEach((validator: unknown, index) => {
    const { type, maxLength, maxCount, ...more } = isRecord(validator) ? validator : {};
    const hasMore = Object.keys(more).some((name) => name !== "text");
    if (type === "text" && typeof maxLength === "number" && !hasMore) limits["maxLength"] = maxLength;
    else if (type === "answercount" && typeof maxCount === "number" && !hasMore)
      limits["maxSelectedChoices"] = maxCount;
    else
      to.reasons.push({ path: `${path}.validators[${index}]`, reason: "demands more of an answer than a paper can" });
  });
  return limits;
}

function wordedMembers(json: Json, path: string, to: Scribe): Json {
  const { type, name, title, html, labelTrue, labelFalse } = json;
  if (type === "html") {
    if (/<[a-z/]/i.test(JSON.stringify(html ?? "")))
      to.reasons.push({ path: `${path}.html`, reason: "has markup; a paper has words" });
    return { html: localise(html, "…") };
  }
  const members: Record<string, unknown> = { title: localise(title, asText(name)) };
  for (const list of ["choices", "rateValues"]) {
    const written = json[list];
    if (Array.isArray(written))
      members[list] = written.map((one, index) => translateChoice(one, `${path}.${list}[${index}]`, to));
  }
  if (type === "boolean") {
    members["labelTrue"] = localise(labelTrue ?? { da: "Ja", en: "Yes" }, "Ja");
    members["labelFalse"] = localise(labelFalse ?? { da: "Nej", en: "No" }, "Nej");
  }
  return members;
}

function keptMembers(json: Json): Json {
  return Object.fromEntries(
    Object.entries(json).filter(([name, value]) => KEPT_ELEMENT.includes(name) && value !== "" && value !== false),
  );
}

function translateElement(json: unknown, path: string, to: Scribe): unknown {
  if (!isRecord(json)) return json;
  const { type } = json;
  if (type === "panel") return translateHolder(json, path, to, { type });
  if (type === "html") {
    remarkOn(json, path, { visibleIf: "is not always shown" }, ["type", "name", "html"], to);
    return { type, name: json["name"], ...wordedMembers(json, path, to) };
  }
  if (!QUESTION_TYPES.some((known) => known === type)) {
    to.reasons.push({ path: `${path}.type`, reason: `a paper has no word for a question of type ${String(type)}` });
    return json;
  }
  if (typeof json["inputType"] === "string" && json["inputType"] !== "text")
    to.reasons.push({ path: `${path}.inputType`, reason: "a paper takes words, no dates, numbers or addresses" });
  const kept = [...KEPT_ELEMENT, ...WORDED_ELEMENT, "validators", "inputType"];
  remarkOn(json, path, BEYOND_ELEMENT, kept, to);
  return {
    itemType: scaleOf(json),
    theme: to.theme,
    ...keptMembers(json),
    ...limitsOf(json["validators"], path, to),
    ...wordedMembers(json, path, to),
  };
}

/** A page or a panel. */
function translateHolder(json: Json, path: string, to: Scribe, start: Json): Json {
  remarkOn(json, path, BEYOND_PAGE, KEPT_PAGE, to);
  const { name, visibleIf, enableIf } = json;
  const elements = json["elements"] ?? json["questions"] ?? [];
  return {
    ...start,
    name: asText(name) || path.replace(/\W+/g, "-").replace(/-$/, ""),
    ...(asText(visibleIf) && { visibleIf }),
    ...(asText(enableIf) && { enableIf }),
    elements: Array.isArray(elements)
      ? elements.map((one: unknown, index) => translateElement(one, `${path}.elements[${index}]`, to))
      : elements,
  };
}

/** Empty pages and panels are left out as SurveyJS does. */
const hasElements = (holder: Json) => Array.isArray(holder["elements"]) && holder["elements"].length > 0;

export function translateForeign(json: Json, theme: Theme): Translation {
  const to: Scribe = { theme, reasons: [], notes: [] };
  remarkOn(json, "", BEYOND_SURVEY, KEPT_SURVEY, to);
  const loose = json["elements"] ?? json["questions"];
  if (Array.isArray(json["pages"]) && Array.isArray(loose) && loose.length > 0)
    to.reasons.push({ path: "elements", reason: "stand beside the pages" });
  const written =
    Array.isArray(json["pages"]) && json["pages"].length > 0 ? json["pages"] : [{ name: "page1", elements: loose }];
  const pages = written
    .map((page: unknown, index) => translateHolder(isRecord(page) ? page : {}, `pages[${index}]`, to, {}))
    .filter(hasElements);
  return { form: { pages }, reasons: to.reasons, notes: to.notes };
}
