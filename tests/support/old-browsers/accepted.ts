/** What is newer than the oldest browsers and may stand in what is built all the same, each with its reason. */

/** app/older-browsers.ts brings them. */
export const LENT = new Set(["Object.hasOwn", ".at", ".findLast", ".toReversed"]);

/** Used only where the browser has it. */
const ASKED_FOR = new Map([
  [".userActivation", "device-voice.ts asks with ?., and then waits for what the voice does"],
  [".hasBeenActive", "a part of the former"],
  [".submitter", "pressed-button.ts asks with `in`; Remix's forms have one button, and no value on it"],
  [".roundRect", "share-chart.tsx draws straight corners without it"],
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
  [".getCapabilities", "SurveyJS's camera, behind a try"],
]);

/** Names of members that are these scripts' own, and by chance also a newer browser's. */
const OWN_NAMES: readonly (readonly [script: RegExp, names: string])[] = [
  [/./, "locale side take role displayName share element wait delay handle touches"],
  [/^adult-frame/, "escape external use"],
  [/^vendor/, "navigationType capture manifest"],
  [/^latest-release/, "config resize notify"],
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
