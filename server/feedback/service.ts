/** Answers to the children: written, published, followed up, and read under a code. Every step can be repeated. */
import { dayAt } from "#surveys/paper/calendar";
import type { Actor } from "../accounts/contract";
import { may, mayIn } from "../permissions/contract";
import type { Clock } from "../lib/clock";
import { problems } from "../lib/problem";
import type { ChildrensResult, Feedback, FeedbackPage, FeedbackPoster, Letters, Owed, OwedLine } from "./contract";
import { followUpInput, lettersInput } from "./forms";
import type { LoadDeps, Loaded, Place } from "./feedback-page";
import { EMPTY, feedbackPage, lettersFrom, loadFeedback, namesIn, textsOf } from "./feedback-page";
import type { ChildrenDeps } from "./find-for-children";
import { findForChildren } from "./find-for-children";
import type { Promised } from "./rules";
import { followUpFrom, missingOf, owedOf, promisedIn, writtenOf } from "./rules";
import type { FeedbackStore } from "./store";
import type { TickDeps } from "./tick-feedback";
import { createFeedbackTick } from "./tick-feedback";

/** What a form brings beside the words: the revision it was made of. */
interface Written {
  readonly revision: number;
  /** Both untrusted: a deed keeps all that was typed, whatever it is about. */
  readonly letters: unknown;
  readonly followUps: unknown;
}

export interface FeedbackService {
  /** What a leader writes and has written; with what was typed, and not kept, it is judged by that. Throws `institution.notFound` and `release.notFound`. */
  getPage(actor: Actor, place: Place, typed?: Pick<Written, "letters">): Promise<FeedbackPage>;
  /** Throws as `getPage`, `feedback.unfit` 422 for what is no such letter, `feedback.changed` 409 where another has written meanwhile. */
  saveDraft(actor: Actor, place: Place, written: Written): Promise<void>;
  /**
   * Saves and publishes: the next version, and the one before is gone. Throws as `saveDraft`, `feedback.incomplete` 422,
   * and `feedback.names` 422 where something looks like a name, unless a person has looked.
   */
  publish(actor: Actor, place: Place, written: Written & { readonly isChecked: boolean }): Promise<void>;
  /** What has happened since. Throws as `saveDraft`; `feedback.early` 409 in the first three months, `feedback.names` as `publish`, `feedback.incomplete` for who was told nothing, or is told nothing now. */
  publishFollowUp(actor: Actor, place: Place, written: Written & { readonly isChecked: boolean }): Promise<void>;
  /** What an institution owes for a release. Throws `institution.notFound` outside the actor's scope. One question of the database. */
  findOwed(actor: Actor, place: Place, promised: Promised): Promise<Owed>;
  /** What hangs on the wall: drawn for the address that the site has. Throws as `getPage`. */
  getPoster(actor: Actor, place: Place, origin: string): Promise<FeedbackPoster>;
  /** Throws `result.unknown` 404, or `request.tooMany` when this address has come with many codes that are not there. */
  getForChildren(code: string, options: { address: string }): Promise<ChildrensResult>;
  /** What institutions owe the children of closed and sealed rounds, by round. Administrators only: nothing for others. */
  listOwed(actor: Actor): Promise<readonly OwedLine[]>;
  /** What time brings: remembers what is late, and gives a code to who has none. */
  tick(): Promise<void>;
}

export interface FeedbackDeps extends TickDeps, LoadDeps, ChildrenDeps {
  readonly store: FeedbackStore;
  readonly clock: Clock;
}

type FollowUpTexts = NonNullable<Feedback["followUpDraft"]>;

/** All that was typed. */
function read({ letters, followUps }: Written, loaded: Loaded): Pick<Feedback, "draft" | "followUpDraft"> {
  const draft = lettersInput.safeParse(letters);
  const since = followUpInput.safeParse(followUps);
  if (!draft.success || !since.success) throw problems.feedback.unfit();
  return { draft: lettersFrom(draft.data, loaded), followUpDraft: since.data };
}

/** The next version; the words of the one before are nowhere any more. */
function publishedOf({ feedback, audiences }: Loaded, letters: Letters, on: string): Pick<Feedback, "published"> {
  const isWhole = audiences.every((audience) => missingOf(audience, letters[audience] ?? EMPTY).length === 0);
  if (!isWhole) throw problems.feedback.incomplete();
  const { version = 0, firstOn = on } = feedback.published ?? {};
  return { published: { version: version + 1, firstOn, on, letters: writtenOf(letters) } };
}

function followUpOf({ feedback, audiences }: Loaded, texts: FollowUpTexts, on: string): Pick<Feedback, "followUp"> {
  const told = audiences.filter((audience) => feedback.published?.letters[audience]);
  if (feedback.published && on < followUpFrom(feedback.published)) throw problems.feedback.early();
  if (told.length === 0 || told.some((audience) => !texts[audience])) throw problems.feedback.incomplete();
  return { followUp: { on, texts: Object.fromEntries(told.map((audience) => [audience, texts[audience] ?? ""])) } };
}

async function listOwed(deps: FeedbackDeps, today: string): Promise<OwedLine[]> {
  const rounds = await deps.listRoundsInStates(["closed", "sealing", "sealed"]);
  const feedbacks = await deps.store.listStandings(rounds.map(({ id }) => id));
  const known = new Map(feedbacks.map((one) => [`${one.round}:${one.institution}`, one]));
  return rounds.flatMap((round) =>
    round.institutionIds.flatMap((institution): OwedLine[] => {
      const owed = owedOf(promisedIn(round), known.get(`${round.id}:${institution}`) ?? {}, today);
      return owed.what === "done" ? [] : [{ round: round.id, institution, owed }];
    }),
  );
}

export function createFeedbackService(deps: FeedbackDeps): FeedbackService {
  const today = () => dayAt(deps.clock.now());
  const load = (actor: Actor, place: Place) => loadFeedback(deps, actor, { ...place, permission: "feedback.write" });

  async function save({ feedback }: Loaded, revision: number, changes: Partial<Feedback>): Promise<void> {
    if (revision !== feedback.revision || !(await deps.store.save({ ...feedback, ...changes })))
      throw problems.feedback.changed();
  }

  return {
    async getPage(actor, place, typed) {
      const kept = await loadFeedback(deps, actor, { ...place, permission: "feedback.read" });
      const { success, data } = lettersInput.safeParse(typed?.letters);
      const loaded = success ? { ...kept, feedback: { ...kept.feedback, draft: lettersFrom(data, kept) } } : kept;
      const codes = await deps.resultCodes.of([place.roundId]);
      return feedbackPage(loaded, { today: today(), code: codes.get(place.roundId)?.get(place.institutionId) });
    },
    async findOwed(actor, { institutionId, roundId }, promised) {
      if (!mayIn(actor, "feedback.read", institutionId)) throw problems.institution.notFound();
      return owedOf(promised, (await deps.store.find(roundId, institutionId)) ?? {}, today());
    },
    async getPoster(actor, place, origin) {
      const { institution, round, feedback } = await loadFeedback(deps, actor, {
        ...place,
        permission: "feedback.read",
      });
      const code = (await deps.resultCodes.of([round.id])).get(round.id)?.get(institution.id);
      const address = `${origin}/r/${code ?? ""}`;
      const { qrDrawing } = await import("./write-qr");
      return {
        institutionName: institution.name,
        roundTitle: round.title,
        ownerRole: round.ownerRole,
        letters: feedback.published?.letters ?? {},
        ...(code !== undefined && { scan: { address, drawing: qrDrawing(address) } }),
      };
    },
    async saveDraft(actor, place, written) {
      const loaded = await load(actor, place);
      await save(loaded, written.revision, read(written, loaded));
    },
    async publish(actor, place, { isChecked, ...written }) {
      const loaded = await load(actor, place);
      const typed = read(written, loaded);
      const changes = publishedOf(loaded, typed.draft, today());
      if (!isChecked && namesIn(textsOf(typed.draft), loaded).length > 0) throw problems.feedback.names();
      await save(loaded, written.revision, { ...typed, ...changes });
    },
    async publishFollowUp(actor, place, { isChecked, ...written }) {
      const loaded = await load(actor, place);
      const typed = read(written, loaded);
      const changes = followUpOf(loaded, typed.followUpDraft ?? {}, today());
      const words = Object.values(changes.followUp?.texts ?? {});
      if (!isChecked && namesIn(words, loaded).length > 0) throw problems.feedback.names();
      await save(loaded, written.revision, { ...typed, ...changes });
    },
    getForChildren: (code, { address }) => findForChildren(deps, code, { address, today: today() }),
    listOwed: async (actor) => (may(actor, "round.list") ? listOwed(deps, today()) : []),
    tick: createFeedbackTick(deps),
  };
}
