/** A quotation is shown with the release of ten answers, and taken back at once; sealing leaves nothing that was read. */
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { otherServer } from "@lyt-hoejt/embedded-store/interop/other-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { backUp } from "../../server/database/backup";
import { cookieOf, postForm } from "../support/sign-in";
import { READ_ROUND, startReadingSite } from "../support/reading-site";
import type { ReadingSite } from "../support/reading-site";

const ORIGINAL = "KANARIE-oprindelig Ib skal tie";
const QUOTED = "KANARIE-citat Nogen skal tie";

let here: ReadingSite;
beforeAll(async () => {
  here = await startReadingSite("2026-03-13T12:00:00Z");
});
afterAll(() => here.site.close());

const room = () => here.site.application.services.readingRoom;
const leaderPage = async (path = `/leder/eg/${READ_ROUND}`) =>
  (await fetch(here.site.url + path, { headers: { cookie: await cookieOf(here.site.url, "bo") } })).text();

async function read(text: string, deeds: readonly ("fine" | "worry" | "quote")[]): Promise<string> {
  await here.write(text);
  const id = await here.idOf(text);
  for (const [version, deed] of deeds.entries()) await room().act(await here.actor("karen"), id, { do: deed, version });
  return id;
}

/** Everything that is in the main database, by collection. */
async function placesOf(words: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of (await here.site.database.main.listCollections()) as { name: string }[])
    if ((await here.stored(name)).includes(words)) found.push(name);
  return found.sort();
}

const seal = async () => {
  await here.site.application.services.rounds.close(OPERATOR, READ_ROUND);
  await here.site.application.services.rounds.seal(OPERATOR, READ_ROUND, { isEarlyAccepted: true });
};

it("is shown cleansed and from ten answers on, and taken back leaves a new edition and no trace", async () => {
  await here.write(ORIGINAL);
  const id = await here.idOf(ORIGINAL);
  const karen = await here.actor("karen");
  for (const text of ["", "x".repeat(501)])
    await expect(room().act(karen, id, { do: "cleanse", version: 0, text })).rejects.toMatchObject({ status: 422 });
  await room().act(karen, id, { do: "cleanse", version: 0, text: QUOTED });
  await room().act(karen, id, { do: "quote", version: 1, checked: "yes" });
  expect(await placesOf(ORIGINAL)).toEqual([]);
  expect(await placesOf(QUOTED)).toEqual(["quotations"]);
  for (let count = 0; count < 11; count += 1) await read(`KANARIE-læst-${count}`, ["fine"]);
  const waiting = await read("KANARIE-ulæst", []);
  const worrying = await read("KANARIE-bekymrer", ["worry"]);
  await seal();

  const page = await leaderPage();
  expect(page).toContain(QUOTED);
  expect(page).toContain("Udgave 1.");
  for (const hidden of [ORIGINAL, "KANARIE-ulæst", "KANARIE-bekymrer", "KANARIE-læst"])
    expect(page).not.toContain(hidden);
  // A promise of anonymity waits for the last of what was written.
  expect(page).toContain("Fortroligt");
  expect(await placesOf("KANARIE-læst")).toEqual([]);
  const left = await here.site.database.main.collection("writings").find({}).toArray();
  expect(left.map(({ _id, state }) => [String(_id), state as string]).sort()).toEqual(
    [
      [waiting, "waiting"],
      [worrying, "worrying"],
    ].sort(),
  );
  for (const path of ["csv", "xlsx"])
    expect(await leaderPage(`/leder/eg/${READ_ROUND}/udtraek.${path}`)).not.toContain("KANARIE");

  const cookie = await cookieOf(here.site.url, "otto");
  const back = await postForm(`${here.site.url}/laeserum`, { do: "back", id }, cookie);
  expect(back.status).toBe(303);
  expect(await leaderPage()).not.toContain(QUOTED);
  expect(await placesOf(QUOTED)).toEqual([]);
  const [edition] = await here.site.database.main.collection("quotations").find({}).toArray();
  expect(edition).toMatchObject({ version: 2, quotations: [] });
  expect((await postForm(`${here.site.url}/laeserum`, { do: "back", id }, cookie)).status).toBe(404);

  await room().act(karen, waiting, { do: "fine", version: 0 });
  await room().act(karen, worrying, { do: "done", version: 1, done: ["report"] });
  expect(await placesOf("KANARIE")).toEqual([]);
});

async function bytesIn(folder: string): Promise<Buffer[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(found.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name))));
}

it("leaves no byte of it in a backup made then, nor in the store's own files", async () => {
  const backup = join(await mkdtemp(join(tmpdir(), "lyt-words-")), "backup");
  await backUp(here.site.database, backup);
  const files = [
    ...(await bytesIn(backup)),
    ...(otherServer.url ? [] : await bytesIn(join(here.site.folder, "store"))),
  ];
  expect(files.some((bytes) => bytes.includes(READ_ROUND))).toBe(true);
  expect(files.some((bytes) => bytes.includes("KANARIE"))).toBe(false);
  await rm(join(backup, ".."), { recursive: true, force: true });
});
