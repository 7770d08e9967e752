/**
 * The label engine: derives every promise about anonymity from how something is stored at that moment, and is the only
 * place such words come from.
 */
import { dayAndMonth } from "../paper/day";
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
  readonly helper: boolean;
}

export type LabelCode = "counters" | "anonymous" | "confidential" | "named";

export interface Label {
  readonly code: LabelCode;
  /** When a confidential answer becomes anonymous. */
  readonly until?: Date;
}

export function computeLabel(facts: StorageFacts): Label {
  if (facts.isNamed) return { code: "named" };
  const isPlain = !facts.hasFreeText && !facts.hasMedia;
  if (!facts.storesPerChild && isPlain) return { code: "counters" };
  if (facts.isSealed && isPlain && facts.keys === "pile") return { code: "anonymous" };
  return { code: "confidential", until: facts.tracesGoneOn };
}

export interface LabelWords {
  readonly title: string;
  readonly sentences: readonly string[];
  /** To be shown when somebody helped. */
  readonly helperSentence: string;
}

/** A child reads its promise in any of its languages; adults' pages speak two. */
export type LabelReader =
  | { readonly audience: "child"; readonly locale: Language }
  | { readonly audience: "adult"; readonly locale: Locale };

type Words = (date: string) => Omit<LabelWords, "helperSentence">;

interface ChildSentences {
  readonly title: string;
  readonly sentences: readonly string[];
}

interface ChildLabelWords extends Readonly<Record<Exclude<LabelCode, "confidential">, ChildSentences>> {
  /** A person who speaks the language has signed them. */
  readonly reviewed: boolean;
  readonly confidential: ChildSentences & { readonly datedTitle: string; readonly dated: string };
  readonly helper: string;
}

const CHILD: Readonly<Record<Language, ChildLabelWords>> = childLabelWords;

function childSentences(label: Label, language: Language): LabelWords {
  const { helper, ...words } = CHILD[language];
  const helperSentence = helper;
  if (label.code !== "confidential") return { ...words[label.code], helperSentence };
  const { title, datedTitle, sentences, dated } = words.confidential;
  if (!label.until) return { title, sentences, helperSentence };
  const date = dayAndMonth(label.until, language);
  return {
    title: fillWords(datedTitle, date),
    sentences: [...sentences, fillWords(dated, date)],
    helperSentence,
  };
}

const ADULT: Record<Locale, Record<LabelCode, Words>> = {
  da: {
    counters: () => ({
      title: "Anonym – vi gemmer kun tal",
      sentences: ["Vi gemmer kun optællinger og intet om det enkelte barn."],
    }),
    anonymous: () => ({ title: "Anonym", sentences: ["Intet forbinder et barn med et svar."] }),
    confidential: (date) => ({
      title: date ? `Fortroligt – bliver anonymt ${date}` : "Fortroligt",
      sentences: ["Svarene står uden navn. Koderne bag dem er endnu ikke slettet overalt."],
    }),
    named: () => ({ title: "Med navn", sentences: ["Barnet har selv valgt at skrive sit navn."] }),
  },
  en: {
    counters: () => ({
      title: "Anonymous – only numbers are kept",
      sentences: ["We keep only counts, and nothing about the single child."],
    }),
    anonymous: () => ({ title: "Anonymous", sentences: ["Nothing connects a child with an answer."] }),
    confidential: (date) => ({
      title: date ? `Confidential – anonymous from ${date}` : "Confidential",
      sentences: ["The answers carry no name. The codes behind them are not yet deleted everywhere."],
    }),
    named: () => ({ title: "With name", sentences: ["The child has chosen to give its name."] }),
  },
};

export function labelSentences(label: Label, reader: LabelReader): LabelWords {
  if (reader.audience === "child") return childSentences(label, reader.locale);
  const date = label.until ? dayAndMonth(label.until, reader.locale) : "";
  return { ...ADULT[reader.locale][label.code](date), helperSentence: CHILD[reader.locale].helper };
}
