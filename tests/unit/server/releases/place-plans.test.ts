/** The plan of a release's place map is the children's own: the picture, the stickers and the spots of their paper. */
import { beforeAll, describe, expect, it } from "vitest";
import { pageOf } from "~/components/release/make-page";
import type { Release } from "../../../../server/releases/contract";
import { placePlans } from "../../../../server/releases/place-plans";
import { definitions } from "../../../../surveys/definitions/index";
import { everyWayOfAnswering, wholeBank } from "../../../../surveys/engine/bank-surveys";
import { buildLibrary } from "../../../../surveys/engine/survey-library";
import type { PaperItem } from "../../../../surveys/paper/paper";
import { aMadeMunicipality } from "../../../support/made-rounds";

const library = buildLibrary(definitions);
const isMap = ({ type }: PaperItem): boolean => type === "place-map";
const mapOf = (language: "da" | "en") => {
  const found = library.paper("trivsel", 1, "6-9", language).items.find(isMap);
  if (!found) throw new Error("The form has a map.");
  return found;
};

let releases: readonly Release[];
beforeAll(() => {
  releases = aMadeMunicipality().releases;
});
const releaseOf = (id: string) => releases.findLast(({ institutionId }) => institutionId === id) as Release;

describe("the plan", () => {
  it("is the one that the child had", () => {
    const { picture, choices, places = [] } = mapOf("da");
    expect(placePlans(releaseOf("lind"), library)).toEqual([
      {
        form: "6-9",
        item: "best-place",
        picture,
        stickers: Object.fromEntries(choices.map((choice) => [choice.value, choice.picture])),
        spots: Object.fromEntries(places.map(({ value, x, y }) => [value, { x, y }])),
      },
    ]);
  });

  it.each([
    ["of a survey that is no longer there", (release: Release) => ({ ...release, surveyVersion: 99 })],
    [
      "of a form that the survey has not",
      (release: Release) => ({ ...release, forms: release.forms.map((form) => ({ ...form, form: "staff" as const })) }),
    ],
    ["where no form shows a map", (release: Release) => ({ ...release, forms: releaseOf("gran").forms })],
  ])("is not there %s", (_, change) => {
    expect(placePlans(change(releaseOf("lind")), library)).toEqual([]);
  });
});

/** The map on the page of an institution, as it is drawn. */
function drawn(id: string, language: "da" | "en" = "da", plans = placePlans(releaseOf(id), library)) {
  const { details } = pageOf(releaseOf(id), language, plans);
  return details.flatMap(({ themes }) => themes.flatMap(({ maps }) => maps));
}

describe("on the page", () => {
  it.each(["da", "en"] as const)("each place stands where the child's button stood, in %s", (language) => {
    const [map] = drawn("lind", language);
    const { places = [], choices } = mapOf(language);
    expect(map?.places.map(({ name }) => name)).toEqual(places.map(({ label }) => label));
    expect(map?.plan?.spots).toEqual(places.map(({ x, y }) => ({ x, y })));
    expect(map?.plan?.stickers.map(({ label }) => label)).toEqual(choices.map(({ label }) => label));
    for (const { rows } of map?.places ?? [])
      expect(rows.map(({ label }) => label)).toEqual(choices.map(({ label }) => label));
    expect(map?.plan?.drawing).toMatch(/^<svg .*viewBox="0 0 400 300".*<\/svg>$/);
    expect(map?.plan?.stickers.map(({ drawing }) => /#[a-z-]+/.exec(drawing)?.[0])).toEqual(["#star", "#cloud"]);
  });

  it("no share is further from its bounds than is said", () => {
    for (const { places, plan } of drawn("lind"))
      for (const { value, low, high } of places.flatMap(({ rows }) => rows))
        expect(Math.max(high - value, value - low)).toBeLessThanOrEqual((plan?.within ?? -1) + 1);
  });

  it("there is no drawing without a plan, where a sticker has no picture, or a place no spot", () => {
    const [plan] = placePlans(releaseOf("lind"), library);
    if (!plan) throw new Error("There is one.");
    const { good: _good, ...fewer } = plan.stickers;
    const { garden: _garden, ...elsewhere } = plan.spots;
    expect([_good, _garden]).not.toContain(undefined);
    for (const plans of [[], [{ ...plan, stickers: fewer }], [{ ...plan, spots: elsewhere }]]) {
      const [map] = drawn("lind", "da", plans);
      expect(map?.plan).toBeUndefined();
      expect(map?.places).toHaveLength(7);
    }
  });
});

/** In percent of a plan where it is smallest (places.css): a label of three lines there is at most so large. */
const LABEL = { width: (100 * 77) / 286, height: (100 * 44) / 214 };

it("no label lies on another on any plan of ours, however small it is drawn", () => {
  const ofTheBank = [everyWayOfAnswering, wholeBank].flatMap(({ slug, version, forms, define }) =>
    forms
      .filter(({ itemCount }) => itemCount > 0)
      .flatMap(({ form }) => buildLibrary([define(form)], { allowMedia: true }).paper(slug, version, form, "da").items),
  );
  const maps = [mapOf("da"), ...ofTheBank].filter(isMap);
  expect(maps.length).toBeGreaterThanOrEqual(3);
  for (const { name, places = [] } of maps)
    for (const [at, one] of places.entries())
      for (const other of places.slice(at + 1)) {
        const isApart = Math.abs(one.x - other.x) >= LABEL.width || Math.abs(one.y - other.y) >= LABEL.height;
        expect(isApart, `${name}: ${one.value} and ${other.value}`).toBe(true);
      }
});
