/** The words of a leader's sentences, by language. Read on the server alone: a page is given whole sentences. */
import type { Locale } from "#surveys/paper/local-text";
import type { Index } from "#surveys/scoring/indices";
import type { Quantity } from "#surveys/results/quantity";

/** Whom a sentence is about. `seen`: children of 0-2 years, as the adults saw them. */
export type Who = "children" | "young" | "parents" | "staff" | "seen";

interface People {
  /** "børn" */
  readonly many: string;
  /** "børnene" */
  readonly the: string;
  /** "Af de børn, der svarede," */
  readonly answered: string;
  /** Who gave the answers: "børnene", of the smallest "de voksne". */
  readonly telling: string;
}

type Said = Exclude<Quantity, "between">;

export interface SentenceWords {
  readonly people: Readonly<Record<Who, People>>;
  /** Why it is told, in the small print: of its own indices, held against the municipality's or not. */
  readonly stands: Readonly<Record<"good" | "good-alone" | "hard", string>>;
  /** Stands before what the adults saw of the smallest. */
  readonly asSeen: string;
  /** With the people, and where they have just been named. */
  readonly quantity: (word: Said, people: People) => string;
  readonly bare: Readonly<Record<Said, string>>;
  readonly between: (from: number, to: number, of?: string) => string;
  readonly tenths: (tenths: number) => string;
  readonly change: (index: Index, who: People, direction: "up" | "down") => string;
  readonly noChange: Readonly<Record<"first-time" | "cannot-tell", { readonly text: string; readonly basis: string }>>;
  readonly missing: (missing: number, invited: number) => { readonly text: string; readonly basis: string };
  readonly percent: (value: number, low: number, high: number) => string;
  readonly ofAll: (low: number, high: number) => string;
  readonly fromTo: (from: number, to: number) => string;
  readonly points: (low: number, high: number, direction: "up" | "down") => string;
  readonly hard: (of: string) => string;
  /** After `hard`, which says what it is. */
  readonly hardInArea: (area: string, bare: string) => string;
}

const da: SentenceWords = {
  people: {
    children: { many: "børn", the: "børnene", telling: "børnene", answered: "Af de børn, der svarede," },
    young: { many: "unge", the: "de unge", telling: "de unge", answered: "Af de unge, der svarede," },
    parents: {
      many: "forældre",
      the: "forældrene",
      telling: "forældrene",
      answered: "Af de forældre, der svarede,",
    },
    staff: { many: "ansatte", the: "de ansatte", telling: "de ansatte", answered: "Af de ansatte, der svarede," },
    seen: {
      many: "børn",
      the: "børnene",
      telling: "de voksne",
      answered: "Af de børn, som de voksne har skrevet om,",
    },
  },
  stands: {
    good: "noget at glæde sig over, holdt op mod kommunen",
    "good-alone": "noget at glæde sig over",
    hard: "her er der noget at tale om",
  },
  asSeen: "Ifølge de voksne",
  quantity(word, { many, the }) {
    const of = { "over-half": the, "about-half": the, "under-half": the } as Partial<Record<Said, string>>;
    return of[word] ? `${da.bare[word]} af ${the}` : `${da.bare[word]} ${many}`;
  },
  bare: {
    "nearly-all": "næsten alle",
    most: "de fleste",
    "over-half": "over halvdelen",
    "about-half": "omkring halvdelen",
    "under-half": "under halvdelen",
    "few-of": "de færreste",
    few: "kun få",
  },
  between(from, to, of) {
    const range =
      from === 0 && to < 10 ? `højst ${to}` : to === 10 && from > 0 ? `mindst ${from}` : `mellem ${from} og ${to}`;
    return `${range} ud af 10${of ? ` ${of}` : ""}`;
  },
  tenths: (tenths) => `(${tenths} ud af 10)`,
  change: (index, { telling }, direction) =>
    `${telling} svarer ${direction === "up" ? "mere" : "mindre"} positivt end sidst, når det handler om ${ABOUT.da[index]}.`,
  noChange: {
    "first-time": {
      text: "Vi kan først sige næste gang, om noget har ændret sig.",
      basis: "Det er første gang, vi har spurgt.",
    },
    "cannot-tell": {
      text: "Vi kan ikke afgøre, om noget har ændret sig siden sidst.",
      basis: "Der er for få svar, eller forskellene er så små, at de kan være tilfældige.",
    },
  },
  missing: (missing, invited) => ({
    text: `${missing} af de ${invited}, der blev spurgt, har ikke svaret.`,
    basis: "Hvad de mener, ved vi ikke.",
  }),
  percent: (value, low, high) => (low === high ? `${value} %` : `${value} %, mellem ${low} og ${high} %`),
  ofAll: (low, high) => `af alle, der blev spurgt, mellem ${low} og ${high} %`,
  fromTo: (from, to) => `fra ${from} til ${to} af 100`,
  points: (low, high, direction) => `mellem ${low} og ${high} point ${direction === "up" ? "højere" : "lavere"}`,
  hard: (of) => `${of} har det svært i tre eller flere temaer på én gang.`,
  hardInArea: (area, bare) => `I hele området ${area} er det ${bare}.`,
};

const en: SentenceWords = {
  people: {
    children: {
      many: "children",
      the: "the children",
      telling: "the children",
      answered: "Of the children who answered,",
    },
    young: {
      many: "young people",
      the: "the young people",
      telling: "the young people",
      answered: "Of the young people who answered,",
    },
    parents: {
      many: "parents",
      the: "the parents",
      telling: "the parents",
      answered: "Of the parents who answered,",
    },
    staff: { many: "staff", the: "the staff", telling: "the staff", answered: "Of the staff who answered," },
    seen: {
      many: "children",
      the: "the children",
      telling: "the adults",
      answered: "Of the children the adults wrote about,",
    },
  },
  stands: {
    good: "something to be glad of, held against the municipality",
    "good-alone": "something to be glad of",
    hard: "something to talk about",
  },
  asSeen: "According to the adults,",
  quantity(word, { many, the }) {
    const isHalf = word === "over-half" || word === "about-half" || word === "under-half";
    return isHalf ? `${en.bare[word]} of ${the}` : `${en.bare[word]} ${many}`;
  },
  bare: {
    "nearly-all": "nearly all",
    most: "most",
    "over-half": "more than half",
    "about-half": "about half",
    "under-half": "fewer than half",
    "few-of": "not many",
    few: "very few",
  },
  between(from, to, of) {
    const range =
      from === 0 && to < 10
        ? `at most ${to}`
        : to === 10 && from > 0
          ? `at least ${from}`
          : `between ${from} and ${to}`;
    return `${range} in 10${of ? ` ${of}` : ""}`;
  },
  tenths: (tenths) => `(${tenths} in 10)`,
  change: (index, { telling }, direction) =>
    `${telling} answer ${direction === "up" ? "more" : "less"} positively than last time about ${ABOUT.en[index]}.`,
  noChange: {
    "first-time": {
      text: "We can only say next time whether anything has changed.",
      basis: "This was the first time we asked.",
    },
    "cannot-tell": {
      text: "We cannot tell whether anything has changed since last time.",
      basis: "There are too few answers, or the differences are so small that they may be chance.",
    },
  },
  missing: (missing, invited) => ({
    text: `${missing} of the ${invited} who were asked have not answered.`,
    basis: "We do not know what they think.",
  }),
  percent: (value, low, high) => (low === high ? `${value} %` : `${value} %, between ${low} and ${high} %`),
  ofAll: (low, high) => `of all who were asked, between ${low} and ${high} %`,
  fromTo: (from, to) => `from ${from} to ${to} of 100`,
  points: (low, high, direction) => `${low} to ${high} points ${direction === "up" ? "higher" : "lower"}`,
  hard: (of) => `${of} have a hard time in three or more themes at once.`,
  hardInArea: (area, bare) => `In the whole area of ${area} it is ${bare}.`,
};

/** What a change is about: "Børnene svarer mindre positivt end sidst, når det handler om …" */
const ABOUT: Readonly<Record<Locale, Readonly<Record<Index, string>>>> = {
  da: {
    W1: "tryghed og omsorg",
    W2: "fællesskab",
    W3: "lysten til at lære",
    W4: "ro og rammer",
    W5: "at have det godt med sig selv",
    P1: "at være med til at bestemme",
    P2: "at blive lyttet til",
    P3: "at deltage",
    X: "samarbejdet med institutionen",
    Y: "det, de har set hos børnene",
  },
  en: {
    W1: "safety and care",
    W2: "belonging",
    W3: "the joy of learning",
    W4: "calm and surroundings",
    W5: "feeling good about themselves",
    P1: "helping to decide",
    P2: "being listened to",
    P3: "taking part",
    X: "working with the institution",
    Y: "what they have seen of the children",
  },
};

export const SENTENCE_WORDS: Readonly<Record<Locale, SentenceWords>> = { da, en };
