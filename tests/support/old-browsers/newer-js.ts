/**
 * What a built script uses of JavaScript's and the browser's own library that the oldest browsers lack. A name counts as
 * newer when everything of that name is (`findLast`, `submitter`); `typeof` and a call with `?.` ask before they use.
 */
import { parse } from "acorn";
import type { AnyNode, Program } from "acorn";
import type { Feature } from "./compat";
import { DATA, lackedBy, partOf, partsOf } from "./compat";

export interface Use {
  /** Such as `Object.hasOwn`, `structuredClone` or `.findLast`. */
  readonly feature: string;
  /** The script around it. */
  readonly near: string;
}

const { builtins, classes } = DATA.javascript;
const GLOBAL = new Set(["window", "globalThis", "self"]);

/** Whose members a page of ours meets; a name such as `path` is elsewhere too often our own. */
const MET =
  /^(?:Abort|Blob|CSSStyle|Canvas|Clipboard|Crypto|CustomEvent|DOM|Document|Element|Event|Fetch|File|FormData|HTML|Headers|History|IDB|InputEvent|IntersectionObserver|KeyboardEvent|Location|Media|MouseEvent|MutationObserver|Navigator|Node|Performance|PointerEvent|Range|Request|ResizeObserver|Response|SVG|ScreenOrientation|Selection|ShadowRoot|Speech|Storage|SubmitEvent|SubtleCrypto|Text|TouchEvent|UIEvent|URL|UserActivation|Window|Worker)/;

const isLacking = (feature: Feature | undefined): boolean => lackedBy(feature).length > 0;
const isOfLanguage = (owner: string): boolean => owner.startsWith("Intl.") || partOf(builtins, owner) !== undefined;

/** Without groups of remarks and an interface's own constructor. */
const membersOf = (owner: string, all: Feature): [string, Feature][] =>
  partsOf(all).filter(([name, feature]) => name !== owner && /^[a-z]\w*$/i.test(name) && feature.__compat);

interface Newer {
  readonly globals: ReadonlySet<string>;
  readonly statics: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  /** Members with their owners, such as `SubmitEvent.submitter`. */
  readonly owned: ReadonlySet<string>;
}

function findNewer(): Newer {
  const ofIntl = partsOf(partOf(builtins, "Intl")).map(([name, owner]): [string, Feature] => [`Intl.${name}`, owner]);
  const owners = [...partsOf(builtins), ...ofIntl, ...partsOf(DATA.api)];
  const globals = new Set(owners.filter(([, owner]) => isLacking(owner)).map(([name]) => name));
  const known = new Map<string, boolean>();
  const met = new Set<string>();
  const statics = new Set<string>();
  const owned = new Set<string>();
  for (const [owner, all] of owners)
    for (const [name, feature] of membersOf(owner, all)) {
      const isNew = isLacking(feature);
      const bare = name.replace(/_static$/, "");
      if (isOfLanguage(owner) || MET.test(owner)) met.add(name);
      known.set(name, (known.get(name) ?? true) && isNew);
      if (isNew && (isOfLanguage(owner) || bare !== name)) statics.add(`${owner}.${bare}`);
      if (isNew && !owner.includes(".")) owned.add(`${owner}.${name}`);
      if (isNew && (owner === "Window" || owner === "_globals")) globals.add(bare);
    }
  return { globals, statics, owned, members: new Set([...met].filter((name) => known.get(name))) };
}

export const NEWER = findNewer();

type Visit = (node: AnyNode, parents: readonly AnyNode[]) => void;

const isNode = (value: unknown): value is AnyNode =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

function walk(node: AnyNode, visit: Visit, parents: readonly AnyNode[] = []): void {
  visit(node, parents);
  const inner = [node, ...parents.slice(0, 2)];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) value.filter(isNode).forEach((child) => walk(child, visit, inner));
    else if (isNode(value)) walk(value, visit, inner);
  }
}

const isAsked = ([parent]: readonly AnyNode[], node: AnyNode): boolean =>
  (parent?.type === "UnaryExpression" && parent.operator === "typeof") ||
  (parent?.type === "CallExpression" && parent.optional && parent.callee === node);

function memberUsed(node: AnyNode): string | undefined {
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return undefined;
  const { name } = node.property;
  if (node.object.type !== "Identifier") return NEWER.members.has(name) ? `.${name}` : undefined;
  const owner = node.object.name;
  if (NEWER.statics.has(`${owner}.${name}`)) return `${owner}.${name}`;
  if (GLOBAL.has(owner) && NEWER.globals.has(name)) return name;
  return NEWER.members.has(name) ? `.${name}` : undefined;
}

const NAMES_ONLY = new Set([
  "MemberExpression",
  "Property",
  "MethodDefinition",
  "PropertyDefinition",
  "ImportSpecifier",
  "ExportSpecifier",
]);

function globalUsed(node: AnyNode, [parent]: readonly AnyNode[]): string | undefined {
  if (node.type !== "Identifier" || !NEWER.globals.has(node.name)) return undefined;
  const isName =
    parent &&
    NAMES_ONLY.has(parent.type) &&
    (("property" in parent && parent.property === node) ||
      ("key" in parent && parent.key === node) ||
      !("object" in parent || "value" in parent));
  return isName ? undefined : node.name;
}

function takenApart(node: AnyNode): string[] {
  if (node.type !== "ObjectPattern") return [];
  return node.properties.flatMap((one) =>
    one.type === "Property" && one.key.type === "Identifier" && NEWER.members.has(one.key.name)
      ? [`.${one.key.name}`]
      : [],
  );
}

/** `a?.b(...c)`, which Chrome reads from 91 on; no compatibility data say so. */
function hasSpread(node: AnyNode): boolean {
  if (node.type === "CallExpression")
    return node.arguments.some(({ type }) => type === "SpreadElement") || hasSpread(node.callee);
  return node.type === "MemberExpression" && hasSpread(node.object);
}

/** What the grammar of 2022 has and the oldest browsers may lack. */
function grammarUsed(node: AnyNode): string | undefined {
  if (node.type === "StaticBlock" && isLacking(partOf(partOf(classes, "static"), "initialization_blocks")))
    return "static {}";
  if (node.type === "ChainExpression" && hasSpread(node.expression)) return "a spread behind ?.";
  if (node.type === "PrivateIdentifier" && isLacking(partOf(classes, "private_class_methods"))) return "#private";
  return undefined;
}

function patternUsed(node: AnyNode): string[] {
  if (node.type !== "Literal") return [];
  const text = node.regex ? node.regex.pattern : typeof node.value === "string" ? node.value : "";
  const isRange = /\((?:width|height) *[<>]/.test(text);
  return [...(/\(\?<[=!]/.test(text) ? ["lookbehind"] : []), ...(isRange ? ["media range"] : [])];
}

/** Throws where the script is written in a newer grammar than the oldest browsers read. */
export function newerIn(script: string): Use[] {
  const program: Program = parse(script, { ecmaVersion: 2022, sourceType: "module" });
  const uses: Use[] = [];
  walk(program, (node, parents) => {
    const found = [
      memberUsed(node),
      globalUsed(node, parents),
      grammarUsed(node),
      ...takenApart(node),
      ...patternUsed(node),
    ];
    if (isAsked(parents, node)) return;
    const near = script.slice(Math.max(0, node.start - 60), node.end + 60);
    for (const feature of found) if (feature) uses.push({ feature, near });
  });
  return uses;
}
