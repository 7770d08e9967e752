/** What a child's page shows of an answer, in its language: made on the server, so that a device is given only what it shows. */
import { dayAndMonth } from "#surveys/paper/day";
import { startOf } from "#surveys/paper/calendar";
import type { Language } from "#surveys/paper/language";
import type { ResultWords } from "#surveys/paper/words/words";
import { fillWords } from "#surveys/paper/words/words";
import type { Scene } from "#surveys/pictures/picture";
import { FEEDBACK_SCENES } from "#surveys/pictures/feedback-scenes";
import { SAID_WORDS } from "#surveys/results/said-words";
import type { Audience, ChildrensResult, Letter, PartName } from "#server/feedback/contract";
import { PARTS } from "#server/feedback/contract";

/** Texts of one language, read one after the other. */
export interface Told {
  readonly language: Language;
  /** Each is a sentence in pieces: a share and what is said, or the adults' own words. */
  readonly sentences: readonly (readonly string[])[];
}

export interface ResultCard {
  readonly part: PartName | "since";
  readonly title: string;
  readonly picture?: Scene;
  readonly told: readonly Told[];
}

export interface ResultView {
  /** Absent: a child is asked first which of them it is. */
  readonly audience?: Audience;
  readonly choices: readonly Audience[];
  readonly institutionName: string;
  readonly roundTitle: string;
  readonly heard?: string;
  /** What is owed, where something is. */
  readonly status: readonly string[];
  readonly isLate: boolean;
  readonly owner?: string;
  readonly cards: readonly ResultCard[];
  /** That the adults' own words are in another language than the page. */
  readonly note?: string;
}

const TITLES = { said: "said", talked: "talked", doing: "doing", "not-doing": "notDoing" } as const;

/** Sentences of the result stand in Danish and English; whoever reads another language is told the Danish. */
const spokenIn = (language: Language) => (language === "en" ? "en" : "da");

function toldOf({ sentences, parts }: Letter, part: PartName, language: Language): Told[] {
  const locale = spokenIn(language);
  const passedOn = part === "said" ? sentences : [];
  const said = passedOn.map(({ quantity, ending }) => [SAID_WORDS[locale][quantity], `${ending[locale]}.`]);
  const own = parts[part].text === "" ? [] : [[parts[part].text]];
  const all: Told[] = [
    { language: locale, sentences: said },
    { language: "da", sentences: own },
  ];
  const one = locale === "da" ? [{ language: "da" as const, sentences: [...said, ...own] }] : all;
  return one.filter((told) => told.sentences.length > 0);
}

function cardsOf(result: ChildrensResult, audience: Audience, language: Language, words: ResultWords): ResultCard[] {
  const letter = result.letters[audience];
  if (!letter) return [];
  const cards = PARTS.map((part): ResultCard => {
    const { picture } = letter.parts[part];
    return {
      part,
      title: words[TITLES[part]],
      ...(picture && audience === "young" && { picture: FEEDBACK_SCENES[picture] }),
      told: toldOf(letter, part, language),
    };
  });
  const since = result.followUp?.texts[audience];
  const told: Told = { language: "da", sentences: [[since ?? ""]] };
  return [...cards, ...(since ? [{ part: "since" as const, title: words.since, told: [told] }] : [])].filter(
    (card) => card.told.length > 0,
  );
}

function statusOf({ owed, isOver }: ChildrensResult, language: Language, words: ResultWords): string[] {
  const { what, dueOn, isOverdue } = owed;
  if (what === "done" || !dueOn) return [];
  const on = (template: string) => fillWords(template, dayAndMonth(startOf(dueOn), language));
  if (what === "follow-up") return [on(isOverdue ? words.sinceLate : words.sinceDue)];
  if (isOverdue) return [on(words.late)];
  return [isOver ? words.waiting : words.open, on(words.due)];
}

export function resultView(
  result: ChildrensResult,
  { language, words, asked }: { language: Language; words: ResultWords; asked: string | null },
): ResultView {
  const { audiences, owed, participants, ownerRole, roundTitle } = result;
  const [only, ...others] = audiences;
  const audience = others.length === 0 ? only : audiences.find((one) => one === asked);
  const cards = audience ? cardsOf(result, audience, language, words) : [];
  const hasOther = cards.some(({ told }) => told.some((one) => one.language !== language));
  const isLate = owed.isOverdue;
  const locale = spokenIn(language);
  return {
    ...(audience && { audience }),
    choices: audiences,
    institutionName: result.institutionName,
    roundTitle: roundTitle[locale],
    ...(participants !== undefined && { heard: fillWords(words.heard, participants) }),
    status: audience ? statusOf(result, language, words) : [],
    isLate,
    ...(isLate && { owner: fillWords(words.owner, ownerRole[locale]) }),
    cards,
    ...(hasOther && { note: words.ownWords }),
  };
}
