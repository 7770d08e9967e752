/** What may stand on a class's board: a table, and over made and drawn releases that nothing points at a few. */
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { BoardPage } from "~/components/dialogue/board";
import { boardView } from "~/components/dialogue/board-view";
import { AdultWordsProvider } from "~/i18n/adult-words";
import { wordsFor } from "~/i18n/words-for";
import type { Audience, BoardCard } from "#server/dialogues/contract";
import { audienceKey } from "#server/dialogues/contract";
import { audiencesOf, cardsOf, drawnShare, readAudience } from "#server/dialogues/rules";
import type { FormRelease, Release } from "#server/releases/contract";
import { endings } from "#surveys/bank/endings";
import { showingOf, showings } from "#surveys/bank/showing";
import { bandOf } from "#surveys/paper/form";
import type { QuestionResult } from "#surveys/results/form-result";
import { aRelease } from "../../../support/a-release";
import { aMadeMunicipality } from "../../../support/made-rounds";

describe("a share is drawn", () => {
  it.each([
    // Of a few, or of all but a few.
    [[0, 0, 0], undefined],
    [[10, 9, 11], undefined],
    [[10.1, 9, 11], undefined],
    [[14.9, 13, 17], undefined],
    [[85.1, 83, 87], undefined],
    [[90, 88, 92], undefined],
    [[100, 100, 100], undefined],
    [[15, 13, 17], { dots: 2, quantity: "few-of" }],
    [[49, 41, 57], { dots: 5, quantity: "about-half" }],
    [[84.9, 82, 87], { dots: 8, quantity: "most" }],
    // As far as it is known.
    [[50, 24, 76], { dots: 5, quantity: "between", between: [2, 8] }],
    [[50, 19, 81], undefined],
    [[64, 40, 81], undefined],
  ] as const)("%j as %j", ([value, low, high], drawn) => {
    expect(drawnShare({ value, low, high })).toEqual(drawn);
  });

  it("with no other number than two to eight, whatever is known", () => {
    const percent = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(percent, { minLength: 3, maxLength: 3 }), (three) => {
        const [low = 0, value = 0, high = 0] = three.toSorted((one, other) => one - other);
        const drawn = drawnShare({ value, low, high });
        if (!drawn) return;
        for (const tenths of [drawn.dots, ...(drawn.between ?? [])]) {
          expect(tenths).toBeGreaterThanOrEqual(2);
          expect(tenths).toBeLessThanOrEqual(8);
        }
        expect(["nearly-all", "few"]).not.toContain(drawn.quantity);
        expect(value).toBeGreaterThan(10);
        expect(value).toBeLessThan(90);
      }),
      { numRuns: 2000 },
    );
  });
});

const NAMES = Object.keys(showings);
const neverShown = NAMES.filter((name) => showingOf(name) === "never");

/** A question of a release on an item of the bank, as if it were asked at 10-12. */
function questionOn(item: string, favourable: readonly [number, number, number]): QuestionResult | undefined {
  const [made] = aRelease().forms[0]?.questions ?? [];
  if (!made) return undefined;
  const [value, low, high] = favourable;
  const asked = [endings[item]?.forms["10-12"]?.asked ?? `Spørgsmål om ${item}?`].flat()[0] ?? "";
  const share = { value, low, high, ofAll: { low: 0, high: 100 } };
  const opposite = { value: 100 - value, low: 100 - high, high: 100 - low, ofAll: { low: 0, high: 100 } };
  return { ...made, id: item, item, question: { da: asked, en: asked }, favourable: share, opposite };
}

type Bounds = readonly [number, number, number];
const bounds = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 3 }).map((list): Bounds => {
  const [low = 0, value = 0, high = 0] = list.map((one) => one / 10).toSorted((one, other) => one - other);
  return [value, low, high];
});

interface Drawn {
  readonly item: string;
  readonly whole: Bounds;
  readonly own: Bounds | undefined;
}
const drawnItem: fc.Arbitrary<Drawn> = fc.record({
  item: fc.constantFrom(...NAMES),
  whole: bounds,
  own: fc.option(bounds, { nil: undefined }),
});

/** A school with a class of ten. */
function releaseOf(items: readonly Drawn[]): Release {
  const [form] = aRelease().forms;
  const questions = items.flatMap(({ item, whole }) => questionOn(item, whole) ?? []);
  const own = items.flatMap(({ item, own: favourable }) => (favourable ? [{ id: item, choices: [], favourable }] : []));
  const leaf = { names: ["5. A"], invited: 10, participants: 10, indices: [], questions: own };
  return aRelease({
    forms: [{ ...(form as FormRelease), form: "10-12", invited: 40, participants: 36, questions, leaves: [leaf] }],
  });
}

const CLASS: Audience = { form: "10-12", group: ["5. A"] };

/** The board's pages as a browser is sent them, without what is the page's own. */
function htmlOf(release: Release, audience: Audience, locale: "da" | "en" = "da"): string[] {
  const cards = cardsOf(release, audience);
  const board = {
    ...audience,
    institutionName: "Egeskolen",
    roundTitle: { da: "Forår", en: "Spring" },
    expiresAt: "2026-04-01T21:00:00Z",
    cards,
    pictures: [],
  };
  const frame = { locale, lang: "", isInvented: false };
  const proposal = { isWriting: false, isSent: false, id: "0", text: "" };
  return Array.from({ length: cards.length + 2 }, (_, nr) => {
    const element = (
      <AdultWordsProvider locale={locale} words={wordsFor(locale, ["board", "forms"])}>
        <BoardPage frame={frame} view={boardView(board, String(nr), locale)} proposal={proposal} />
      </AdultWordsProvider>
    );
    return renderToStaticMarkup(element);
  });
}

const filled = (html: string): number => html.split('data-filled="true"').length - 1;
/** What is said of how many, on a page with a figure. */
const saidIn = (html: string): string => /board-said">([^<]*)/.exec(html)?.[1] ?? "";

function expectKind(card: BoardCard) {
  expect(showingOf(card.item)).not.toBe("never");
  if (showingOf(card.item) === "school" && card.figure) expect(card.figure.of).toBe("institution");
}

describe("a class of ten", () => {
  it("never sees one of its own, nor an item that is private, in what the server sends", () => {
    fc.assert(
      fc.property(fc.uniqueArray(drawnItem, { maxLength: 12, selector: ({ item }) => item }), (items) => {
        const release = releaseOf(items);
        const cards = cardsOf(release, CLASS);
        cards.forEach(expectKind);
        const pages = htmlOf(release, CLASS);
        expect(pages).toHaveLength(cards.length + 2);
        for (const html of pages) {
          expect(html).not.toContain("%");
          const dots = filled(html);
          if (dots > 0) expect([2, 3, 4, 5, 6, 7, 8]).toContain(dots);
          if (dots > 0) {
            const numbers = (saidIn(html).match(/\d+/g) ?? []).map(Number);
            // Of how many, "out of 10", and tenths that point at nobody.
            expect([10, 36]).toContain(numbers[0]);
            for (const tenths of numbers.slice(1)) expect([2, 3, 4, 5, 6, 7, 8, 10]).toContain(tenths);
          }
        }
        const text = pages.join(" ");
        for (const name of neverShown)
          for (const { asked } of Object.values(endings[name]?.forms ?? {}))
            for (const question of [asked].flat())
              if (items.some(({ item }) => item === name)) expect(text).not.toContain(question);
      }),
      { numRuns: 150 },
    );
  });

  it("sees its own figure where it has one, and everybody's where it has none", () => {
    const at: Bounds = [50, 45, 55];
    const other: Bounds = [70, 66, 74];
    const figure = (drawn: Omit<Drawn, "whole">) => cardsOf(releaseOf([{ ...drawn, whole: other }]), CLASS)[0]?.figure;
    expect(figure({ item: "rules", own: at })).toMatchObject({ of: "group", participants: 10, dots: 5 });
    expect(figure({ item: "rules", own: undefined })).toMatchObject({ of: "institution", participants: 36, dots: 7 });
    expect(figure({ item: "fair", own: at })).toMatchObject({ of: "institution", participants: 36, dots: 7 });
    // Its own points at one child: nothing in its place.
    expect(figure({ item: "rules", own: [10, 5, 15] })).toBeUndefined();
    expect(figure({ item: "rules", own: [95, 90, 100] })).toBeUndefined();
  });

  it("is told it in the positive wording", () => {
    const [card] = cardsOf(releaseOf([{ item: "bored", whole: [50, 45, 55], own: [50, 45, 55] }]), CLASS);
    expect(card?.figure?.ending.da).toMatch(/keder sig sjældent|sjældent keder/);
  });
});

describe("made releases of every size", () => {
  let releases: readonly Release[];
  beforeAll(() => {
    releases = aMadeMunicipality().releases;
  });

  it("have boards for forms with figures and their groups, and no other", () => {
    const all = releases.flatMap((release) =>
      audiencesOf(release).map((audience) => ({ release, audience, cards: cardsOf(release, audience) })),
    );
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(({ audience }) => audience.group).length).toBeGreaterThan(10);
    for (const { release, audience, cards } of all) {
      cards.forEach(expectKind);
      const form = release.forms.find((one) => one.form === audience.form);
      expect(form?.hidden).toBeUndefined();
      expect(bandOf(audience.form)).toBeDefined();
      expect(readAudience(audienceKey(audience), audiencesOf(release))).toEqual(audience);
      for (const { figure } of cards) if (figure?.of === "group") expect(audience.group).toBeDefined();
    }
    expect(all.some(({ cards }) => cards.some(({ figure }) => figure?.of === "group"))).toBe(true);
    expect(all.some(({ cards }) => cards.some(({ figure }) => figure === undefined))).toBe(true);
  });

  it("are said in Danish and in English without a word missing", () => {
    const release = releases.find((one) => audiencesOf(one).length > 3) as Release;
    for (const locale of ["da", "en"] as const)
      for (const audience of audiencesOf(release).slice(0, 4))
        for (const html of htmlOf(release, audience, locale)) expect(html).not.toMatch(/board\.|undefined|\{\{/);
  });

  it("read no audience that is none of theirs", () => {
    const [release] = releases;
    for (const key of ["", "6-9/", "6-9/9. Z", "parents-3-6", "constructor"])
      expect(release && readAudience(key, audiencesOf(release))).toBeUndefined();
  });
});
