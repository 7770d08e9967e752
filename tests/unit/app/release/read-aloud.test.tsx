/** A leader's page as it is read aloud: whole sentences, about the right people, groups named as a list, and nothing left over. */
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { pageOf } from "~/components/release/make-page";
import { ReleasePage } from "~/components/release/release-page";
import { AdultWordsProvider } from "~/i18n/adult-words";
import { wordsFor } from "~/i18n/words-for";
import type { Owed } from "../../../../server/feedback/contract";
import type { Release } from "../../../../server/releases/contract";
import { aRelease } from "../../../support/a-release";
import { aMadeMunicipality } from "../../../support/made-rounds";

type Locale = "da" | "en";

/** All that is in the document, unfolded or not, a space between any two of its pieces. */
const OWED: Owed = { what: "answer", dueOn: "2026-04-20", isOverdue: false, schoolDaysLeft: 7 };

function read(release: Release, { locale = "da", owed = OWED }: { locale?: Locale; owed?: Owed } = {}): string {
  const now = "2026-04-01T10:00:00Z";
  const words = wordsFor(locale, ["leader", "release", "ways", "themes", "indices", "forms"]);
  const page = pageOf(release, locale);
  const frame = { locale, words, lang: "", municipality: "Lindby", isInvented: false, now };
  const html = renderToStaticMarkup(
    <AdultWordsProvider locale={locale} words={words}>
      <ReleasePage
        frame={frame}
        institution={{ id: release.institutionId, name: release.institutionName }}
        rounds={[]}
        view={{
          page,
          label: { title: "Anonym" },
          ways: { actions: "/handlinger/eg", paper: "/leder/eg/forar/miljoe", feedback: "/leder/eg/forar/svar" },
          owed,
        }}
      />
    </AdultWordsProvider>,
  );
  return html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ");
}

let releases: readonly Release[];
beforeAll(() => {
  releases = aMadeMunicipality().releases;
});

const [form] = aRelease().forms;
const fell = aRelease().findings.filter(({ kind }) => kind === "change");
/** Asked of the oldest alone. */
const ofTheYoung = (): Release =>
  aRelease({
    heard: [],
    forms: form ? [{ ...form, form: "13-18" }] : [],
    findings: fell.map((finding) => ({ ...finding, form: "13-18" }) as Release["findings"][number]),
  });

describe("whom we have heard", () => {
  const heard: Release["heard"] = [
    { form: "6-9", names: ["Sletten", "Åen"], invited: 20, participants: 12 },
    { form: "6-9", names: ["Bækken"], invited: 20, participants: 12 },
  ];

  it("is one list, whatever was counted together, and says that it was", () => {
    expect(read(aRelease({ heard }))).toContain(
      "Vi har hørt Bækken, Sletten og Åen. Grupper med få svar er talt sammen.",
    );
    expect(read(aRelease({ heard }), { locale: "en" })).toContain(
      "We have heard Bækken, Sletten and Åen. Groups with few answers are counted together.",
    );
    expect(read(aRelease({ heard: heard.slice(1) }))).not.toContain("er talt sammen.");
  });

  it("stands by form and as a class list does", () => {
    const names = ["10. A", "9. A", "2. A og B", "1. A"];
    const told = read(
      aRelease({
        heard: [
          { form: "3-5", names: ["Rød stue"], invited: 20, participants: 12 },
          ...names.map((name) => ({ form: "6-9" as const, names: [name], invited: 20, participants: 12 })),
        ],
      }),
    );
    const at = ["1. A,", "2. A og B,", "9. A,", "10. A,", "Rød stue,"].map((name) => told.indexOf(`: ${name}`));
    expect(at).toEqual(at.toSorted((one, other) => one - other));
    expect(Math.min(...at)).toBeGreaterThan(0);
  });
});

describe("whom it is about", () => {
  it("is the children, the young, or both", () => {
    expect(read(aRelease())).toMatch(/Det siger børnene .*Tal med børnene om .*I skylder børnene et svar/);
    expect(read(ofTheYoung())).toMatch(/Det siger de unge .*Tal med de unge om .*Her svarer de unge mindre positivt/);
    expect(read(ofTheYoung(), { locale: "en" })).toMatch(
      /What the young people say .*You owe the young people an answer/,
    );
    const both = { ...ofTheYoung(), forms: [...aRelease().forms, ...ofTheYoung().forms] };
    expect(read(both)).toMatch(/Det siger børnene og de unge .*I skylder børnene og de unge et svar/);
  });

  it.each([
    [
      { what: "answer", dueOn: "2026-04-20", isOverdue: true },
      "I skylder stadig børnene et svar Fristen var 20. april",
    ],
    [
      { what: "follow-up", dueOn: "2026-10-19", isOverdue: false },
      "Svaret er givet Lederen fortæller senest 19. oktober, hvad der er sket siden.",
    ],
    [{ what: "follow-up", dueOn: "2026-03-19", isOverdue: true }, "I skylder børnene at fortælle, hvad der skete"],
    [{ what: "done", isOverdue: false }, "Svaret er givet, og der er fulgt op"],
  ] as const)("says where the answer stands: %j", (owed, said) =>
    expect(read(aRelease(), { owed }).replaceAll("\u00a0", " ")).toContain(said),
  );
});

it("says who gave no answer in words that can be read", () => {
  expect(read(aRelease())).not.toMatch(/Uden svar: [^.]*:/);
  const many = { declined: 45, "not-understood": 20, none: 6 };
  const [question] = form?.questions ?? [];
  const told = aRelease({
    forms: form && question ? [{ ...form, questions: [{ ...question, without: many }] }] : [],
  });
  expect(read(told)).toContain("Uden svar: mange ville ikke svare, nogle forstod ikke spørgsmålet, få gav intet svar.");
});

it("gives a group's share with what was answered, where the question says the opposite", () => {
  const bored = releases
    .flatMap((release) => pageOf(release, "da").details)
    .flatMap(({ groups }) => groups.flatMap(({ questions }) => questions))
    .filter(({ ending }) => ending.includes("keder"));
  expect(bored.length).toBeGreaterThan(0);
  expect(new Set(bored.map(({ ending }) => ending))).toEqual(new Set(["keder sig sjældent her"]));
  const school = releases.findLast(({ institutionId }) => institutionId === "lind");
  expect(school && read(school)).toMatch(/De, der … Hvor mange Mellem .* keder sig sjældent her \d+ %/);
});

describe("every institution's page", () => {
  const found = (text: string, what: RegExp) => [...text.matchAll(what)].map(([one]) => one);
  /** Without the questions and answers, which are the survey's own. */
  const first = (text: string) => text.split(/Spørgsmål for spørgsmål|Question by question/)[0] ?? "";

  it.each(["da", "en"] as const)("in %s is whole, and speaks of no score and no respondent", (locale) => {
    expect(releases.length).toBeGreaterThan(20);
    for (const release of releases) {
      const text = read(release, { locale });
      expect(found(text, /\{\{|undefined|NaN|\b(?:release|leader|forms)\.\w+| [,;](?= )/gu)).toEqual([]);
      expect(found(first(text), /scor(?:e|ing)|respondent|besvarelse|værst|dårlig|worst|\bbad\b/giu)).toEqual([]);
      expect(found(first(text), /\b1 (?:børn|unge|dage|children|days|points)\b/gu)).toEqual([]);
      const other =
        locale === "en" ? /\b(?:og|børnene|kommunen|svarede|ikke)\b/gu : /\b(?:and|the|children|answered)\b/gu;
      expect(found(text, other)).toEqual([]);
    }
  });
});
