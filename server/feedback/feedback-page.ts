/** An institution's answer as its leader writes it: loaded in her scope, drafted from the release, held against the four Fs. */
import { maybeNames } from "#surveys/linter/maybe-names";
import type { Day } from "#surveys/paper/calendar";
import type { FormName } from "#surveys/paper/form";
import type { Actor } from "../accounts/contract";
import type { Permission } from "../permissions/contract";
import { mayIn } from "../permissions/contract";
import { problems } from "../lib/problem";
import type { Institution } from "../organisation/contract";
import type { Release } from "../releases/contract";
import type { Round } from "../rounds/contract";
import type { Audience, Feedback, FeedbackPage, Letter, LetterPage, Letters } from "./contract";
import type { LettersInput } from "./forms";
import {
  audiencesOf,
  followUpFrom,
  fourFs,
  isInTime,
  owedOf,
  ownWords,
  promisedIn,
  proposalsOf,
  youngestOf,
} from "./rules";

export interface Place {
  readonly institutionId: string;
  readonly roundId: string;
}

export interface LoadDeps {
  readonly store: { find(round: string, institution: string): Promise<Feedback | undefined> };
  readonly findRound: (id: string) => Promise<Round | null>;
  readonly findRelease: (institutionId: string, roundId: string) => Promise<Release | undefined>;
}

export interface Loaded {
  /** As it was called then: one that has closed still answers its children. */
  readonly institution: Pick<Institution, "id" | "name">;
  readonly round: Round;
  readonly release: Release;
  readonly feedback: Feedback;
  readonly audiences: readonly Audience[];
}

const text = { text: "" } as const;
export const EMPTY: Letter = { sentences: [], parts: { said: text, talked: text, doing: text, "not-doing": text } };

const formsOf = ({ forms }: Release): FormName[] => forms.map(({ form }) => form);

/** Throws `institution.notFound` outside the actor's scope, and `release.notFound` where nothing has been told yet. */
export async function loadFeedback(
  deps: LoadDeps,
  actor: Actor,
  { institutionId, roundId, permission }: Place & { readonly permission: Permission },
): Promise<Loaded> {
  if (!mayIn(actor, permission, institutionId)) throw problems.institution.notFound();
  const [round, release, found] = await Promise.all([
    deps.findRound(roundId),
    deps.findRelease(institutionId, roundId),
    deps.store.find(roundId, institutionId),
  ]);
  if (!round || !release) throw problems.release.notFound();
  const nothing: Feedback = { round: roundId, institution: institutionId, revision: 0, draft: {} };
  const institution = { id: institutionId, name: release.institutionName };
  return { institution, round, release, feedback: found ?? nothing, audiences: audiencesOf(formsOf(release)) };
}

/** Of the sentences only those the release bears: a form may send anything. */
export function lettersFrom(input: LettersInput, { release, audiences, feedback }: Loaded): Letters {
  const letters = audiences.map((audience): [Audience, Letter] => {
    const given = input[audience];
    if (!given) return [audience, feedback.draft[audience] ?? EMPTY];
    const bearable = proposalsOf(release, audience).map(({ sentence }) => sentence);
    const sentences = bearable.filter(({ id }) => given.sentences.includes(id));
    return [audience, { parts: given.parts, sentences }];
  });
  return Object.fromEntries(letters);
}

/** Words that may be somebody's name, where they are not those of the place, the round or a group. */
export const namesIn = (texts: readonly string[], { institution, release, round }: Loaded): readonly string[] => {
  const groups = release.heard.flatMap(({ names }) => names);
  const known = [institution.name, round.title.da, round.ownerRole.da, ...groups];
  return maybeNames(texts, known);
};

export const textsOf = (letters: Letters): string[] => Object.values(letters).flatMap(ownWords);

/** A first draft says what stands out, and leaves the rest to whoever answers. */
function letterPage({ release, feedback, round }: Loaded, audience: Audience, today: Day): LetterPage {
  const proposals = proposalsOf(release, audience);
  const letter = feedback.draft[audience] ?? { ...EMPTY, sentences: proposals.map(({ sentence }) => sentence) };
  const youngest = youngestOf(audience, formsOf(release));
  const promised = promisedIn(round);
  const owed = owedOf(promised, feedback, today);
  return {
    audience,
    letter,
    proposals,
    fourFs: fourFs(audience, letter, {
      proposals,
      youngest,
      owed,
      isInTime: isInTime(promised, feedback.published, today),
    }),
  };
}

export function feedbackPage(loaded: Loaded, { today, code }: { today: Day; code?: string }): FeedbackPage {
  const { institution, round, feedback, audiences } = loaded;
  const { published, followUp, followUpDraft, revision, draft } = feedback;
  return {
    institution: { id: institution.id, name: institution.name },
    round: { id: round.id, title: round.title, ownerRole: round.ownerRole },
    revision,
    letters: audiences.map((audience) => letterPage(loaded, audience, today)),
    owed: owedOf(promisedIn(round), feedback, today),
    ...(published && { published }),
    followUpTexts: followUpDraft ?? followUp?.texts ?? {},
    mayFollowUp: published !== undefined && today >= followUpFrom(published),
    ...(code !== undefined && { code }),
    maybeNames: namesIn([...textsOf(draft), ...Object.values(followUpDraft ?? {})], loaded),
  };
}
