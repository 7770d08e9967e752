/**
 * Makes the data folder and the backup that later versions are tried on: `npx tsx tests/cases/old-data/make-old-data.ts
 * <new folder>`, run at the commit whose data are to be kept. Everything goes through the real server on loopback, on a
 * clock of March 2026; README.md says what is in it.
 */
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { OPERATOR } from "#server/accounts/rules";
import { backUp } from "#server/database/backup";
import { hashedText } from "#server/keys/rules";
import type { IssuedKey } from "#server/keys/service";
import { CURRENT_SHAPE } from "#server/database/shape";
import { readSettings } from "#server/lib/env";
import { hmac } from "#server/lib/ids";
import { createLogger } from "#server/observability/logger";
import { runServer } from "#server/run-server";
import type { RunningServer } from "#server/run-server";
import type { Round } from "#server/rounds/contract";
import { roundWindow } from "#server/rounds/window";
import { movableClock } from "#tests/support/movable-clock";
import { PASSWORD, aRound, groups, settleMunicipality } from "#tests/support/small-municipality";
import { aSubmission, answersFor, freshId, put } from "#tests/support/submissions";
import { startOf } from "#surveys/paper/calendar";
import type { UnitTable } from "#surveys/results/table";
import type { FormName } from "#surveys/paper/form";

const NOW = "2026-03-10T12:00:00.000Z";
const clock = movableClock("2026-01-12T12:00:00Z");

const aRoundOf = (id: string, da: string, en: string, [first, last, due]: readonly [string, string, string]): Round =>
  aRound({ id, title: { da, en }, ...roundWindow(first, last), feedbackDueAt: startOf(due) });

const winter = aRoundOf("vinter", "Vinter", "Winter", ["2026-01-12", "2026-01-23", "2026-02-20"]);
const stopped = aRoundOf("stoppet", "Stoppet", "Stopped", ["2026-02-23", "2026-03-20", "2026-04-10"]);
const spring = aRoundOf("forar", "Forår", "Spring", ["2026-03-02", "2026-03-20", "2026-04-20"]);
const summer = aRound({ id: "sommer", title: { da: "Sommer", en: "Summer" } });

const bandOf = (group: string): FormName => groups.find(({ id }) => id === group)?.band ?? "6-9";

async function answer(server: RunningServer, round: string, group: string, key: IssuedKey, at: number) {
  const id = freshId();
  const band = bandOf(group);
  const answers = answersFor(server.application, band, (choices) => (at * 7 + (at % 3)) % choices);
  const changes = { round, band, answers, helper: at % 5 === 0 ? "read" : "none" } as const;
  const response = await put(server.url, id, aSubmission(server.application, key.secret, changes));
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return { id, ...((await response.json()) as { receipt: string }) };
}

const issue = (server: RunningServer, round: string, group: string, count: number) =>
  server.application.services.rounds.issueKeys(OPERATOR, round, group, count);

async function answerAll(server: RunningServer, round: string, counts: Readonly<Record<string, number>>) {
  for (const [group, count] of Object.entries(counts))
    for (const [at, key] of (await issue(server, round, group, count)).entries())
      await answer(server, round, group, key, at);
}

async function sealed(server: RunningServer, id: string): Promise<boolean> {
  await server.application.services.rounds.tick();
  return (await server.application.stores.rounds.find(id))?.state === "sealed";
}

async function open(server: RunningServer, round: Round) {
  await server.application.stores.rounds.insert(round);
  await server.application.services.rounds.open(OPERATOR, round.id);
}

const pepper = async () => (await readFile(join(dataDir, "pepper"), "utf8")).trim();

/** A card whose device has claimed it, and whose answer did not come. */
async function claimCard({ application, database }: RunningServer, round: Round, { secret }: IssuedKey) {
  const responseId = freshId();
  const stored = await database.secrets.collection("roundSecrets").findOne({ _id: round.id as never });
  const card = hmac(await pepper(), hashedText({ kind: "card", secret }));
  const claimed = await application.stores.keys.claim(card, hmac(String(stored?.["secret"]), responseId));
  if (!claimed) throw new Error("The card could not be claimed.");
  return { secret, responseId };
}

async function fill(server: RunningServer) {
  await settleMunicipality(server.application, winter);
  await answerAll(server, winter.id, { "eg-1a": 26, "eg-sfo": 2, "birk-rod": 19 });
  clock.set("2026-01-27T08:00:00Z");
  while (!(await sealed(server, winter.id))) await wait(100);
  clock.set("2026-03-03T09:00:00Z");
  await open(server, stopped);
  await open(server, spring);
  await server.application.stores.rounds.insert(summer);
  await answerAll(server, stopped.id, { "eg-1a": 11 });
  const late = await issue(server, stopped.id, "eg-1a", 1);
  await answerAll(server, spring.id, { "eg-1a": 20, "birk-rod": 13 });
  const cards = await issue(server, spring.id, "eg-1a", 6);
  const young = await issue(server, spring.id, "birk-rod", 3);
  const spent = await answer(server, spring.id, "eg-1a", cards[0]!, 1);
  const claimed = await claimCard(server, spring, cards[1]!);
  clock.set(NOW);
  await server.application.services.rounds.close(OPERATOR, stopped.id);
  await server.application.services.rounds.listOverviews(OPERATOR);
  const { token } = await server.application.services.accounts.signIn({
    name: "anne",
    password: PASSWORD,
    address: "old-data",
  });
  return { late: late[0], spent: { ...cards[0], ...spent }, claimed, free: cards.slice(2), young, session: token };
}

const participantsOf = (tables: readonly UnitTable[]): number =>
  tables.flatMap(({ leaves }) => leaves).reduce((sum, { participants }) => sum + participants, 0);

async function factsOf({ application, database }: RunningServer) {
  const { services, stores } = application;
  const releases = [];
  for (const institution of ["eg", "birk"])
    releases.push((await services.releases.getRelease(OPERATOR, institution, winter.id, "da")).release);
  const counts: Record<string, number> = {};
  for (const { name } of await database.main.listCollections())
    counts[name] = await database.main.collection(name).countDocuments();
  return {
    counts,
    releases: releases.map(({ institutionId, participants, hash }) => ({
      institution: institutionId,
      participants,
      hash,
    })),
    participants: participantsOf(await stores.tables.listTables(winter.id)),
  };
}

async function pack(folder: string, into: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const target = join(into, path.slice(folder.length + 1));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(`${target}.gz`, gzipSync(await readFile(path), { level: 9 }));
  }
}

const out = resolve(process.argv[2] ?? "");
if (!process.argv[2]) throw new Error("Name a new folder.");
const dataDir = join(out, "data");
await mkdir(out);
const settings = readSettings({ DATA_DIR: dataDir, DEMO: "no", PORT: "0", LOG_LEVEL: "silent", HOST: "127.0.0.1" });
const server = await runServer({ settings, logger: createLogger("silent"), clock });
const keys = await fill(server);
const facts = await factsOf(server);
await backUp(server.database, join(out, "backup"));
await server.close();
await pack(dataDir, join(out, "packed/folder"));
await pack(join(out, "backup"), join(out, "packed/backup"));
await writeFile(
  join(out, "packed", "facts.json"),
  `${JSON.stringify({ now: NOW, shape: CURRENT_SHAPE, ...facts, keys }, null, 2)}\n`,
);
