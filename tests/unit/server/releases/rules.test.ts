/** Releases: what may be told about few, what one child can move, and that the same answers give the same release. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { THRESHOLDS } from "../../../../surveys/disclosure/thresholds";
import { definitions } from "../../../../surveys/definitions/index";
import { stepFor } from "../../../../surveys/disclosure/count-cells";
import { scoreChild } from "../../../../surveys/scoring/score-child";
import { buildLibrary } from "../../../../surveys/engine/survey-library";
import type { AgeBand, Answers, NonAnswers } from "../../../../surveys/paper/paper";
import type { FormTable, Release } from "../../../../server/releases/contract";
import { canonicalJson } from "../../../../server/lib/canonical-json";
import { computeRelease } from "../../../../server/releases/rules";
import { statements } from "../../../../server/releases/statements";
import { aRound, institutions } from "../../../support/small-municipality";

const library = buildLibrary(definitions);
const institution = institutions[0]!;

interface Child {
  readonly answers: Answers;
  readonly nonAnswers: NonAnswers;
}

/** Each number is a child: its digits pick a choice an item, or no answer. */
function child(band: AgeBand, picks: readonly number[]): Child {
  const answers: Record<string, string | string[]> = {};
  const nonAnswers: Record<string, "declined" | "not-understood"> = {};
  library.scoringKey("puls", 1, band).items.forEach((item, index) => {
    const pick = picks[index % picks.length] ?? 0;
    const choice = item.choices[pick % (item.choices.length + 2)];
    if (choice) answers[item.name] = item.type === "choose-pictures" ? [choice.value] : choice.value;
    else nonAnswers[item.name] = pick % 2 === 0 ? "declined" : "not-understood";
  });
  return { answers, nonAnswers };
}

function release(children: readonly Child[], { invited = children.length, others = [] as readonly Child[] } = {}) {
  const form = (band: AgeBand, responses: readonly Child[], asked: number) => ({
    band,
    invited: asked,
    responses,
    scoringKey: library.scoringKey("puls", 1, band),
  });
  const forms = [form("6-9", children, invited), ...(others.length > 0 ? [form("3-5", others, others.length)] : [])];
  return computeRelease({ round: aRound({ state: "sealed" }), institution, forms });
}

const childArbitrary = fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }).map((picks) => child("6-9", picks));
const classes = fc.array(childArbitrary, { minLength: 1, maxLength: 40 });

const only = (given: Omit<Release, "hash">): FormTable => given.forms[0]!;

describe("a release", () => {
  it.each([
    [4, 0, "suppressed", "too-few"],
    [5, 0, "shown", undefined],
    [20, 4, "suppressed", "complement-too-few"],
    [4, 20, "suppressed", "too-few"],
    [20, 5, "shown", undefined],
  ] as const)("of %i children beside %i of another band is %s", (count, others, status, reason) => {
    const made = release(
      Array.from({ length: count }, () => child("6-9", [0])),
      { others: Array.from({ length: others }, () => child("3-5", [0])) },
    );
    expect(only(made).status).toBe(status);
    expect(only(made).reason).toBe(reason);
    if (status === "suppressed") expect(only(made)).toMatchObject({ items: [], indices: [] });
  });

  it("hides the other band too, when one band alone would be told by the difference", () => {
    const made = release(
      Array.from({ length: 20 }, () => child("6-9", [0])),
      { others: Array.from({ length: 4 }, () => child("3-5", [0])) },
    );
    expect(made.forms.map(({ status }) => status)).toEqual(["suppressed", "suppressed"]);
    for (const { responded } of made.forms) expect(responded).toBeUndefined();
  });

  it("tells no number at all of fewer than five who answered", () => {
    const made = release(Array.from({ length: 4 }, () => child("6-9", [0])));
    expect(made.responded).toBeUndefined();
    const qualities = [0, 1, 2, 3, 4].map(
      (count) =>
        release(
          Array.from({ length: count }, () => child("6-9", [0])),
          { invited: 5 },
        ).quality,
    );
    expect(new Set(qualities).size).toBe(1);
  });

  it("below 30 % says only how many answered", () => {
    const made = release(
      Array.from({ length: 29 }, () => child("6-9", [0])),
      { invited: 100 },
    );
    expect(only(made)).toMatchObject({ status: "suppressed", reason: "low-response", responded: 29, items: [] });
  });

  it("never counts fewer asked than answered", () => {
    const made = release(
      Array.from({ length: 25 }, () => child("6-9", [0])),
      { invited: 20 },
    );
    expect(made).toMatchObject({ invited: 25, responded: 25, quality: "full" });
  });

  it("holds no exact count of an answer anywhere", () => {
    fc.assert(
      fc.property(classes, (children) => {
        for (const item of only(release(children)).items) {
          expect(["few", "some", "hidden"]).toContain(item.declined);
          if (item.baseFives !== undefined) expect(item.baseFives % 5).toBe(0);
          for (const { share } of item.choices)
            if (children.length < THRESHOLDS.exactShares) expect(share.code).not.toBe("step");
        }
      }),
    );
  });

  it("does not depend on the order of the children", () => {
    fc.assert(
      fc.property(classes, fc.integer(), (children, turn) => {
        const turned = children.map(
          (_, index) => children[(((index + turn) % children.length) + children.length) % children.length]!,
        );
        expect(canonicalJson(release(turned))).toBe(canonicalJson(release(children)));
      }),
    );
  });

  it("says no more about a theme than its questions say", () => {
    // Every pair of counts of a theme's two questions, of children who answered both or only one.
    const learn = library.scoringKey("puls", 1, "3-5").items.filter((item) => item.theme === "belong");
    const [one, other] = learn;
    expect(learn.length).toBe(2);
    const pick = (item: typeof one, isGood: boolean) =>
      item?.choices.find(({ value }) => item.favourable.includes(value) === isGood)?.value ?? "";
    const make = (n: number, a: number, b: number) =>
      Array.from({ length: n }, (_, index) => ({
        answers: {
          [one?.name ?? ""]: pick(one, index < a),
          [other?.name ?? ""]: pick(other, index >= n - b),
        },
        nonAnswers: {},
      }));
    for (const n of [10, 14, 20, 30]) {
      const seen = new Map<string, { first: Set<number>; second: Set<number> }>();
      for (let a = 0; a <= n; a += 1)
        for (let b = 0; b <= n; b += 1) {
          const told = JSON.stringify(
            computeRelease({
              round: aRound({ state: "sealed" }),
              institution,
              forms: [
                {
                  band: "3-5",
                  invited: n,
                  responses: make(n, a, b),
                  scoringKey: library.scoringKey("puls", 1, "3-5"),
                },
              ],
            }),
          );
          const sets = seen.get(told) ?? { first: new Set(), second: new Set() };
          sets.first.add(a);
          sets.second.add(b);
          seen.set(told, sets);
        }
      for (const { first, second } of seen.values()) {
        expect(first.size, `n = ${n}`).toBeGreaterThanOrEqual(3);
        expect(second.size, `n = ${n}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it("gives a theme the mean of the children's scores, within what rounding may do", () => {
    fc.assert(
      fc.property(fc.array(childArbitrary, { minLength: 20, maxLength: 60 }), (children) => {
        const answered = children.map(({ answers }) => ({
          answers: { ...child("6-9", [0]).answers, ...answers },
          nonAnswers: {},
        }));
        const key = library.scoringKey("puls", 1, "6-9");
        for (const { theme, mean, low, high } of only(release(answered)).indices) {
          const scores = answered.map(({ answers }) => scoreChild(key, theme, answers) ?? 0);
          const exact = scores.reduce((sum, score) => sum + score, 0) / scores.length;
          expect(Math.abs((mean ?? Number.NaN) - exact)).toBeLessThanOrEqual(stepFor(answered.length) / 2 + 5);
          expect(low).toBeLessThanOrEqual(exact);
          expect(high).toBeGreaterThanOrEqual(exact);
        }
      }),
    );
  });

  it("never tells the size of a band of fewer than five among three", () => {
    const of = (count: number, band: "3-5" | "6-9") => Array.from({ length: count }, () => child(band, [0]));
    const form = (band: "3-5" | "6-9", count: number) => ({
      band,
      invited: count,
      responses: of(count, band),
      scoringKey: library.scoringKey("puls", 1, band),
    });
    const forms = [form("3-5", 3), form("6-9", 20), form("6-9", 30)];
    const made = computeRelease({ round: aRound({ state: "sealed" }), institution, forms });
    expect(made.forms.map(({ responded }) => responded)).toEqual([undefined, undefined, 30]);
    expect(made.forms.map(({ reason }) => reason)).toEqual(["too-few", "complement-too-few", undefined]);
  });

  it("weighs each band by its own response", () => {
    const made = release(
      Array.from({ length: 6 }, () => child("6-9", [0])),
      { invited: 60, others: Array.from({ length: 60 }, () => child("3-5", [0])) },
    );
    expect(made.quality).toBe("snapshot");
    expect(made.forms.map(({ status, reason }) => reason ?? status)).toEqual(["low-response", "shown"]);
  });

  it("does not count who only pressed send", () => {
    const made = release([...Array.from({ length: 20 }, () => child("6-9", [0])), { answers: {}, nonAnswers: {} }], {
      invited: 30,
    });
    expect(made.responded).toBe(20);
  });

  it("suppresses an item that fewer than five answered, and a mean of fewer than ten", () => {
    const silent = {
      answers: {},
      nonAnswers: { [library.scoringKey("puls", 1, "6-9").items[0]!.name]: "declined" },
    } as const;
    const made = release([
      ...Array.from({ length: 4 }, () => child("6-9", [0])),
      ...Array.from({ length: 6 }, () => silent),
    ]);
    expect(only(made).items.every(({ status, choices }) => status === "suppressed" && choices.length === 0)).toBe(true);
    expect(only(made).indices.every(({ status }) => status === "suppressed")).toBe(true);
  });
});

describe("statements", () => {
  it("are one a theme, in whole sentences, in both languages", () => {
    const made = release(Array.from({ length: 60 }, (_, index) => child("6-9", [index % 3, 0, index % 2])));
    for (const locale of ["da", "en"] as const) {
      const told = statements(made, locale);
      expect(new Set(told.map(({ theme }) => theme)).size).toBe(told.length);
      for (const { text, rests } of told) {
        expect(text).toMatch(/^[A-ZÅÆØ].*”$/);
        expect(rests).toMatch(/\d+–\d+/);
      }
    }
  });

  it("say nothing about a form that is not shown", () => {
    expect(statements(release([child("6-9", [0])]), "da")).toEqual([]);
  });
});
