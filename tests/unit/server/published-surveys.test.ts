/** What was published is what is here: the committed hashes hold, and any other word is noticed and named. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { checkPublishedSurveys } from "../../../server/published-surveys";
import { definitions, publishedHashes } from "../../../surveys/definitions/index";

it("every survey of this installation is as it was published, and every published one is here", () => {
  expect(() => checkPublishedSurveys()).not.toThrow();
  const names = definitions.map(({ path }) => path.slice("surveys/definitions/".length, -".json".length));
  expect(Object.keys(publishedHashes)).toEqual(names.sort());
  for (const hash of Object.values(publishedHashes)) expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

type Path = readonly (string | number)[];

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

/** A copy in which one value is another one. */
function withChanged(json: unknown, path: Path): unknown {
  const copy = structuredClone(json) as Record<string, unknown>;
  let at = copy;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>;
  const last = String(path.at(-1));
  at[last] = typeof at[last] === "string" ? `${at[last]} ` : null;
  return copy;
}

const leaves = definitions.map(({ json }) => leavesOf(json));

it("a single value that is another one is refused with a sentence that names the survey and the file", () => {
  const whichOne = fc.integer({ min: 0, max: definitions.length - 1 });
  fc.assert(
    fc.property(whichOne, fc.nat(), (which, some) => {
      const { path, json } = definitions[which]!;
      const leaf = leaves[which]![some % leaves[which]!.length]!;
      const changed = definitions.map((one, at) => (at === which ? { path, json: withChanged(json, leaf) } : one));
      expect(() => checkPublishedSurveys(changed)).toThrow(`(${path}), is not the one that was published`);
    }),
    { numRuns: 60 },
  );
});

it("a published survey that is gone and one that has no hash yet are refused by name", () => {
  expect(() => checkPublishedSurveys(definitions.slice(1))).toThrow(
    'The survey "trivsel", version 1 (surveys/definitions/trivsel/v1.json), was published and is not there any more',
  );
  const others = Object.fromEntries(Object.entries(publishedHashes).filter(([name]) => name !== "puls/v1"));
  expect(() => checkPublishedSurveys(definitions, others)).toThrow(
    'The survey "puls", version 1 (surveys/definitions/puls/v1.json), has no hash yet: `npm run compose` publishes it.',
  );
});
