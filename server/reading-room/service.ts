/**
 * The reading room: what children wrote in their own words, read by an editor from outside within one working day. Every deed
 * compares what its editor has seen with what is stored; of two at once the second is told (`writing.taken`). A quotation is
 * released in three steps that can each be repeated: the writing becomes `quoted`, the quotation stands, the text is deleted.
 */
import type { Actor } from "../accounts/contract";
import type { RecordDeed } from "../audit/service";
import { may } from "../permissions/contract";
import { dayAt } from "#surveys/paper/calendar";
import type { Clock } from "../lib/clock";
import { problems } from "../lib/problem";
import type { Institution } from "../organisation/contract";
import type { Round } from "../rounds/contract";
import type { Backlog, OpenWriting, ReadingQueue, ShownQuotations, Writing } from "./contract";
import type { WritingAct } from "./forms";
import type { BacklogDeps } from "./count-backlog";
import { countBacklog } from "./count-backlog";
import type { LineDeps } from "./find-lines";
import { countInvited, lineOf, mostCharactersOf, themeOf } from "./find-lines";
import { findQueue, listReleased } from "./find-queue";
import type { Readable, ReadableDeps } from "./find-readable";
import { findReadable } from "./find-readable";
import type { QuotationStore } from "./quotation-store";
import { PASSED_ON, TURNS, isQuotable, namesIn } from "./rules";
import type { WritingStore } from "./store";
import { tickWritings } from "./tick-writings";

export interface ReadingRoomService {
  /** Of the rounds that this editor reads, without any text. Throws `writing.notFound` for anybody else. */
  getQueue(actor: Actor): Promise<ReadingQueue>;
  /** Throws `writing.notFound`, also where it is not this editor's; `writing.taken` when it is not waiting any more. */
  getWriting(actor: Actor, id: string): Promise<OpenWriting>;
  /** Throws what `getWriting` throws, and `writing.unfit`: nothing said of what was done, or no text of a fitting length. */
  act(actor: Actor, id: string, act: WritingAct): Promise<void>;
  /** From the pages at once. Throws `writing.notFound`. */
  takeBack(actor: Actor, quotationId: string): Promise<void>;
  /** For administrators, else `writing.notFound`: how many wait, by round and language. */
  listBacklog(actor: Actor): Promise<readonly Backlog[]>;
  tick(): Promise<void>;
}

/** What other services ask of it, of people who may. */
export interface OwnWordsKept {
  /** The institution's quotations of those forms that have answers enough. */
  listShown(
    place: { round: string; institution: string },
    participants: ReadonlyMap<string, number | undefined>,
  ): Promise<ShownQuotations>;
  /** At sealing: of what was read nothing is left. */
  seal(roundId: string): Promise<void>;
}

export interface ReadingRoomDeps extends LineDeps, ReadableDeps, Omit<BacklogDeps, "store"> {
  readonly store: WritingStore;
  readonly quotations: QuotationStore;
  readonly clock: Clock;
  readonly listInstitutions: (ids: readonly string[]) => Promise<readonly Institution[]>;
  readonly forgetDeleted: () => Promise<unknown>;
  readonly record: RecordDeed;
}

const isOpen = ({ state }: Writing): boolean => state === "waiting" || state === "worrying";

/** Shared by a deed, the tick and sealing: the quotation stands once, and the writing has no text any more. */
const createRelease =
  ({ store, quotations, listRounds, ...deps }: ReadingRoomDeps) =>
  async (writing: Writing): Promise<void> => {
    const [round] = await listRounds([writing.round]);
    const text = writing.cleansed ?? writing.text;
    if (round && text !== undefined) {
      const { id, language, form } = writing;
      await quotations.add(writing, { id, text, language, form, theme: themeOf(deps, round, writing) });
    }
    await store.forgetText(writing.id);
  };

export function createOwnWordsKept(deps: ReadingRoomDeps): OwnWordsKept {
  const release = createRelease(deps);
  return {
    async listShown({ round, institution }, participants) {
      const [found, open] = await Promise.all([
        deps.quotations.find({ round, institution }),
        deps.store.countOpen(round, institution),
      ]);
      const all = found?.quotations ?? [];
      const shown = all.filter(({ form }) => isQuotable(participants.get(form)));
      return {
        version: found?.version ?? 0,
        quotations: shown.map(({ id, text, language, theme }) => ({ id, text, language, theme })),
        hasOwnWords: open > 0 || all.length > 0,
      };
    },
    async seal(roundId) {
      for (const one of await deps.store.listHalfQuoted()) if (one.round === roundId) await release(one);
      await deps.store.deleteRead(roundId);
    },
  };
}

interface Loaded {
  readonly readable: Readable;
  readonly writing: Writing;
  readonly round: Round;
}

/** What of it this editor may see now. */
async function load(deps: ReadingRoomDeps, actor: Actor, id: string): Promise<Loaded> {
  const readable = await findReadable(deps, actor);
  const writing = await deps.store.find(id);
  const round = writing && readable.roundOf(writing);
  if (!round) throw problems.writing.notFound();
  if (!isOpen(writing)) throw problems.writing.taken();
  return { readable, writing, round };
}

/** Without what could name somebody; within the question's own limit. */
async function cleanse(
  deps: ReadingRoomDeps,
  { writing, round }: Loaded,
  seen: number,
  text: string,
): Promise<boolean> {
  const cleansed = text.replaceAll("\r\n", "\n").trim();
  const most = mostCharactersOf(deps, round, writing);
  if (cleansed === "" || cleansed.length > most) throw problems.writing.unfit();
  return deps.store.cleanse(writing.id, seen, cleansed);
}

function checkFit({ kind }: Writing, act: WritingAct): void {
  const isOfText = act.do === "cleanse" || act.do === "quote";
  if (isOfText && kind !== "text") throw problems.writing.unfit();
}

/**
 * A worry ends when it was passed on, or when the other editor has read it too and finds none: nobody ends one alone by
 * saying that two have.
 */
function checkDone({ worriedBy }: Writing, act: WritingAct, userId: string): void {
  if (act.do !== "done") return;
  const isPassedOn = act.done.some((word) => PASSED_ON.includes(word));
  const isReadAgain = act.done.includes("again") && worriedBy !== undefined && worriedBy !== userId;
  if (!isPassedOn && !isReadAgain)
    throw act.done.includes("again") ? problems.writing.alone() : problems.writing.unfit();
}

/** Only where it can be released: any other state is told as it is. */
const mayName = (writing: Writing): boolean => writing.state === TURNS.quote.from && namesIn(writing).length > 0;

/** What comes with the new state. */
function setBy(
  act: WritingAct,
  now: Date,
  userId: string,
): Partial<Pick<Writing, "worriedAt" | "worriedBy" | "done" | "doneOn">> {
  if (act.do === "worry") return { worriedAt: now, worriedBy: userId };
  return act.do === "done" ? { done: act.done, doneOn: dayAt(now) } : {};
}

export function createReadingRoomService(deps: ReadingRoomDeps): ReadingRoomService {
  const { store, quotations, clock } = deps;
  const release = createRelease(deps);

  /** In a sealed round nothing that was deleted is left in the store's files either. */
  const forgetIfSealed = async ({ state }: Round) => void (state === "sealed" && (await deps.forgetDeleted()));

  return {
    getQueue: (actor) => findQueue(deps, actor),
    async getWriting(actor, id) {
      const { readable, writing, round } = await load(deps, actor, id);
      const { text = "", cleansed, version, arrivedOn } = writing;
      const [invited, [institution]] = await Promise.all([
        countInvited(deps, [round]),
        deps.listInstitutions([writing.institution]),
      ]);
      const line = lineOf(deps, writing, { round, invited, userId: readable.userId, now: clock.now() });
      const isWorrying = line.state === "worrying" && arrivedOn !== undefined;
      return {
        ...line,
        version,
        text,
        ...(cleansed !== undefined && { cleansed }),
        mostCharacters: mostCharactersOf(deps, round, writing),
        maybeNames: writing.kind === "text" ? namesIn(writing) : [],
        ...(isWorrying && { worry: { arrivedOn, institution: institution?.name ?? writing.institution } }),
      };
    },
    async act(actor, id, act) {
      const loaded = await load(deps, actor, id);
      const { writing, round } = loaded;
      const { userId } = loaded.readable;
      checkFit(writing, act);
      checkDone(writing, act, userId);
      if (act.do === "quote" && mayName(writing) && act.checked === undefined) throw problems.writing.names();
      if (act.do === "cleanse") {
        if (!(await cleanse(deps, loaded, act.version, act.text))) throw problems.writing.taken();
        return;
      }
      const turn = { id, version: act.version, ...TURNS[act.do] };
      if (!(await store.turn(turn, setBy(act, clock.now(), userId)))) throw problems.writing.taken();
      if (act.do === "quote") await release(writing);
      if (act.do !== "worry") await forgetIfSealed(round);
    },
    async takeBack(actor, quotationId) {
      const readable = await findReadable(deps, actor);
      const found = (await listReleased(deps, readable)).find(({ id }) => id === quotationId);
      const round = found && readable.roundOf(found);
      if (!round || !(await quotations.takeBack(found, quotationId))) throw problems.writing.notFound();
      await forgetIfSealed(round);
    },
    async listBacklog(actor) {
      if (!may(actor, "writing.oversee")) throw problems.writing.notFound();
      return countBacklog(deps, clock.now());
    },
    tick: () => tickWritings({ ...deps, release }),
  };
}
