/**
 * The label engine: derives every promise about anonymity from how something is stored at that moment, and is the only
 * place such words come from.
 */
import type { Locale } from "../paper/local-text";

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

export interface LabelReader {
  readonly locale: Locale;
  readonly audience: "child" | "adult";
}

/** Never broken over two lines. */
function day(date: Date | undefined, locale: Locale): string {
  if (!date) return "";
  return new Intl.DateTimeFormat(locale === "da" ? "da-DK" : "en-GB", {
    day: "numeric",
    month: "long",
    timeZone: "Europe/Copenhagen",
  })
    .format(date)
    .replace(" ", "\u00a0");
}

type Words = (date: string) => Omit<LabelWords, "helperSentence">;

const CHILD: Record<Locale, Record<LabelCode, Words>> = {
  da: {
    counters: () => ({
      title: "Anonym – vi gemmer kun tal",
      sentences: ["Vi tæller kun, hvor mange der svarer hvad.", "Ingen kan se, hvad du svarede."],
    }),
    anonymous: () => ({ title: "Anonym", sentences: ["Ingen kan se, hvad du svarede."] }),
    confidential: (date) => ({
      title: date ? `Fortroligt – bliver anonymt ${date}` : "Fortroligt",
      sentences: [
        "Dit navn står ingen steder.",
        "De voksne får at vide, hvad mange børn siger. Ikke hvad du svarede.",
        ...(date ? [`Den\u00a0${date} kan ingen længere finde frem til dit svar.`] : []),
      ],
    }),
    named: () => ({ title: "Med navn", sentences: ["De voksne kan se, at det er dig."] }),
  },
  en: {
    counters: () => ({
      title: "Anonymous – we keep only numbers",
      sentences: ["We only count how many give each answer.", "Nobody can see what you answered."],
    }),
    anonymous: () => ({ title: "Anonymous", sentences: ["Nobody can see what you answered."] }),
    confidential: (date) => ({
      title: date ? `Confidential – anonymous from ${date}` : "Confidential",
      sentences: [
        "Your name is not written anywhere.",
        "The grown-ups are told what many children say. Not what you answered.",
        ...(date ? [`From\u00a0${date} nobody can find their way back to your answer.`] : []),
      ],
    }),
    named: () => ({ title: "With my name", sentences: ["The grown-ups can see that it is you."] }),
  },
};

const ADULT: Record<Locale, Record<LabelCode, Words>> = {
  da: {
    counters: () => ({
      title: "Anonym – vi gemmer kun tal",
      sentences: ["Der gemmes kun optællinger, intet pr. barn."],
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
      sentences: ["Only counts are kept, nothing for each child."],
    }),
    anonymous: () => ({ title: "Anonymous", sentences: ["Nothing connects a child with an answer."] }),
    confidential: (date) => ({
      title: date ? `Confidential – anonymous from ${date}` : "Confidential",
      sentences: ["The answers carry no name. The codes behind them are not yet deleted everywhere."],
    }),
    named: () => ({ title: "With name", sentences: ["The child has chosen to give its name."] }),
  },
};

const HELPER: Record<Locale, string> = {
  da: "Kun den voksne, der hjalp dig, ved det.",
  en: "Only the grown-up who helped you knows.",
};

export function labelSentences(label: Label, { locale, audience }: LabelReader): LabelWords {
  const words = (audience === "child" ? CHILD : ADULT)[locale][label.code];
  return { ...words(day(label.until, locale)), helperSentence: HELPER[locale] };
}
