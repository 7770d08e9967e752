/**
 * The server is killed while an editor reads. Started again, every text waits whole, or was read and is gone, or stands once
 * as a quotation; and none was ever in a log or beside the round's secrets.
 */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import type { Application } from "../../server/services";
import { emptyFolder, folderEnv, withFolder } from "../support/data-folder";
import { settleEditors } from "../support/editors";
import { startProcess } from "../support/server-process";
import type { ServerProcess } from "../support/server-process";
import { PASSWORD, aRoundOfToday, settleMunicipality } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys } from "../support/submissions";

const CUTS = 20;
const TEXTS = Array.from({ length: 24 }, (_, index) => `KANARIE-${index}-slut`);
const ROUND = "ord";

async function settle({ application }: { application: Application }): Promise<void> {
  await settleMunicipality(application);
  await application.stores.organisation.insertGroups([
    { id: "eg-5a", institutionId: "eg", name: "5. A", band: "10-12", childCount: 30, code: "q123456789" },
  ]);
  const { karen, otto } = await settleEditors(application);
  const round = {
    ...aRoundOfToday(),
    id: ROUND,
    survey: "trivsel",
    surveyVersion: 2,
    groupIds: ["eg-5a"],
    institutionIds: ["eg"],
    readerRole: { da: "Trivselsvejlederen", en: "The counsellor" },
    editors: [{ language: "da", editor: karen, deputy: otto }] as const,
  };
  await application.stores.rounds.insert(round);
  await application.services.rounds.open(OPERATOR, ROUND);
  const keys = await issueKeys(application, "eg-5a", TEXTS.length, ROUND);
  for (const [index, { secret }] of keys.entries()) {
    const answers = { wish: TEXTS[index] ?? "" };
    const body = { ...aSubmission(application, secret), band: "10-12" as const, round: ROUND, answers };
    await application.services.responses.submit(freshId(), body, { address: "" });
  }
}

let settled: string;
let ids: readonly string[];
beforeAll(async () => {
  settled = await emptyFolder();
  await withFolder(settled, async (opened) => {
    await settle(opened);
    const open = await opened.application.stores.writings.listOpen([ROUND]);
    ids = open.map(({ id }) => id);
  });
  expect(ids).toHaveLength(TEXTS.length);
}, 120_000);
afterAll(() => rm(settled, { recursive: true, force: true }));

/** Reads one after the other, every second one as a quotation, until the server is gone. */
async function read({ url }: ServerProcess): Promise<void> {
  const signedIn = await fetch(`${url}/log-ind`, {
    method: "POST",
    body: new URLSearchParams({ name: "karen", password: PASSWORD }),
    redirect: "manual",
  });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  for (const [index, id] of ids.entries()) {
    const body = new URLSearchParams({ do: index % 2 === 0 ? "fine" : "quote", version: "0", checked: "yes" });
    const { status } = await fetch(`${url}/laeserum/${id}`, {
      method: "POST",
      body,
      headers: { cookie },
      redirect: "manual",
    });
    expect(status).toBe(303);
  }
}

it.each(Array.from({ length: CUTS }, (_, cut) => cut))("cut %i", async (cut) => {
  const parent = await mkdtemp(join(tmpdir(), "lyt-read-"));
  const folder = join(parent, "data");
  await cp(settled, folder, { recursive: true });
  const server = await startProcess(["build/server/start.js"], { ...folderEnv(folder), LOG_LEVEL: "debug" });
  const reading = read(server).catch(() => undefined);
  // Signing in takes the first of it.
  await wait(120 + cut * 15);
  await server.kill();
  await reading;
  expect(server.output()).not.toContain("KANARIE");

  await withFolder(folder, async ({ application, database: { main, secrets } }) => {
    await application.services.readingRoom.tick();
    const writings = await main.collection("writings").find({}).toArray();
    const shown = await application.stores.quotations.find({ round: ROUND, institution: "eg" });
    const quoted = (shown?.quotations ?? []).map(({ text }) => text);
    const waiting = writings.filter(({ state }) => state === "waiting").map(({ text }) => String(text));
    const gone = writings.filter(({ state }) => state === "read" || state === "quoted");
    expect(waiting.length + gone.length).toBe(TEXTS.length);
    expect(JSON.stringify(gone)).not.toContain("KANARIE");
    expect(quoted).toHaveLength(writings.filter(({ state }) => state === "quoted").length);
    expect(new Set([...waiting, ...quoted]).size).toBe(waiting.length + quoted.length);
    for (const text of [...waiting, ...quoted]) expect(TEXTS).toContain(text);
    for (const { name } of (await secrets.db?.listCollections().toArray()) ?? [])
      expect(JSON.stringify(await secrets.collection(name).find({}).toArray())).not.toContain("KANARIE");
  });
  await rm(parent, { recursive: true, force: true });
});
