/** Pure decisions about answers to children: to whom, what is owed when, and whether an answer is a good one. */
import { writtenEnding } from "#surveys/bank/endings";
import { showingOf } from "#surveys/bank/showing";
import { LIMITS } from "#surveys/linter/limits";
import { longestSentence, wordsOf } from "#surveys/linter/reading";
import type { Day } from "#surveys/paper/calendar";
import { dayAt, daysLater, lastDayBefore } from "#surveys/paper/calendar";
import type { FormName } from "#surveys/paper/form";
import type { Theme } from "#surveys/paper/paper";
import { feedbackDueDay, schoolDaysBetween, schoolDaysLater } from "#surveys/paper/school-days";
import { sayingOf } from "#surveys/results/findings";
import type { QuestionResult } from "#surveys/results/form-result";
import { questionAsItem } from "#surveys/results/question-as-item";
import { isSaidQuantity } from "#surveys/results/said-words";
import type { Release } from "../releases/contract";
import type { Round } from "../rounds/contract";
import type { Audience, FourFs, Letter, Letters, Owed, PartName, Proposal, Published } from "./contract";
import { AUDIENCES, PARTS } from "./contract";

const OF: Readonly<Record<Audience, readonly FormName[]>> = {
  young: ["3", "3-5", "6-9"],
  older: ["10-12", "13-18"],
};

/** Where no child was asked, parents or staff read it as the older ones do. */
export function audiencesOf(forms: readonly FormName[]): readonly Audience[] {
  const found = AUDIENCES.filter((audience) => OF[audience].some((form) => forms.includes(form)));
  return found.length > 0 ? found : ["older"];
}

/** Of an audience's forms, the youngest that was asked: what it can read, all can. */
export const youngestOf = (audience: Audience, forms: readonly FormName[]): FormName =>
  OF[audience].find((form) => forms.includes(form)) ?? "13-18";

/**
 * What of a question children may be told. Of the whole institution: what is for the school alone in its positive wording;
 * from the other side only what half or more say, and never what one in ten or fewer do.
 */
function proposalOf(form: FormName, question: QuestionResult): Proposal[] {
  const showing = showingOf(question.item);
  const { favourable, opposite } = question;
  if (showing === "never" || !favourable || !opposite) return [];
  const side = showing === "board" && opposite.value >= 50 ? "opposite" : "favourable";
  const share = side === "opposite" ? opposite : favourable;
  const { quantity } = sayingOf(share);
  const ending = writtenEnding(questionAsItem(question), form, side);
  if (!ending || !isSaidQuantity(quantity) || share.value <= 10) return [];
  const isStrong = side === "favourable" && share.value >= 50;
  const sentence = { id: `${form}:${question.item}`, form, item: question.item, side, quantity, ending } as const;
  return [{ sentence, theme: question.theme, isStrong, share: side === "opposite" ? -share.value : share.value }];
}

/** So many of what goes well, and so many of what does not, each of another theme. */
const MOST_OF_A_KIND = 3;

function choose(proposals: readonly Proposal[]): Proposal[] {
  const themes = new Set<Theme>();
  return proposals.filter(({ theme }) => !themes.has(theme) && themes.add(theme)).slice(0, MOST_OF_A_KIND);
}

/** What a leader may pass on to an audience: the strongest of three themes, then the hardest of three. */
export function proposalsOf(release: Release, audience: Audience): readonly Proposal[] {
  const all = release.forms
    .filter(({ form, hidden }) => OF[audience].includes(form) && !hidden)
    .flatMap(({ form, questions }) => questions.flatMap((question) => proposalOf(form, question)));
  const sorted = all.toSorted((one, other) => other.share - one.share);
  const strong = choose(sorted.filter(({ isStrong }) => isStrong));
  const hard = choose(sorted.filter(({ isStrong }) => !isStrong).toReversed());
  return [...strong, ...hard];
}

export const closedOn = ({ closedAt, closesAt }: Pick<Round, "closedAt" | "closesAt">): Day =>
  closedAt ? dayAt(closedAt) : lastDayBefore(closesAt);

/** The day that was promised, and the last day of answering. */
export interface Promised {
  readonly promisedOn: Day;
  readonly closedOn: Day;
}

export const promisedIn = (round: Pick<Round, "feedbackDueAt" | "closedAt" | "closesAt">): Promised => ({
  promisedOn: dayAt(round.feedbackDueAt),
  closedOn: closedOn(round),
});

export const answerDueOn = ({ promisedOn, closedOn: closed }: Promised): Day => feedbackDueDay(promisedOn, closed);

const ASKED_AFTER_DAYS = 91;
const DUE_AFTER_DAYS = 182;

/** The first day on which something can have come of an answer. */
export const followUpFrom = ({ firstOn }: Pick<Published, "firstOn">): Day =>
  schoolDaysLater(daysLater(firstOn, ASKED_AFTER_DAYS), 0);

const left = (today: Day, dueOn: Day) => ({
  isOverdue: today > dueOn,
  schoolDaysLeft: schoolDaysBetween(today, dueOn),
});

export function owedOf(
  promised: Promised,
  { published, followUp }: { readonly published?: Pick<Published, "firstOn">; readonly followUp?: object },
  today: Day,
): Owed {
  if (!published) {
    const dueOn = answerDueOn(promised);
    return { what: "answer", fromOn: promised.closedOn, dueOn, ...left(today, dueOn) };
  }
  if (followUp) return { what: "done", isOverdue: false };
  const dueOn = schoolDaysLater(daysLater(published.firstOn, DUE_AFTER_DAYS), 0);
  const fromOn = followUpFrom(published);
  return { what: "follow-up", fromOn, dueOn, ...left(today, dueOn) };
}

/** Without these there is nothing to publish. Below ten each part has a picture, for who cannot read yet. */
export function missingOf(audience: Audience, { sentences, parts }: Letter): readonly PartName[] {
  return PARTS.filter((name) => {
    const hasWords = parts[name].text !== "" || (name === "said" && sentences.length > 0);
    const isNeeded = name !== "talked";
    return (isNeeded && !hasWords) || (hasWords && audience === "young" && !parts[name].picture);
  });
}

const isEmpty = ({ sentences, parts }: Letter): boolean =>
  sentences.length === 0 && PARTS.every((name) => parts[name].text === "");

export const ownWords = ({ parts }: Letter): string[] =>
  PARTS.map((name) => parts[name].text).filter((text) => text !== "");

interface Judged {
  readonly proposals: readonly Proposal[];
  readonly youngest: FormName;
  readonly owed: Owed;
  readonly isInTime: boolean;
}

/** Whether it came, or can still come, on the day that was promised. */
export const isInTime = (promised: Promised, published: Pick<Published, "firstOn"> | undefined, today: Day): boolean =>
  (published?.firstOn ?? today) <= answerDueOn(promised);

/** What a good answer is held against: full, friendly, fast, followed up (Lundy and UNICEF's four Fs). */
export function fourFs(audience: Audience, letter: Letter, { proposals, youngest, owed, isInTime }: Judged): FourFs {
  const { questionWords: mostWords, wordLetters: mostLetters } = LIMITS[youngest];
  const passedOn = new Set(letter.sentences.map(({ id }) => id));
  const themes = new Set(proposals.filter(({ sentence }) => passedOn.has(sentence.id)).map(({ theme }) => theme));
  const texts = ownWords(letter);
  const longest = Math.max(0, ...texts.map(longestSentence));
  const longWords = [...new Set(texts.flatMap(wordsOf).filter((word) => [...word].length > mostLetters))];
  const missing = missingOf(audience, letter);
  const hardSilent = proposals.filter(({ isStrong, theme }) => !isStrong && !themes.has(theme));
  return {
    full: {
      // What children find hard is passed on, or spoken of in the leader's own words.
      isMet: missing.length === 0 && themes.size > 0 && (letter.parts.said.text !== "" || hardSilent.length === 0),
      missing,
      silentOn: [...new Set(proposals.map(({ theme }) => theme))].filter((theme) => !themes.has(theme)),
    },
    friendly: {
      isMet: texts.length > 0 && longest <= mostWords && longWords.length === 0,
      longest,
      mostWords,
      longWords,
    },
    fast: { isMet: isInTime },
    followedUp: { isMet: owed.what === "done" },
  };
}

/** Those who may read it. An audience of which nothing was written is left out. */
export const writtenOf = (letters: Letters): Letters =>
  Object.fromEntries(Object.entries(letters).filter(([, letter]) => !isEmpty(letter)));
