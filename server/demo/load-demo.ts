/**
 * Loads the demo municipality: invented people answer through the same intake service as real children, two rounds are
 * closed and sealed, one stays open. Passwords are random and returned once.
 */
import type { Application } from "../services";
import type { Clock } from "../lib/clock";
import { addDays } from "../lib/clock";
import { newId, newPassword } from "../lib/ids";
import type { Submission } from "../responses/contract";
import type { Round } from "../rounds/contract";
import { OPERATOR } from "../accounts/rules";
import { drawAnswers } from "./answer-model";
import type { PlannedGroup } from "./plan";
import {
  DEMO_BACKUP_RETENTION_DAYS,
  DEMO_SURVEY,
  DEMO_USERS,
  demoAreas,
  demoInstitutions,
  planGroups,
  planRounds,
} from "./plan";
import type { Chance } from "./random";
import { seededChance } from "./random";

export interface DemoAccess {
  readonly leader: { readonly name: string; readonly password: string; readonly institutionName: string };
  readonly administrator: { readonly name: string; readonly password: string };
}

export interface DemoOptions {
  readonly onProgress?: (sentence: string) => void;
  readonly seed?: number;
  /** The application at another time: the demo's older rounds are answered and sealed in their own days. */
  readonly at: (clock: Clock) => Application;
  readonly now: Date;
  /** Ends it between two steps: what has been written by then stays. */
  readonly signal?: AbortSignal;
}

const DEFAULT_SEED = 20260301;
const AT_ONCE = 32;
const LEADER_INSTITUTION = "bogelunden";
/** Of the children who will answer, this part has done so in the round that is still open. */
const OPEN_ROUND_PART = 0.4;

async function inParallel<T>(
  list: readonly T[],
  signal: AbortSignal | undefined,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...list];
  const worker = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      signal?.throwIfAborted();
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

interface Answering {
  readonly application: Application;
  readonly round: Round;
  readonly groups: readonly PlannedGroup[];
  readonly chance: Chance;
  readonly part: number;
  readonly signal?: AbortSignal;
}

async function planAnswers({ application, round, groups, chance, part, signal }: Answering): Promise<Submission[]> {
  const submissions: Submission[] = [];
  for (const { group, effects, turnout } of groups) {
    signal?.throwIfAborted();
    const scoringKey = application.library.scoringKey(DEMO_SURVEY.slug, DEMO_SURVEY.version, group.band);
    const keys = await application.services.rounds.issueKeys(OPERATOR, round.id, group.id, group.childCount);
    for (const key of keys) {
      if (!chance.isTrue(turnout * part)) continue;
      submissions.push({
        round: round.id,
        key: key.secret,
        band: group.band,
        locale: chance.isTrue(0.96) ? "da" : "en",
        mode: "solo",
        helper: group.band === "3-5" && chance.isTrue(0.3) ? "read" : "none",
        ...drawAnswers(scoringKey, effects, chance),
      });
    }
  }
  return submissions;
}

async function answer(answering: Answering): Promise<number> {
  const submissions = await planAnswers(answering);
  await inParallel(submissions, answering.signal, (submission) =>
    answering.application.services.responses.submit(newId(), submission, { address: "demo" }),
  );
  return submissions.length;
}

async function addPeople({ services }: Application): Promise<DemoAccess> {
  const institution = demoInstitutions.find(({ id }) => id === LEADER_INSTITUTION);
  const leader = { name: DEMO_USERS.leader, password: newPassword(), institutionName: institution?.name ?? "" };
  const administrator = { name: DEMO_USERS.administrator, password: newPassword() };
  await services.accounts.addUser({
    name: leader.name,
    password: leader.password,
    displayName: "Bo Leder",
    role: "leader",
    institutionIds: [LEADER_INSTITUTION],
  });
  await services.accounts.addUser({
    name: administrator.name,
    password: administrator.password,
    displayName: "Anne Administrator",
    role: "administrator",
    institutionIds: [],
  });
  return { leader, administrator };
}

/** Into a database that is empty, and that nobody else loads it into meanwhile (load-demo-once.ts); ends with the municipality. */
export async function loadDemo(
  application: Application,
  { onProgress = () => {}, seed = DEFAULT_SEED, at, now, signal }: DemoOptions,
): Promise<DemoAccess> {
  const chance = seededChance(seed);
  const groups = planGroups(chance);
  const { stores } = application;
  await stores.organisation.insertInstitutions(demoInstitutions);
  await stores.organisation.insertAreas(demoAreas);
  await stores.organisation.insertGroups(groups.map(({ group }) => group));
  const rounds = planRounds(
    now,
    groups.map(({ group }) => group.id),
  );
  for (const round of rounds.sealed) {
    const then = at({ now: () => addDays(round.closesAt, -1) });
    await stores.rounds.insert(round);
    const heard = await answer({ application: then, round, groups, chance, part: 1, signal });
    signal?.throwIfAborted();
    onProgress(`  ${round.title.da}: ${heard} invented children have answered; sealing …`);
    await stores.rounds.move(round.id, ["open"], "closed", { closedAt: round.closesAt });
    const after = at({ now: () => addDays(round.closesAt, round.graceDays + 1) });
    await after.services.rounds.seal(OPERATOR, round.id, { isEarlyAccepted: false });
  }
  await stores.rounds.insert(rounds.open);
  const heard = await answer({ application, round: rounds.open, groups, chance, part: OPEN_ROUND_PART, signal });
  onProgress(`  ${rounds.open.title.da}: open, ${heard} have answered so far.`);
  const access = await addPeople(application);
  await stores.organisation.saveMunicipality({
    name: "Lindby Kommune (opfundet)",
    isInvented: true,
    backupRetentionDays: DEMO_BACKUP_RETENTION_DAYS,
    voiceOrder: "device-first",
  });
  return access;
}
