/** Clients that send half a message, or nothing, or do not read: others do not notice, and memory stays bounded. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { askAndNotRead, besideSilent } from "./faults/beside-slow";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-slow-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("serves a normal client beside two hundred silent ones, and lets them all go at its end", async () => {
  await besideSilent(folder, { clients: 200, rounds: 400 });
});

it("keeps no more than a little of what clients ask for and do not read", async () => {
  expect(await askAndNotRead(folder, { clients: 4, requests: 25 })).toBe("bounded");
});
