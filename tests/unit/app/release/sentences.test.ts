/** A leader's sentences: Danish and English for every quantity, form and side, and never against the figure beside them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areaHardshipSentence,
  changeSentence,
  hardshipSentence,
  missingSentence,
  standingSentence,
} from "~/components/release/sentences";
import { endings } from "../../../../surveys/bank/endings";
import { FORM_NAMES } from "../../../../surveys/paper/form";
import type { FormName } from "../../../../surveys/paper/form";
import { sayingOf } from "../../../../surveys/results/findings";
import type { Change, Standing } from "../../../../surveys/results/findings";

const shareOf = (value: number, low: number, high: number) => ({ value, low, high, ofAll: { low: 30, high: 88 } });

function standing(form: FormName, [value, low, high]: readonly [number, number, number], isPartial = false): Standing {
  return {
    kind: "good",
    form,
    theme: "belong",
    index: "W2",
    item: "with-others",
    side: "favourable",
    saying: sayingOf(shareOf(value, low, high)),
    ofThoseWhoAnswered: isPartial,
    precision: "rough",
  };
}

const toldOf = (told: Standing, ending: string, locale: "da" | "en", isBeside = true) =>
  standingSentence(told, { ending, isBeside }, locale);

const NARROW = {
  "nearly-all": [92, 88, 96],
  most: [72, 68, 77],
  "over-half": [62, 58, 67],
  "about-half": [50, 46, 54],
  "under-half": [38, 34, 43],
  "few-of": [21, 16, 26],
  few: [7, 3, 12],
  between: [55, 33, 71],
} as const;
const SHARES = Object.values(NARROW);
const SEEN = { da: "leger tit tæt på andre børn", en: "often play close to other children" };
const HAVE = { da: "har nogen at være sammen med", en: "have somebody to be with" };

describe("a standing sentence", () => {
  it.each([
    ["nearly-all", "Næsten alle børn (9 ud af 10) har nogen at være sammen med.", "Nearly all children (9 in 10) have"],
    ["most", "De fleste børn (7 ud af 10) har nogen at være sammen med.", "Most children (7 in 10) have"],
    ["over-half", "Over halvdelen af børnene (6 ud af 10) har nogen", "More than half of the children (6 in 10) have"],
    ["about-half", "Omkring halvdelen af børnene (5 ud af 10) har", "About half of the children (5 in 10) have"],
    ["under-half", "Under halvdelen af børnene (4 ud af 10) har", "Fewer than half of the children (4 in 10) have"],
    ["few-of", "De færreste børn (2 ud af 10) har nogen", "Not many children (2 in 10) have"],
    ["few", "Kun få børn (1 ud af 10) har nogen", "Very few children (1 in 10) have"],
    ["between", "Mellem 3 og 8 ud af 10 børn har nogen", "Between 3 and 8 in 10 children have"],
  ] as const)("of %s", (quantity, da, en) => {
    const told = standing("6-9", NARROW[quantity]);
    expect(toldOf(told, HAVE.da, "da").text).toContain(da);
    expect(toldOf(told, HAVE.en, "en").text).toContain(en);
  });

  it.each([
    ["10-12", "De fleste børn (7 ud af 10) har", "Most children (7 in 10) have"],
    ["13-18", "De fleste unge (7 ud af 10) har", "Most young people (7 in 10) have"],
    ["parents-3-6", "De fleste forældre (7 ud af 10) har", "Most parents (7 in 10) have"],
    ["staff", "De fleste ansatte (7 ud af 10) har", "Most staff (7 in 10) have"],
    [
      "0-2",
      "Ifølge de voksne har de fleste børn (7 ud af 10) nogen",
      "According to the adults, most children (7 in 10) have",
    ],
  ] as const)("names who answered a form of %s", (form, da, en) => {
    expect(toldOf(standing(form, NARROW.most), HAVE.da, "da").text).toContain(da);
    expect(toldOf(standing(form, NARROW.most), HAVE.en, "en").text).toContain(en);
  });

  it.each([
    ["har nogen at være sammen med", "Af de børn, der svarede, har de fleste (7 ud af 10) nogen at være sammen med."],
    ["synes, det er rart her", "Af de børn, der svarede, synes de fleste (7 ud af 10), det er rart her."],
    ["ved, hvor de får hjælp", "Af de børn, der svarede, ved de fleste (7 ud af 10), hvor de får hjælp."],
    ["er ikke rigtig enige", "Af de børn, der svarede, er de fleste (7 ud af 10) ikke rigtig enige."],
    ["keder sig", "Af de børn, der svarede, keder de fleste (7 ud af 10) sig."],
  ])("puts the verb first behind an opening: %s", (ending, text) => {
    expect(toldOf(standing("6-9", NARROW.most, true), ending, "da").text).toBe(text);
  });

  it("says what all who were asked may mean where many did not answer, and only there", () => {
    const all = toldOf(standing("6-9", NARROW.most, true), HAVE.da, "da");
    expect(all.basis.slice(1)).toEqual(["72 %, mellem 68 og 77 %", "af alle, der blev spurgt, mellem 30 og 88 %"]);
    const own = toldOf(standing("6-9", NARROW.most), HAVE.da, "da");
    expect(own.basis.slice(1)).toEqual(["72 %, mellem 68 og 77 %"]);
  });

  it.each([
    [
      "good",
      true,
      "noget at glæde sig over, holdt op mod kommunen",
      "something to be glad of, held against the municipality",
    ],
    ["good", false, "noget at glæde sig over", "something to be glad of"],
    ["hard", true, "her er der noget at tale om", "something to talk about"],
    ["hard", false, "her er der noget at tale om", "something to talk about"],
  ] as const)(
    "says why it is told, %s (held against the municipality: %s), and blames nobody",
    (kind, isBeside, da, en) => {
      const told: Standing = { ...standing("6-9", NARROW.most), kind };
      expect(toldOf(told, HAVE.da, "da", isBeside).basis[0]).toBe(da);
      expect(toldOf(told, HAVE.en, "en", isBeside).basis[0]).toBe(en);
    },
  );

  it("does not begin twice where the smallest were seen, and not all of them", () => {
    expect(toldOf(standing("0-2", NARROW.most, true), SEEN.da, "da").text).toBe(
      "Af de børn, som de voksne har skrevet om, leger de fleste (7 ud af 10) tit tæt på andre børn.",
    );
  });

  it.each([
    [[95, 30, 100], "Mindst 3 ud af 10 børn har"],
    [[30, 0, 68], "Højst 7 ud af 10 børn har"],
  ] as const)("of %j has one end", (share, text) => {
    expect(toldOf(standing("6-9", share), HAVE.da, "da").text).toContain(text);
  });

  it("is one clean sentence for every ending that is written, in both languages", () => {
    let told = 0;
    for (const [, ending] of Object.entries(endings))
      for (const form of FORM_NAMES)
        for (const side of ["favourable", "opposite"] as const)
          for (const share of SHARES)
            for (const isPartial of [false, true])
              for (const locale of ["da", "en"] as const) {
                const own = ending.forms[form];
                if (!own) continue;
                const words = (own[side] ?? ending[side])[locale];
                const { text } = toldOf(standing(form, share, isPartial), words, locale);
                expect(text).toMatch(/^\p{Lu}.*[^.,\s]\.$/u);
                expect(text).not.toMatch(/\s\s|\s[.,]|,,|undefined/);
                told += 1;
              }
    expect(told).toBeGreaterThan(10_000);
  });

  const RANGES = {
    nearly: [80, 100],
    most: [60, 100],
    "over halvdelen": [50, 100],
    omkring: [35, 65],
    "under halvdelen": [0, 50],
    færreste: [0, 40],
    "kun få": [0, 20],
  } as const;

  it("never says a word or a number that the interval beside it does not allow", () => {
    const shares = fc
      .tuple(fc.nat(1000), fc.nat(400), fc.nat(400))
      .map(([value, below, above]) => [
        value / 10,
        Math.max(0, value - below) / 10,
        Math.min(1000, value + above) / 10,
      ]);
    fc.assert(
      fc.property(shares, ([value = 0, low = 0, high = 0]) => {
        const text = toldOf(standing("6-9", [value, low, high]), HAVE.da, "da").text.toLowerCase();
        for (const [word, [from, to]] of Object.entries(RANGES))
          if (text.startsWith(word) || text.startsWith(`de ${word}`)) {
            expect(low).toBeGreaterThanOrEqual(from);
            expect(high).toBeLessThanOrEqual(to);
          }
        const tenths = /\((\d+) ud af 10\)/.exec(text)?.[1];
        if (tenths) expect(Math.abs(Number(tenths) * 10 - value)).toBeLessThanOrEqual(5);
        if (text.startsWith("omkring") && tenths) expect(tenths).toBe("5");
        const between = /mellem (\d+) og (\d+) ud af 10/.exec(text);
        if (between) {
          expect(Number(between[1]) * 10).toBeLessThanOrEqual(low);
          expect(Number(between[2]) * 10).toBeGreaterThanOrEqual(high);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

const fell: Change = {
  kind: "change",
  form: "6-9",
  index: "P1",
  theme: "voice",
  direction: "down",
  by: -12.3,
  low: -17.6,
  high: -6.8,
  certainty: "fairly-certain",
};

describe("other sentences", () => {
  it("tell a fall and a rise with where it came from", () => {
    expect(changeSentence(fell, 48.9, "da")).toEqual({
      text: "Børnene svarer mindre positivt end sidst, når det handler om at være med til at bestemme.",
      basis: ["fra 61 til 49 af 100", "mellem 7 og 18 point lavere"],
    });
    const rose: Change = { ...fell, form: "13-18", direction: "up", by: 8, low: -0.4, high: 16.4 };
    expect(changeSentence(rose, 70, "en")).toEqual({
      text: "The young people answer more positively than last time about helping to decide.",
      basis: ["from 62 to 70 of 100", "0 to 16 points higher"],
    });
  });

  it("tell of the smallest that the adults answered, not the children", () => {
    const seen: Change = { ...fell, form: "0-2", index: "Y", theme: "trust" };
    expect(changeSentence(seen, 60, "da").text).toBe(
      "De voksne svarer mindre positivt end sidst, når det handler om det, de har set hos børnene.",
    );
    expect(changeSentence(seen, 60, "en").text).toMatch(/^The adults answer less positively/);
  });

  it("tell who is missing, and in how many themes it is hard", () => {
    expect(missingSentence({ kind: "missing", invited: 263, participants: 190 }, "da").text).toBe(
      "73 af de 263, der blev spurgt, har ikke svaret.",
    );
    const saying = sayingOf(shareOf(8, 5, 12));
    expect(hardshipSentence(saying, { locale: "da", form: "6-9" })).toBe(
      "Kun få børn (1 ud af 10) har det svært i tre eller flere temaer på én gang.",
    );
    expect(hardshipSentence(saying, { locale: "en", form: "13-18" })).toBe(
      "Very few young people (1 in 10) have a hard time in three or more themes at once.",
    );
  });

  it.each([
    ["few", "kun få (1 ud af 10)", "very few (1 in 10)"],
    ["under-half", "under halvdelen (4 ud af 10)", "fewer than half (4 in 10)"],
    ["between", "mellem 3 og 8 ud af 10", "between 3 and 8 in 10"],
  ] as const)("of the whole area's hardship, where it is %s", (quantity, da, en) => {
    const [value, low, high] = NARROW[quantity];
    const saying = sayingOf(shareOf(value, low, high));
    const told = (locale: "da" | "en") => areaHardshipSentence("Nord <b>", saying, { locale, form: "6-9" });
    expect(told("da")).toBe(`I hele området Nord <b> er det ${da}.`);
    expect(told("en")).toBe(`In the whole area of Nord <b> it is ${en}.`);
  });
});
