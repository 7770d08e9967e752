/** What is newer than the oldest browsers and may stand in what is built all the same, each with its reason. */
import type { Dropped } from "./newer-css";

/** app/older-browsers.ts brings them. */
const LENT = new Set(["Object.hasOwn", ".at", ".findLast", ".toReversed"]);

/** Used only where the browser has it. */
const ASKED_FOR = new Map([
  [".userActivation", "device-voice.ts asks with ?., and then waits for what the voice does"],
  [".hasBeenActive", "a part of the former"],
  [".submitter", "pressed-button.ts asks with `in`; Remix's forms have one button, and no value on it"],
  ["OffscreenCanvas", "Chart.js asks with typeof"],
  ["setImmediate", "React asks with typeof"],
  [".scheduling", "React asks with !== undefined"],
  [".movementX", "React asks with `in`"],
  [".movementY", "React asks with `in`"],
  ["reportError", "Remix asks with typeof"],
  [".startViewTransition", "only where a link asks for a transition; none does"],
  [".connection", "Remix asks with a null check"],
  [".orientation", "SurveyJS asks with a null check"],
  [".contentBoxSize", "SurveyJS asks, and has contentRect"],
  [".blockSize", "a part of the former"],
  ["Error.captureStackTrace", "csv-parse and read-excel-file ask first"],
  [
    ".createObjectURL",
    "fflate's worker: what read-excel-file is given is not packed (read-workbook.ts), and needs none",
  ],
  [".getCapabilities", "SurveyJS's camera, behind a try"],
]);

/** Names of members that are these scripts' own, and by chance also a newer browser's. */
const OWN_NAMES: readonly (readonly [script: RegExp, names: string])[] = [
  [/./, "locale side take role results displayName share element wait delay handle touches"],
  [/^adult-(frame|words)/, "escape external use"],
  [/^vendor/, "navigationType capture manifest"],
  [/^distribution-chart/, "config resize notify"],
  [/^read-table/, "resize escape bytes cause"],
  [
    /^survey-view/,
    "getType isVisible dispose show hasOwn ariaLabel escape ariaRequired ariaInvalid isError mobile drop notify ariaExpanded ariaChecked targetTouches changedTouches resize bytes toArray",
  ],
];

export function isAcceptedUse(script: string, feature: string): boolean {
  if (LENT.has(feature) || ASKED_FOR.has(feature)) return true;
  // The linear-time engine for authors' regular expressions, which has names for what it reads.
  if (feature === "lookbehind") return script.startsWith("survey-view");
  const name = feature.replace(/^\./, "");
  return OWN_NAMES.some(([scripts, names]) => scripts.test(script) && names.split(" ").includes(name));
}

interface Rule {
  readonly features: string;
  /** Which rules; all of them when absent. */
  readonly where?: RegExp;
}

/** The page is whole without them: how lines break, a pointer's shape, an edge for those who asked for more contrast. */
const ADDED: readonly Rule[] = [
  { features: "text-wrap balance pretty cursor pointer default crosshair accent-color" },
  { features: "prefers-contrast forced-colors @page" },
  // Pages stay light.
  { features: "color-scheme light dark" },
  { features: ":has", where: /^:root:not\(:has\(>body>\.child/ },
  // A little more room before a picture; a button that calls although nothing is chosen; one column in place of two.
  {
    features: ":has",
    where: /^\.pill:has|^\.question-page:not\(:has\(:checked|^\[data-band="10-12"\] \.question\.blocks/,
  },
  // On paper the heading stays over tables that nobody opened.
  { features: ":has", where: /^\.items:not\(:has\(details\[open\]\)\)$/ },
  // The browser's own ring.
  {
    features: ":focus-visible",
    where: /^:focus-visible$|^\.(?:child|board|board-talk) :focus-visible$|^\.result-choice a:focus-visible$/,
  },
  { features: "scripting", where: /scripting/ },
  // Drawn as large as a page has it.
  { features: "zoom", where: /gallery-stage/ },
];

/** What stands in their place is in child-older-browsers.css. */
const REPLACED: readonly Rule[] = [
  {
    features: "aspect-ratio",
    where: /^\.(?:dot|plan\[data-spots\]|given-drawing|own-picture-button|trouble-picture|key-thing|help-picture) /,
  },
  { features: "aspect-ratio", where: /^\.gallery-stage .*\.answer-picture/ },
  { features: "container-type inline-size", where: /^\.plan\[data-spots\] / },
  { features: "@container", where: /width < 560px/ },
  { features: "subgrid", where: /^\.answers\[data-pictures\]/ },
  { features: ":focus-visible", where: /^\.child :focus-visible\+\.(?:answer-card|rung-bar|stone|sticker-face)$/ },
];

export function isAcceptedDrop(sheet: string, { features, where }: Pick<Dropped, "features" | "where">): boolean {
  // SurveyJS's own sheet, for an administrator who tries a form that no paper of ours has.
  if (sheet.startsWith("survey-view")) return true;
  return features.every((feature) =>
    [...ADDED, ...REPLACED].some(
      (rule) => rule.features.split(" ").includes(feature) && (rule.where === undefined || rule.where.test(where)),
    ),
  );
}
