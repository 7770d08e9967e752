/** The days of a round are the municipality's, wherever the machine of the server stands. */
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dayAt, daysLater } from "../../surveys/paper/calendar";
import { folderEnv, settleFolder, withFolder } from "../support/data-folder";
import { startProcess } from "../support/server-process";
import { issueKeys } from "../support/submissions";
import { cookieOf } from "../support/sign-in";

let folder: string;
beforeAll(async () => {
  folder = await settleFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const asWritten = (day: string) =>
  new Intl.DateTimeFormat("da-DK", { day: "numeric", month: "long", timeZone: "UTC" })
    .format(new Date(day))
    .replaceAll(" ", "\u00a0");

it.each(["America/Los_Angeles", "Pacific/Kiritimati"])("in %s", async (zone) => {
  const today = dayAt(new Date());
  const secret = await withFolder(folder, async ({ application }) => {
    const [key] = await issueKeys(application, "eg-1a", 1);
    return key?.secret ?? "";
  });
  const server = await startProcess(["build/server/start.js"], { ...folderEnv(folder), TZ: zone });
  const headers = { cookie: await cookieOf(server.url, "anne") };
  const pageOf = async (path: string) => (await fetch(server.url + path, { headers })).text();
  const [admin, leader, child] = [await pageOf("/admin"), await pageOf("/leder/eg"), await pageOf(`/svar/${secret}`)];
  await server.stop();
  const [first, last, answerDay] = [-1, 1, 9].map((days) => asWritten(daysLater(today, days)));
  expect(admin).toContain(`${first} – ${last}`);
  expect(admin).toContain(answerDay);
  expect(leader).toContain(`Åben til og med ${last}`);
  expect(child).toContain(answerDay);
});
