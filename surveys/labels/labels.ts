/**
 * The label engine: derives every promise about anonymity from how something is stored at that moment, and is the only
 * place such words come from.
 */
import { dayAndMonth } from "../paper/day";
import type { AgeBand } from "../paper/form";
import type { Language } from "../paper/language";
import type { Locale } from "../paper/local-text";
import { fillWords } from "../paper/words/words";
import childLabelWords from "./child-label-words.json" with { type: "json" };

export interface StorageFacts {
  /** False when only counters are kept, no document per child. */
  readonly storesPerChild: boolean;
  /** How keys reached the children. */
  readonly keys: "pile" | "listed" | "posted" | "sign-in";
  readonly hasFreeText: boolean;
  readonly hasMedia: boolean;
  readonly isNamed: boolean;
  /** Claims, secret, request log and their backups are gone. */
  readonly isSealed: boolean;
  /** The day on which the above will be true. */
  readonly tracesGoneOn?: Date;
}

export type LabelCode = "counters" | "anonymous" | "confidential" | "named";

export interface Label {
  readonly code: LabelCode;
  /** When a confidential answer becomes anonymous. */
  readonly until?: Date;
  /** A list, a letter or a sign-in carries the child's name beside its key. */
  readonly isListed?: boolean;
}

export function computeLabel(facts: StorageFacts): Label {
  if (facts.isNamed) return { code: "named" };
  const isPlain = !facts.hasFreeText && !facts.hasMedia;
  if (!facts.storesPerChild && isPlain) return { code: "counters" };
  // Also where a list tells who got a card: there is no answer left that it could lead to.
  if (facts.isSealed && isPlain) return { code: "anonymous" };
  // Nobody can say on which day the last own words are read, or a quotation is taken back.
  const until = isPlain ? facts.tracesGoneOn : undefined;
  return { code: "confidential", ...(until && { until }), isListed: facts.keys !== "pile" };
}

export interface LabelWords {
  /** Below ten years there is none: "fortroligt" is no word of theirs. */
  readonly title?: string;
  readonly sentences: readonly string[];
  /** To be shown when somebody helped. */
  readonly helperSentence: string;
}

/** A child reads its promise in any of its languages, in words of its age. */
export interface ChildReader {
  readonly audience: "child";
  readonly locale: Language;
  readonly band?: AgeBand;
}

/** Adults' pages speak two languages, and always name the label. */
export interface AdultReader {
  readonly audience: "adult";
  readonly locale: Locale;
}

type Words = (date: string) => { readonly title: string; readonly sentences: readonly string[] };

interface ChildSentences {
  readonly title: string;
  readonly sentences: readonly string[];
}

interface ChildLabelWords extends Readonly<Record<Exclude<LabelCode, "confidential">, ChildSentences>> {
  /** A person who speaks the language has signed them. */
  readonly reviewed: boolean;
  /** The one sentence for three to five years, and the two for six to nine: true however the key came and until when. */
  readonly youngest: string;
  readonly young: readonly string[];
  readonly confidential: Readonly<Record<"title" | "datedTitle" | "nowhere" | "listed" | "told" | "dated", string>>;
  readonly helper: string;
}

const CHILD: Readonly<Record<Language, ChildLabelWords>> = childLabelWords;

function confidentialSentences({ until, isListed }: Label, language: Language): ChildSentences {
  const { title, datedTitle, nowhere, listed, told, dated } = CHILD[language].confidential;
  const sentences = [isListed ? listed : nowhere, told];
  if (!until) return { title, sentences };
  const date = dayAndMonth(until, language);
  return { title: fillWords(datedTitle, date), sentences: [...sentences, fillWords(dated, date)] };
}

function childSentences(label: Label, language: Language, band?: AgeBand): LabelWords {
  const words = CHILD[language];
  const helperSentence = words.helper;
  const isYoung = band === "3-5" || band === "6-9";
  if (isYoung && label.code === "named") return { sentences: words.named.sentences, helperSentence };
  if (isYoung) return { sentences: band === "3-5" ? [words.youngest] : words.young, helperSentence };
  if (label.code === "confidential") return { ...confidentialSentences(label, language), helperSentence };
  const { title, sentences } = words[label.code];
  return { title, sentences, helperSentence };
}

const ADULT: Record<Locale, Record<LabelCode, Words>> = {
  da: {
    counters: () => ({
      title: "Anonym – vi gemmer kun tal",
      sentences: ["Vi gemmer kun optællinger og intet om det enkelte barn."],
    }),
    anonymous: () => ({
      title: "Anonym – svarene er slettet, kun tal er tilbage",
      sentences: ["Svarene er talt sammen, et lille tilfældigt tal er lagt til hvert tal, og så er de slettet."],
    }),
    confidential: (date) => ({
      title: date ? `Fortroligt – bliver anonymt ${date}` : "Fortroligt",
      sentences: ["Svarene står uden navn. De er endnu ikke slettet overalt."],
    }),
    named: () => ({ title: "Med navn", sentences: ["Barnet har selv valgt at skrive sit navn."] }),
  },
  en: {
    counters: () => ({
      title: "Anonymous – only numbers are kept",
      sentences: ["We keep only counts, and nothing about the single child."],
    }),
    anonymous: () => ({
      title: "Anonymous – the answers are deleted, only numbers are left",
      sentences: ["The answers have been counted, a little random number added to each count, and then deleted."],
    }),
    confidential: (date) => ({
      title: date ? `Confidential – anonymous from ${date}` : "Confidential",
      sentences: ["The answers carry no name. They are not yet deleted everywhere."],
    }),
    named: () => ({ title: "With name", sentences: ["The child has chosen to give its name."] }),
  },
};

export function labelSentences(label: Label, reader: AdultReader): LabelWords & { readonly title: string };
export function labelSentences(label: Label, reader: ChildReader | AdultReader): LabelWords;
export function labelSentences(label: Label, reader: ChildReader | AdultReader): LabelWords {
  if (reader.audience === "child") return childSentences(label, reader.locale, reader.band);
  const date = label.until ? dayAndMonth(label.until, reader.locale) : "";
  return { ...ADULT[reader.locale][label.code](date), helperSentence: CHILD[reader.locale].helper };
}
