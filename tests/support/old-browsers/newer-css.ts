/**
 * A style sheet as the oldest browsers read it: what they do not know is dropped as they drop it (a declaration; a whole
 * rule for one unknown selector of its list; what stands in `@supports`), and named.
 */
import type { AtRule, Declaration, Rule } from "postcss";
import { parse } from "postcss";
import { DATA, isNewer, partOf, partsOf } from "./compat";

export interface Dropped {
  /** The names of what is newer, such as `:has` or `text-wrap`. */
  readonly features: readonly string[];
  readonly where: string;
  /** It is written so that the oldest browsers have something else: in `@supports`, or after a value they know. */
  readonly hasFallback: boolean;
}

const { properties, selectors, types, "at-rules": atRules } = DATA.css;

const DYNAMIC = /^[\d.]+(d|s|l)v(?:h|w|i|b|min|max)$/;
const UNITS: Readonly<Record<string, string>> = {
  d: "viewport_percentage_units_dynamic",
  s: "viewport_percentage_units_small",
  l: "viewport_percentage_units_large",
};

function unitOf(word: string): string {
  const [, size] = DYNAMIC.exec(word) ?? [];
  if (size) return UNITS[size] ?? "";
  if (/^[\d.]+cq(?:w|h|i|b|min|max)$/.test(word)) return "container_query_length_units";
  return /^-?[\d.]+([a-z]+)$/.exec(word)?.[1] ?? "";
}

/** Functions stand in the data below the type they make; `rgb()` is a part of `color`. */
const functionOf = (name: string) =>
  partOf(types, name) ?? partsOf(types).flatMap(([, type]) => partOf(type, name) ?? [])[0];

/** Only words that are not names of our own: strings, addresses and custom properties are none. */
const wordsOf = (value: string): string[] =>
  value.replaceAll(/"[^"]*"|'[^']*'|url\([^)]*\)|--[\w-]+|#[0-9a-f]+/gi, " ").match(/-?[\d.]*[a-z][\w-]*\(?/gi) ?? [];

function newerInValue(property: string, value: string): string[] {
  return wordsOf(value).filter((word) => {
    if (word.endsWith("(")) return isNewer(functionOf(word.slice(0, -1)));
    if (/^-?[\d.]/.test(word)) return isNewer(partOf(partOf(types, "length"), unitOf(word)));
    return isNewer(partOf(partOf(properties, property), word));
  });
}

function newerInDeclaration(property: string, value: string): string[] {
  if (property.startsWith("-")) return property.startsWith("--") ? newerInValue(property, value) : [];
  const known = partOf(properties, property);
  const isProperty = !known || isNewer(known);
  return [...(isProperty ? [property] : []), ...newerInValue(property, value)];
}

function newerInSelector(selector: string): string[] {
  const bare = selector.replaceAll(/"[^"]*"|'[^']*'/g, "");
  const pseudos = (bare.match(/::?[a-z-]+/gi) ?? []).filter((pseudo) => {
    const name = pseudo.replaceAll(":", "");
    return !name.startsWith("-") && isNewer(partOf(selectors, name));
  });
  const isList =
    /:not\([^()]*(?:\([^()]*\)[^()]*)*,/.test(bare) && isNewer(partOf(partOf(selectors, "not"), "selector_list"));
  return [...pseudos, ...(isList ? [":not(list)"] : []), ...(bare.includes("&") ? ["nesting"] : [])];
}

function newerInCondition(condition: string): string[] {
  const [, selector] = /selector\((.+)\)/.exec(condition) ?? [];
  if (selector) return newerInSelector(selector);
  return [...condition.matchAll(/\(\s*([\w-]+)\s*:\s*([^)]+(?:\([^)]*\))?)\)/g)].flatMap(
    ([, property = "", value = ""]) => newerInDeclaration(property, value),
  );
}

const featureNames = (condition: string) => [...condition.matchAll(/\(\s*([a-z-]+)/g)].map(([, name = ""]) => name);

/** What makes the oldest browsers pass a block by. */
function newerInAtRule({ name, params }: AtRule): string[] {
  if (isNewer(partOf(atRules, name))) return [`@${name}`];
  if (name !== "media") return [];
  const isRange = /[<>]/.test(params) && isNewer(partOf(partOf(atRules, "media"), "range_syntax"));
  const newer = featureNames(params).filter((feature) => isNewer(partOf(partOf(atRules, "media"), feature)));
  return [...newer, ...(isRange ? ["range syntax"] : [])];
}

function settleSupports(block: AtRule, dropped: Dropped[]): void {
  const features = newerInCondition(block.params);
  if (features.length === 0) return;
  if (/^not\b/.test(block.params)) return void block.replaceWith(block.nodes ?? []);
  dropped.push({ features, where: `@supports ${block.params}`, hasFallback: true });
  block.remove();
}

function isSaidBefore(declaration: Declaration): boolean {
  const others = declaration.parent?.nodes ?? [];
  const before = others.slice(0, others.indexOf(declaration));
  return before.some((one) => one.type === "decl" && one.prop.replace(/^-(?:webkit|moz)-/, "") === declaration.prop);
}

const whereOf = (rule: Rule) => rule.selector.replaceAll(/\s+/g, " ");

export function asInOldest(css: string): { readonly css: string; readonly dropped: readonly Dropped[] } {
  const sheet = parse(css);
  const dropped: Dropped[] = [];
  sheet.walkAtRules("supports", (block) => settleSupports(block, dropped));
  sheet.walkAtRules((block) => {
    const features = newerInAtRule(block);
    if (features.length === 0) return;
    dropped.push({ features, where: `@${block.name} ${block.params}`, hasFallback: false });
    block.remove();
  });
  sheet.walkRules((rule) => {
    const features = rule.selectors.flatMap(newerInSelector);
    if (features.length === 0) return;
    dropped.push({ features: [...new Set(features)], where: whereOf(rule), hasFallback: false });
    rule.remove();
  });
  sheet.walkDecls((declaration) => {
    const { parent, prop, value } = declaration;
    const features = newerInDeclaration(prop, value);
    if (features.length === 0 || parent?.type !== "rule") return;
    const where = `${whereOf(parent as Rule)} { ${prop}: ${value} }`;
    dropped.push({ features: [...new Set(features)], where, hasFallback: isSaidBefore(declaration) });
    declaration.remove();
  });
  return { css: sheet.toString(), dropped };
}
