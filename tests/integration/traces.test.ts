/** The files of the embedded store after sealing, and of a backup made then. */
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { settleFolder, withFolder } from "../support/data-folder";
import { lytJson } from "../support/lyt-process";
import { aSubmission, freshId, issueKeys } from "../support/submissions";

async function filesIn(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile());
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))));
}

it("leaves no answer, key, claim or secret of a sealed round on disk, nor in a backup made later", async () => {
  const folder = await settleFolder();
  // What every answer has, and nothing else: the name of a field.
  const traces = ["nonAnswers"];
  const found = async (trace: string) => (await filesIn(join(folder, "store"))).some((file) => file.includes(trace));
  await withFolder(folder, async ({ application, database }) => {
    for (const { secret } of await issueKeys(application, "eg-1a", 20)) {
      const id = freshId();
      traces.push(id);
      await application.services.responses.submit(id, aSubmission(application, secret), { address: "" });
    }
    traces.push((await application.stores.keys.findSecret("forar"))?.secret ?? "none");
    const keys = await database.main.collection("keys").find({}).toArray();
    traces.push(...keys.map(({ _id }) => String(_id)));
  });
  expect(traces.length).toBe(42);
  for (const trace of traces) expect(await found(trace), trace).toBe(true);
  await withFolder(folder, async ({ application }) => {
    await application.services.rounds.close(OPERATOR, "forar");
    await application.services.rounds.seal(OPERATOR, "forar", { isEarlyAccepted: true });
  });
  const backup = join(await mkdtemp(join(tmpdir(), "lyt-traces-")), "backup");
  await lytJson(folder, "backup", backup);
  const files = [...(await filesIn(join(folder, "store"))), ...(await filesIn(backup))];
  for (const trace of traces)
    expect(
      files.some((file) => file.includes(trace)),
      trace,
    ).toBe(false);
  for (const made of [folder, join(backup, "..")]) await rm(made, { recursive: true, force: true });
});
