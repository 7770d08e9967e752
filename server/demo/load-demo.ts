/**
 * Loads the demo municipality: three rounds of invented answers are sealed as real ones are; in the one that stays open
 * invented children answer through the same intake as real ones. Passwords are random and returned once.
 */
import type { NewUser } from "../accounts/forms";
import type { Application } from "../services";
import type { Clock } from "../lib/clock";
import { addDays } from "../lib/clock";
import { newId, newPassword, newResultCode } from "../lib/ids";
import type { Submission } from "../responses/contract";
import type { EditorPair, Round } from "../rounds/contract";
import { OPERATOR } from "../accounts/rules";
import { drawAnswers } from "./answer-model";
import { addDemoActions } from "./demo-actions";
import { addDemoFeedback } from "./demo-feedback";
import { addDemoWritings } from "./demo-writings";
import type { PlannedGroup } from "./plan";
import {
  DEMO_BACKUP_RETENTION_DAYS,
  DEMO_USERS,
  demoAreas,
  demoInstitutions,
  planEditors,
  planGroups,
  planRounds,
} from "./plan";
import type { Chance } from "./random";
import { seededChance } from "./random";

export interface DemoAccess {
  readonly leader: { readonly name: string; readonly password: string; readonly institutionName: string };
  readonly administrator: { readonly name: string; readonly password: string };
  readonly editor: { readonly name: string; readonly password: string };
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
  /** Which it is of all rounds: 0 is the first. */
  readonly at: number;
  readonly groups: readonly PlannedGroup[];
  readonly chance: Chance;
  readonly signal?: AbortSignal;
}

type Drawn = Pick<Submission, "locale" | "mode" | "helper" | "answers" | "nonAnswers">;

function drawOne({ application, round, at, chance }: Answering, { group, effects }: PlannedGroup): Drawn {
  const scoringKey = application.library.scoringKey(round.survey, round.surveyVersion, group.band);
  return {
    locale: chance.isTrue(0.96) ? "da" : "en",
    mode: "solo",
    helper: group.band === "3-5" && chance.isTrue(0.3) ? "read" : "none",
    ...drawAnswers(scoringKey, { effects, round: at }, chance),
  };
}

/** Answers of a round that is over: put where intake would have put them, without cards that nobody holds. */
async function answerLongAgo(answering: Answering): Promise<number> {
  const { application, round, groups, chance, signal } = answering;
  let heard = 0;
  for (const planned of groups) {
    signal?.throwIfAborted();
    const { id: group, institutionId: institution, band, childCount } = planned.group;
    const drawn = Array.from({ length: childCount }, () => planned)
      .filter(({ turnout }) => chance.isTrue(turnout))
      .map((one) => drawOne(answering, one));
    const of = { round: round.id, institution, band };
    await application.stores.responses.insertAll(
      drawn.map(({ helper, answers, nonAnswers }) => ({ _id: newId(), ...of, group, helper, answers, nonAnswers })),
    );
    const english = drawn.filter(({ locale }) => locale === "en").length;
    const counts = { locales: { da: drawn.length - english, en: english }, modes: { solo: drawn.length } };
    await application.stores.tallies.add(of, counts);
    heard += drawn.length;
  }
  return heard;
}

async function answerNow(answering: Answering): Promise<number> {
  const { application, round, groups, chance, signal } = answering;
  const submissions: Submission[] = [];
  for (const planned of groups) {
    signal?.throwIfAborted();
    const { group, turnout } = planned;
    const keys = await application.services.rounds.issueKeys(OPERATOR, round.id, group.id, group.childCount);
    for (const { secret } of keys)
      if (chance.isTrue(turnout * OPEN_ROUND_PART))
        submissions.push({ round: round.id, key: secret, band: group.band, ...drawOne(answering, planned) });
  }
  await inParallel(submissions, signal, (submission) =>
    application.services.responses.submit(newId(), submission, { address: "demo" }),
  );
  return submissions.length;
}

type Person = Omit<NewUser, "password" | "institutionIds"> & Partial<Pick<NewUser, "institutionIds">>;

/** With a password that is drawn. */
async function addPerson({ services }: Application, { institutionIds = [], ...person }: Person): Promise<string> {
  const password = newPassword();
  await services.accounts.addUser({ ...person, institutionIds, password });
  return password;
}

async function addPeople(application: Application, editorPassword: string): Promise<DemoAccess> {
  const { leader, administrator } = DEMO_USERS;
  const institution = demoInstitutions.find(({ id }) => id === LEADER_INSTITUTION);
  const bo: Person = { name: leader, displayName: "Bo Leder", role: "leader", institutionIds: [LEADER_INSTITUTION] };
  const anne: Person = { name: administrator, displayName: "Anne Administrator", role: "administrator" };
  return {
    leader: {
      name: leader,
      password: await addPerson(application, bo),
      institutionName: institution?.name ?? "",
    },
    administrator: { name: administrator, password: await addPerson(application, anne) },
    editor: { name: DEMO_USERS.editor, password: editorPassword },
  };
}

/** The deputy's password is told to nobody: `lyt user password` gives another. */
async function addEditors(application: Application): Promise<{ pairs: EditorPair[]; editorPassword: string }> {
  const { editor, deputy } = DEMO_USERS;
  const editorPassword = await addPerson(application, { name: editor, displayName: "Karen Redaktør", role: "editor" });
  await addPerson(application, { name: deputy, displayName: "Otto Stedfortræder", role: "editor" });
  const ids = new Map(
    (await application.stores.accounts.listPeopleNamed([editor, deputy])).map(({ name, id }) => [name, id]),
  );
  return { pairs: planEditors(ids.get(editor) ?? "", ids.get(deputy) ?? ""), editorPassword };
}

/** With a code for each institution, as a draft gets them. */
async function insertRound({ stores }: Application, round: Round): Promise<void> {
  await stores.rounds.insert(round);
  await stores.resultCodes.insertNew(
    demoInstitutions.map(({ id }) => ({ _id: newResultCode(), round: round.id, institution: id })),
  );
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
    groups.map(({ group }) => group),
  );
  const { pairs: editors, editorPassword } = await addEditors(application);
  for (const [number, round] of rounds.sealed.entries()) {
    await insertRound(application, { ...round, editors });
    const heard = await answerLongAgo({ application, round, at: number, groups, chance, signal });
    signal?.throwIfAborted();
    onProgress(`  ${round.title.da}: ${heard} invented children have answered; sealing …`);
    await stores.rounds.move(round.id, ["open"], "closed", { closedAt: round.closesAt });
    const after = at({ now: () => addDays(round.closesAt, round.graceDays + 1) });
    await after.services.rounds.seal(OPERATOR, round.id, { isEarlyAccepted: false });
  }
  await insertRound(application, { ...rounds.open, editors });
  const number = rounds.sealed.length;
  const heard = await answerNow({ application, round: rounds.open, at: number, groups, chance, signal });
  onProgress(`  ${rounds.open.title.da}: open, ${heard} have answered so far.`);
  const lastSealed = rounds.sealed.at(-1);
  if (lastSealed) await addDemoWritings(application, { open: rounds.open, sealed: lastSealed }, now);
  const access = await addPeople(application, editorPassword);
  await addDemoActions(application, now);
  await addDemoFeedback(application, rounds.sealed);
  await stores.organisation.saveMunicipality({
    name: "Lindby Kommune (opdigtet)",
    isInvented: true,
    backupRetentionDays: DEMO_BACKUP_RETENTION_DAYS,
    voiceOrder: "device-first",
  });
  return access;
}
