/** Surveys: how big a paper is, how fast forms are compiled and answers checked, how they grow, how fast a bomb is refused. */
import { gzipSync } from "node:zlib";
import { definitions } from "../../surveys/definitions/index";
import { compilePaper } from "../../surveys/engine/compile-paper";
import { compileValidator } from "../../surveys/engine/compile-validator";
import { guardDefinition } from "../../surveys/engine/guard-definition";
import type { Survey } from "../../surveys/engine/load-survey";
import { loadSurvey } from "../../surveys/engine/load-survey";
import type { FormName } from "../../surveys/paper/form";
import { LANGUAGES } from "../../surveys/paper/language";
import { SKINS } from "../../surveys/pictures/picture";
import { bombs } from "../support/bombs";
import type { Figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { median } from "@lyt-hoejt/embedded-store/bench/take-turns";

const TURNS = 9;
const FORM = "6-9";
const VALUES = ["often", "sometimes", "seldom"];
const inLanguages = (text: string) => Object.fromEntries(LANGUAGES.map((language) => [language, text]));
const words = (text: string) => ({ default: text, ...inLanguages(text) });

function scene(item: number, answer: number) {
  const part = (x: number, at: number) => ({
    skin: SKINS[(item + at) % SKINS.length],
    hair: "curly",
    shirt: "coral",
    mood: answer === at ? "happy" : "calm",
    arms: "down",
    x,
    y: 70 + item,
  });
  const alt = inLanguages(`Barn ${item} og et andet barn ved siden af en bamse, svar ${answer}`);
  return { kind: "scene", place: "garden", parts: [part(100, 0), part(240, 1)], alt };
}

function element(item: number): object {
  const title = words(`Spørgsmål nummer ${item}: Lytter de voksne til dig, når du har noget at sige?`);
  const choices = VALUES.map((value, answer) => ({
    value,
    text: words(`Svar ${answer} på ${item}`),
    picture: scene(item, answer),
  }));
  const visibleIf = item > 0 && item % 3 === 0 ? { visibleIf: `{item-${item - 1}} anyof ['often','seldom']` } : {};
  return {
    type: "imagepicker",
    itemType: "three-pictures",
    theme: "voice",
    name: `item-${item}`,
    title,
    choices,
    ...visibleIf,
  };
}

function surveyOf(items: number, panelDepth = 0): Survey {
  const within = (inner: object, item: number) => {
    let outer = inner;
    for (let at = 0; at < panelDepth; at += 1)
      outer = {
        type: "panel",
        name: `panel-${item}-${at}`,
        visibleIf: `{item-${at % item}} notempty`,
        elements: [outer],
      };
    return outer;
  };
  const pages = Array.from({ length: items }, (_, item) => ({
    name: `page-${item}`,
    elements: [item === 0 ? element(item) : within(element(item), item)],
  })).slice(0, 120);
  const rest = Array.from({ length: Math.max(0, items - 120) }, (_, at) => within(element(at + 120), at + 120));
  pages.at(-1)?.elements.push(...rest);
  const json = { slug: "bench", version: 1, title: words("Måling"), about: { [FORM]: { da: "a", en: "a" } } };
  return loadSurvey({ ...json, forms: { [FORM]: { pages } } });
}

function milliseconds(run: () => unknown, turns = TURNS): number {
  const spent = Array.from({ length: turns }, () => {
    const startedAt = performance.now();
    run();
    return performance.now() - startedAt;
  });
  return median(spent.slice(2));
}

/** The quietest of some turns: how work grows is not to be told from what else the machine was doing. */
const quietestMs = (survey: Survey) =>
  Math.min(...Array.from({ length: TURNS }, () => milliseconds(() => compilePaper(survey, FORM, "da"), 3)));

const compileMs = (survey: Survey) => milliseconds(() => compilePaper(survey, FORM, "da"));

function validationsPerSecond(questions: number): number {
  const validate = compileValidator(surveyOf(questions), FORM);
  const answers = Object.fromEntries(Array.from({ length: questions }, (_, item) => [`item-${item}`, "often"]));
  const count = Math.ceil(40_000 / questions);
  const spent = milliseconds(() => {
    for (let left = count; left > 0; left -= 1)
      if (!validate({ answers, nonAnswers: {} }).ok) throw new Error("The benchmark's own answers are refused.");
  });
  return count / (spent / 1000);
}

function guardMs(json: unknown): number {
  return milliseconds(() => {
    try {
      guardDefinition(json);
    } catch {
      return;
    }
    throw new Error("A bomb was let through.");
  });
}

const exponent = (small: number, large: number, growth: number) => Math.log(large / small) / Math.log(growth);

// The other suites wait for servers; this one has nothing to wait for.
export function measureSurveys(): Promise<Figure[]> {
  const forty = surveyOf(40);
  const bytes = gzipSync(JSON.stringify(compilePaper(forty, FORM, "da"))).length;
  const published = loadSurvey(definitions[0]?.json);
  const publishedKb = (form: FormName) => gzipSync(JSON.stringify(compilePaper(published, form, "da"))).length / 1024;
  const large = surveyOf(250);
  for (let turn = 0; turn < 10; turn += 1) compilePaper(large, FORM, "da");
  const flat = compileMs(forty);
  const slowest = Math.max(...bombs.map(({ json }) => guardMs(json)));
  return Promise.resolve([
    figure("surveys", "paper of 40 items, gzip", bytes / 1024, "KB", { atMost: 25 }),
    figure(
      "surveys",
      "the published paper for 6-9 years, 24 items with three drawn answers, gzip",
      publishedKb("6-9"),
      "KB",
      {
        atMost: 25,
      },
    ),
    figure("surveys", "the published paper for 13-18 years, 41 items, gzip", publishedKb("13-18"), "KB", {
      atMost: 25,
    }),
    figure("surveys", "compile 40 items", flat, "ms", { atMost: 50 }),
    figure(
      "surveys",
      "growth exponent, 40 to 250 items",
      exponent(quietestMs(forty), quietestMs(large), 250 / 40),
      "",
      {
        atMost: 1.2,
      },
    ),
    figure(
      "surveys",
      "growth exponent, panels 2 to 20 deep",
      exponent(quietestMs(surveyOf(40, 2)), quietestMs(surveyOf(40, 20)), 10),
      "",
      { atMost: 1.2 },
    ),
    figure("surveys", "validations a second, 10 questions", validationsPerSecond(10), "1/s", { atLeast: 2000 }),
    figure("surveys", "validations a second, 100 questions", validationsPerSecond(100), "1/s", { atLeast: 300 }),
    figure("surveys", `slowest of ${bombs.length} bombs refused`, slowest, "ms", { atMost: 200 }),
  ]);
}
