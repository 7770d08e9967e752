/** The fields of the form in which a leader answers the children, and how a posted form is read. */
import type { Audience, FeedbackPage, LetterPage, PartName } from "#server/feedback/contract";
import { AUDIENCES, PARTS } from "#server/feedback/contract";

export const FIELDS = {
  revision: "revision",
  deed: "do",
  isChecked: "checked",
  sentence: (audience: Audience) => `${audience}.sentence`,
  text: (audience: Audience, part: PartName) => `${audience}.${part}.text`,
  picture: (audience: Audience, part: PartName) => `${audience}.${part}.picture`,
  followUp: (audience: Audience) => `${audience}.since`,
} as const;

export const DEEDS = ["save", "publish", "follow-up"] as const;
export type Deed = (typeof DEEDS)[number];

/** What was posted, as it was typed: a page that shows it again loses nothing. */
export interface Posted {
  readonly deed: Deed;
  readonly revision: number;
  readonly isChecked: boolean;
  readonly letters: Partial<Record<Audience, PostedLetter>>;
  readonly followUps: Partial<Record<Audience, string>>;
}

interface PostedLetter {
  readonly sentences: readonly string[];
  readonly parts: Readonly<Record<PartName, { readonly text: string; readonly picture?: string }>>;
}

/** Undefined where it is no form of ours. */
export function readPosted(fields: readonly (readonly [name: string, value: string])[]): Posted | undefined {
  const one = (name: string) => fields.find(([field]) => field === name)?.[1];
  const deed = DEEDS.find((known) => known === one(FIELDS.deed));
  const revision = Number(one(FIELDS.revision));
  if (!deed || !Number.isSafeInteger(revision) || revision < 0) return undefined;
  const letterOf = (audience: Audience): PostedLetter => ({
    sentences: fields.filter(([field]) => field === FIELDS.sentence(audience)).map(([, value]) => value),
    parts: Object.fromEntries(
      PARTS.map((part) => {
        const picture = one(FIELDS.picture(audience, part));
        return [part, { text: one(FIELDS.text(audience, part)) ?? "", ...(picture && { picture }) }];
      }),
    ) as PostedLetter["parts"],
  });
  const isThere = (audience: Audience) => one(FIELDS.text(audience, "said")) !== undefined;
  return {
    deed,
    revision,
    isChecked: one(FIELDS.isChecked) === "yes",
    letters: Object.fromEntries(AUDIENCES.filter(isThere).map((audience) => [audience, letterOf(audience)])),
    followUps: Object.fromEntries(
      AUDIENCES.flatMap((audience) => {
        const text = one(FIELDS.followUp(audience));
        return text === undefined ? [] : [[audience, text]];
      }),
    ),
  };
}

/** A letter as its form shows it: what was typed, or else what was kept. */
export interface ShownLetter {
  readonly page: LetterPage;
  readonly sentences: readonly string[];
  readonly parts: PostedLetter["parts"];
}

export function shownLetters({ letters }: Pick<FeedbackPage, "letters">, posted?: Posted): ShownLetter[] {
  return letters.map((page) => {
    const typed = posted?.letters[page.audience];
    if (typed) return { page, ...typed };
    return { page, sentences: page.letter.sentences.map(({ id }) => id), parts: page.letter.parts };
  });
}
