/** What is built runs in the oldest browsers we name: the grammar, the library and the style sheets, by MDN's data. */
import { readFileSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { OLDEST_BROWSERS } from "../../scripts/oldest-browsers.mjs";
import { isAcceptedDrop, isAcceptedUse } from "../support/old-browsers/accepted";
import { asInOldest } from "../support/old-browsers/newer-css";
import { newerIn } from "../support/old-browsers/newer-js";
import { startSite } from "../support/site";
import { issueKeys } from "../support/submissions";

const ASSETS = "build/client/assets";
const built = (ending: string): [name: string, text: string][] =>
  readdirSync(ASSETS)
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, readFileSync(`${ASSETS}/${name}`, "utf8")]);

it("every script uses what the oldest browsers have, or what is lent to them", () => {
  const scripts = built(".js");
  expect(scripts.length).toBeGreaterThan(10);
  const faults = scripts.flatMap(([name, text]) =>
    newerIn(text)
      .filter(({ feature }) => !isAcceptedUse(name, feature))
      .map(({ feature, near }) => `${name}: ${feature} in ${near}`),
  );
  expect(faults).toEqual([]);
});

it("so do the scripts that stand in the pages themselves", async () => {
  const site = await startSite();
  const [key] = await issueKeys(site.application, "eg-1a", 1);
  const pages = ["/", "/log-ind", "/svar", `/svar/${key?.secret}`, "/nowhere"];
  const texts = await Promise.all(pages.map(async (path) => (await fetch(site.url + path)).text()));
  await site.close();
  const scripts = texts.flatMap((text) =>
    [...text.matchAll(/<script[^>]*>([^]+?)<\/script>/g)].map(([, own = ""]) => own),
  );
  expect(scripts.length).toBeGreaterThan(pages.length);
  const faults = scripts.flatMap((script) => newerIn(script).filter(({ feature }) => !isAcceptedUse("page", feature)));
  expect(faults).toEqual([]);
});

it("every style sheet says what the oldest browsers read, before or beside what is newer", () => {
  const sheets = built(".css");
  expect(sheets.length).toBeGreaterThan(5);
  const faults = sheets.flatMap(([name, text]) =>
    asInOldest(text)
      .dropped.filter((dropped) => !dropped.hasFallback && !isAcceptedDrop(name, dropped))
      .map(({ features, where }) => `${name}: ${features.join(", ")} in ${where}`),
  );
  expect(faults).toEqual([]);
});

it.each([
  ["Object.hasOwn(a, b);", "Object.hasOwn"],
  ["export const a = structuredClone(b);", "structuredClone"],
  ["a.findLast(b);", ".findLast"],
  ["const { submitter } = event;", ".submitter"],
  ["crypto.randomUUID();", ".randomUUID"],
  ["AbortSignal.timeout(1);", "AbortSignal.timeout"],
  ["export const a = /(?<!b)c/u;", "lookbehind"],
  ['new RegExp("(?<=b)c");', "lookbehind"],
  ["class A { static { b(); } }", "static {}"],
  ["class A { #b() {} }", "#private"],
  ["a?.b(...c);", "a spread behind ?."],
  ['matchMedia("(width < 600px)");', "media range"],
])("finds in %s what is newer", (script, feature) => {
  expect(newerIn(script).map((use) => use.feature)).toContain(feature);
});

it.each(["typeof structuredClone;", "form.requestSubmit?.();", "a.replaceAll(b, c); a.flatMap(b);"])(
  "finds nothing in %s",
  (script) => {
    expect(newerIn(script)).toEqual([]);
  },
);

it.each([
  [".a:has(.b) { color: red }", ":has"],
  [".a, .b:has(.c) { color: red }", ":has"],
  [".a { block-size: 100dvh }", "100dvh"],
  [".a { aspect-ratio: 1 }", "aspect-ratio"],
  [".a { overflow: clip }", "clip"],
  [".a { color: color-mix(in srgb, red, blue) }", "color-mix("],
  [".a { translate: 1px }", "translate"],
  [":focus-visible { color: red }", ":focus-visible"],
  ["@container (width < 1px) { .a { color: red } }", "@container"],
  ["@layer a { .a { color: red } }", "@layer"],
  ["@media (width < 600px) { .a { color: red } }", "range syntax"],
  [".a { & .b { color: red } }", "nesting"],
])("finds in %s what is newer", (css, feature) => {
  const { dropped } = asInOldest(css);
  expect(dropped.flatMap(({ features }) => features)).toContain(feature);
  expect(dropped.every(({ hasFallback }) => !hasFallback)).toBe(true);
});

it("reads what the oldest browsers have in a newer one's place", () => {
  const sheet = ".a { height: 1px; height: 1dvh } @supports not selector(:has(a)) { .b { color: red } }";
  const { css, dropped } = asInOldest(sheet);
  expect(css).toContain("height: 1px");
  expect(css).not.toMatch(/dvh|@supports/);
  expect(css).toContain(".b");
  expect(dropped.every(({ hasFallback }) => hasFallback)).toBe(true);
});

it("the page for those who choose browsers names the same ones", () => {
  const page = readFileSync("docs/browsers.md", "utf8").replaceAll(/\s+/g, " ");
  const { chrome, safari, safari_ios, firefox, samsunginternet_android } = OLDEST_BROWSERS;
  for (const named of [
    `Chrome ${chrome}`,
    `Edge ${OLDEST_BROWSERS.edge}`,
    `Safari ${safari}`,
    `iPadOS ${safari_ios}`,
    `Firefox ${firefox}`,
    `Samsung Internet ${samsunginternet_android.replace(".0", "")}`,
  ])
    expect(page).toContain(named);
});
