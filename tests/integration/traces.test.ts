/** The files of the embedded store after sealing. */
import { readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { settleFolder, withFolder } from "../support/data-folder";
import { aSubmission, freshId, issueKeys } from "../support/submissions";

it("leaves nothing on disk that leads from a key or an id to an answer", async () => {
  const folder = await settleFolder();
  const traces: string[] = [];
  await withFolder(folder, async ({ application, database }) => {
    for (const { secret } of await issueKeys(application, "eg-1a", 20)) {
      const id = freshId();
      traces.push(id);
      await application.services.responses.submit(id, aSubmission(application, secret), { address: "" });
    }
    traces.push((await application.stores.keys.findSecret("forar"))?.secret ?? "none");
    const keys = await database.main.collection("keys").find({}).toArray();
    traces.push(...keys.map(({ _id }) => String(_id)));
    await application.services.rounds.close(OPERATOR, "forar");
    await application.services.rounds.seal(OPERATOR, "forar", { isEarlyAccepted: true });
  });
  const files = (await readdir(join(folder, "store"), { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  const bytes = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))));
  expect(traces.length).toBe(41);
  for (const trace of traces)
    expect(
      bytes.some((file) => file.includes(trace)),
      trace,
    ).toBe(false);
  await rm(folder, { recursive: true, force: true });
});
