/** Five hundred silent clients, and twenty that ask for gigabytes and do not read. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { askAndNotRead, besideSilent } from "../faults/beside-slow";
import { scaled } from "../faults/scaled";

const SILENT = scaled(500);
const UNREAD = scaled(20);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-slow-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it(`serves a normal client beside ${SILENT} silent ones, and lets them all go at its end`, async () => {
  await besideSilent(folder, { clients: SILENT, rounds: scaled(10_000) });
});

it(`keeps no more than a little of what ${UNREAD} clients ask for and do not read`, async () => {
  expect(await askAndNotRead(folder, { clients: UNREAD, requests: 20 })).toBe("bounded");
});
