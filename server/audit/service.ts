/**
 * The audit: what was done, and what of somebody was looked at, in a chain that nobody can change unseen. An entry stands before
 * the deed, a second one answers it; nothing that should be audited is done where the first could not be written.
 */
import { daysLater, startOf } from "#surveys/paper/calendar";
import type { Locale } from "#surveys/paper/local-text";
import type { Actor, Person } from "../accounts/contract";
import type { toCsv } from "../exports/service";
import type { Clock } from "../lib/clock";
import { isProblem, problems } from "../lib/problem";
import type { Institution } from "../organisation/contract";
import { may } from "../permissions/contract";
import type { AuditFilter, AuditLine, AuditPage, Deed, Entry, Phase, Verified } from "./contract";
import { AUDITED_NOUNS } from "./contract";
import { createAppender } from "./create-appender";
import type { Tail } from "./rules";
import { BEGINNING, faultAfter } from "./rules";
import type { AuditStore, StoredFilter } from "./store";
import { tickAudit } from "./tick-audit";
import type { HasHappened } from "./tick-audit";

/** Does what is given between an entry that says so and one that says how it ended. */
export type RecordDeed = <T>(deed: Deed, act: () => Promise<T>) => Promise<T>;

export interface AuditService {
  /** Newest first. Administrators only (`request.notFound` for others). */
  list(actor: Actor, filter: AuditFilter, before?: number): Promise<AuditPage>;
  /** All that the filter lets through, the latest first, as CSV, without names. Throws as `list`. */
  exportCsv(actor: Actor, filter: AuditFilter, locale: Locale): Promise<string>;
  /** Walks the chain from its beginning, and holds its end against the one kept apart. */
  verify(): Promise<Verified>;
  /** Answers what a crash left without an answer. */
  tick(): Promise<void>;
}

export interface AuditDeps {
  readonly store: AuditStore;
  readonly clock: Clock;
  readonly listPeople: (ids: readonly string[]) => Promise<readonly Person[]>;
  readonly listAllPeople: () => Promise<readonly Person[]>;
  readonly listInstitutions: (ids: readonly string[]) => Promise<readonly Pick<Institution, "id" | "name">[]>;
  readonly hasHappened: HasHappened;
  readonly toCsv: typeof toCsv;
}

const A_PAGE = 50;
const MOST_EXPORTED = 100_000;
const A_STEP = 1000;
const danish = new Intl.Collator("da");

/** What was asked for may be anything: an address that was made up, or nothing at all. */
const MOST_OF_AN_ID = 128;

function bounded({ subject, institution, ...deed }: Deed): Deed {
  const id = subject.id.slice(0, MOST_OF_AN_ID) || "-";
  const at = institution?.slice(0, MOST_OF_AN_ID);
  return { ...deed, subject: { kind: subject.kind, id }, ...(at && { institution: at }) };
}

export interface Audit {
  readonly record: RecordDeed;
  readonly service: AuditService;
}

function createRecord({ store, clock }: Pick<AuditDeps, "store" | "clock">): { record: RecordDeed; answer: Answer } {
  const append = createAppender(store);
  const answer: Answer = async ({ number, actor, verb, subject, institution }, phase, code) => {
    const at = clock.now().toISOString();
    await append({
      at,
      actor,
      verb,
      subject,
      ...(institution && { institution }),
      phase,
      of: number,
      ...(code && { code }),
    });
  };
  const record: RecordDeed = async (deed, act) => {
    const intended = await append({ ...bounded(deed), at: clock.now().toISOString(), phase: "intended" });
    // What cannot be answered now is answered by the tick: the deed is done all the same.
    const end = (phase: Phase, code?: string) => answer(intended, phase, code).catch(() => undefined);
    try {
      const result = await act();
      await end("done");
      return result;
    } catch (error) {
      if (isProblem(error) && error.status < 500) await end("refused", error.code);
      throw error;
    }
  };
  return { record, answer };
}

export type Answer = (intended: Entry, phase: Phase, code?: string) => Promise<void>;

function storedFilter({ from, to, ...filter }: AuditFilter, before?: number): StoredFilter {
  return {
    ...filter,
    ...(from && { from: startOf(from).toISOString() }),
    ...(to && { to: startOf(daysLater(to, 1)).toISOString() }),
    ...(before !== undefined && { before }),
  };
}

/** Names are looked up when they are shown: the chain knows ids alone. */
async function linesOf(
  { store, listPeople, listInstitutions }: AuditDeps,
  intended: readonly Entry[],
): Promise<AuditLine[]> {
  const answers = new Map((await store.listAnswers(intended.map(({ number }) => number))).map((one) => [one.of, one]));
  const users = intended.flatMap(({ actor, subject }) =>
    [actor.id ?? [], subject.kind === "user" ? subject.id : []].flat(),
  );
  const people = await listPeople([...new Set(users)]);
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  const places = await listInstitutions([...new Set(intended.flatMap(({ institution }) => institution ?? []))]);
  const placeNames = new Map(places.map(({ id, name }) => [id, name]));
  return intended.map(({ number, at, actor, verb, subject, institution }) => {
    const answer = answers.get(number);
    const name = actor.id === undefined ? undefined : names.get(actor.id);
    const about = institution === undefined ? names.get(subject.id) : placeNames.get(institution);
    const outcome = answer === undefined || answer.phase === "intended" ? "open" : answer.phase;
    return {
      number,
      at,
      actor,
      verb,
      subject,
      ...(institution && { institution }),
      outcome,
      ...(answer?.code && { code: answer.code }),
      ...(name !== undefined && { name }),
      ...(about !== undefined && { about }),
    };
  });
}

const COLUMNS = [
  "number",
  "at",
  "actor",
  "actor_id",
  "role",
  "verb",
  "subject",
  "subject_id",
  "institution",
  "outcome",
  "code",
];

const cellsOf = ({ number, at, actor, verb, subject, institution, outcome, code }: AuditLine) => [
  number,
  at,
  actor.kind,
  actor.id ?? "",
  actor.role ?? "",
  verb,
  subject.kind,
  subject.id,
  institution ?? "",
  outcome,
  code ?? "",
];

async function verifyChain(store: AuditStore): Promise<Verified> {
  const kept = await store.findTail();
  let tail: Tail = BEGINNING;
  for (;;) {
    const entries = await store.listAfter(tail.number, A_STEP);
    for (const entry of entries) {
      const fault = faultAfter(tail, entry);
      if (fault) return { entries: tail.number, fault };
      if (entry.number === kept?.number && entry.hash !== kept.hash)
        return { entries: tail.number, fault: { kind: "changed", number: entry.number } };
      tail = entry;
    }
    if (entries.length < A_STEP) break;
  }
  const last = kept?.number ?? 0;
  if (last > tail.number) return { entries: tail.number, fault: { kind: "cut", number: tail.number + 1, last } };
  return { entries: tail.number };
}

export function createAudit(deps: AuditDeps): Audit {
  const { store } = deps;
  const { record, answer } = createRecord(deps);
  const check = (actor: Actor) => {
    if (!may(actor, "audit.read")) throw problems.request.notFound();
  };
  return {
    record,
    service: {
      async list(actor, filter, before) {
        check(actor);
        const found = await store.listIntended(storedFilter(filter, before), A_PAGE + 1);
        const shown = found.slice(0, A_PAGE);
        const last = shown.at(-1);
        const people = await deps.listAllPeople();
        return {
          lines: await linesOf(deps, shown),
          ...(found.length > A_PAGE && last && { before: last.number }),
          people: people
            .map(({ id, displayName }) => ({ id, name: displayName }))
            .sort((one, other) => danish.compare(one.name, other.name)),
          nouns: AUDITED_NOUNS,
        };
      },
      async exportCsv(actor, filter, locale) {
        check(actor);
        const lines: AuditLine[] = [];
        for (let before: number | undefined; lines.length < MOST_EXPORTED; ) {
          const found = await store.listIntended(storedFilter(filter, before), A_STEP);
          lines.push(...(await linesOf(deps, found)));
          before = found.at(-1)?.number;
          if (found.length < A_STEP) break;
        }
        return deps.toCsv({ header: COLUMNS, rows: lines.map(cellsOf) }, locale);
      },
      verify: () => verifyChain(store),
      tick: () => tickAudit({ ...deps, answer }),
    },
  };
}
