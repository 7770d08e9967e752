/**
 * A change of many documents that counts all at once: one at a time is made ready, staged some documents at a time, switched to
 * by one write, and folded afterwards. Each step can be repeated, and whoever comes next goes on where a process ended.
 */
import { dayAt } from "#surveys/paper/calendar";
import type { Clock } from "../lib/clock";
import { problems } from "../lib/problem";
import type { ChangeState, ChangeStore, Staged } from "./change-store";
import type { Preparing } from "./contract";
import { schoolYearAt } from "./school-year";

/** What nobody went on with for so long is left, and may be swept. */
const LEFT_AFTER_MS = 15 * 60_000;
const AT_ONCE = 1000;

interface Progress {
  readonly done: number;
  readonly of: number;
}

export type Maker = { readonly by: string; readonly byId: string };

export interface Changes {
  readonly state: () => Promise<ChangeState>;
  /** What the same person had begun is left for it. Throws `organisation.busy` while somebody else's is made ready. */
  begin(id: string, maker: Maker): Promise<void>;
  /** Whether it is the one that is made ready; somebody goes on with it. */
  isPreparing(id: string): Promise<boolean>;
  /** Edits by hand are counted from here. Throws `organisation.lost` when the change is no more the one made ready. */
  planned(id: string): Promise<number>;
  /** Some more of it. Throws `organisation.changed` where something is no more as it was planned with. */
  stageSome(id: string, staged: readonly Staged[]): Promise<Progress>;
  /** All of it counts from here on. Throws `organisation.changed` and `organisation.lost`. */
  switchTo(id: string, staged: readonly Staged[], more?: { readonly schoolYear?: number }): Promise<void>;
  /** Some more of what counts; 0 when there is nothing left to do. */
  foldSome(): Promise<number>;
  foldAll(): Promise<void>;
  leave(id: string): Promise<void>;
  /** A small change, from beginning to end. */
  runAtOnce(change: AtOnce): Promise<void>;
  /** The first institutions and groups of a municipality are those of this school year. */
  rememberYear(): Promise<void>;
  /** Before and after what is edited by hand. */
  whileEditing<T>(edit: () => Promise<T>): Promise<T>;
  tick(): Promise<void>;
}

interface AtOnce extends Maker {
  readonly id: string;
  readonly schoolYear?: number;
  readonly plan: () => Promise<readonly Staged[]>;
}

export function preparingIn({ preparing }: ChangeState, now: Date): Preparing | undefined {
  if (!preparing) return undefined;
  const { id, by, since, touchedAt } = preparing;
  return { id, by, since, isLeft: now.getTime() - touchedAt.getTime() > LEFT_AFTER_MS };
}

interface ChangeDeps {
  readonly store: ChangeStore;
  readonly clock: Clock;
}

function createFolding({ store }: ChangeDeps) {
  async function foldSome(): Promise<number> {
    const { change, isFolding } = await store.find();
    if (!change || !isFolding) return 0;
    const done = await store.foldSome(change);
    if (done === 0) {
      await store.dropParts({ only: change });
      await store.folded(change);
    }
    return done;
  }
  return {
    foldSome,
    async foldAll() {
      while ((await foldSome()) > 0);
    },
  };
}

function createPreparing({ store, clock }: ChangeDeps, foldAll: () => Promise<void>) {
  async function leave(id: string): Promise<void> {
    if (!(await store.leave(id))) return;
    await store.sweep({ only: id });
    await store.dropParts({ only: id });
  }
  const keyOf = ({ of, id }: Staged) => `${of} ${id}`;
  return {
    leave,
    isPreparing: (id: string) => store.touch(id, clock.now()),
    async begin(id: string, maker: Maker): Promise<void> {
      await foldAll();
      const state = await store.find();
      const isOwn = state.preparing?.byId === maker.byId;
      const other = preparingIn(state, clock.now());
      if (other && other.id !== id && (other.isLeft || isOwn)) await leave(other.id);
      const now = clock.now();
      const isBegun = await store.begin({ id, ...maker, since: now, touchedAt: now });
      // Asked again: it has begun already.
      if (!isBegun && !(await store.touch(id, now))) throw problems.organisation.busy();
      await store.sweep({ allBut: id });
      await store.dropParts({ allBut: id });
    },
    async planned(id: string): Promise<number> {
      const { edits } = await store.find();
      if (!(await store.plan(id, edits))) throw problems.organisation.lost();
      return edits;
    },
    async stageSome(id: string, staged: readonly Staged[]): Promise<Progress> {
      if (!(await store.touch(id, clock.now()))) throw problems.organisation.lost();
      const known = await store.listStaged(id);
      const waiting = staged.filter((one) => !known.has(keyOf(one)));
      const some = waiting.slice(0, AT_ONCE);
      if (!(await store.stage(id, some))) throw problems.organisation.changed();
      return { done: staged.length - waiting.length + some.length, of: staged.length };
    },
    async switchTo(id: string, staged: readonly Staged[], more: { readonly schoolYear?: number } = {}): Promise<void> {
      const { preparing, edits, change } = await store.find();
      // Asked again: it counts already.
      if (change === id) return;
      if (preparing?.id !== id || preparing.edits === undefined) throw problems.organisation.lost();
      const known = await store.listStaged(id);
      const isWhole = known.size === staged.length && staged.every((one) => known.has(keyOf(one)));
      if (!isWhole || preparing.edits !== edits) throw problems.organisation.changed();
      if (!(await store.switchTo(id, preparing.edits, more))) throw problems.organisation.changed();
    },
  };
}

export function createChanges(deps: ChangeDeps): Changes {
  const { store, clock } = deps;
  const folding = createFolding(deps);
  const preparing = createPreparing(deps, folding.foldAll);
  return {
    state: () => store.find(),
    ...folding,
    ...preparing,
    async runAtOnce({ id, by, byId, plan, schoolYear }) {
      const other = (await store.find()).preparing;
      // Nobody's import is thrown away by the way, not even one's own.
      if (other && preparingIn({ edits: 0, preparing: other }, clock.now())?.isLeft !== true)
        throw problems.organisation.busy();
      await preparing.begin(id, { by, byId });
      try {
        await preparing.planned(id);
        const staged = await plan();
        for (let isWhole = false; !isWhole; ) {
          const { done, of } = await preparing.stageSome(id, staged);
          isWhole = done === of;
        }
        await preparing.switchTo(id, staged, schoolYear === undefined ? {} : { schoolYear });
      } catch (error) {
        await preparing.leave(id);
        throw error;
      }
      await folding.foldAll();
    },
    async rememberYear() {
      await store.rememberYear(schoolYearAt(dayAt(clock.now())));
    },
    async whileEditing(edit) {
      // What counts already is folded first: a version that was read is then one that is stored.
      if ((await store.countEdit()).isFolding) await folding.foldAll();
      try {
        return await edit();
      } finally {
        await store.countEdit();
      }
    },
    async tick() {
      await folding.foldAll();
      const left = preparingIn(await store.find(), clock.now());
      if (left?.isLeft) await preparing.leave(left.id);
    },
  };
}
