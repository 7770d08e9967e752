/** Two thousand spoiled messages: each is answered or ends its own connection, and nothing else changes. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fuzz } from "../faults/fuzz";
import { drawSeed, scaled } from "../faults/scaled";

const RUNS = scaled(2000);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-fuzz-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it(`answers ${RUNS} spoiled messages or ends their connections`, async () => {
  await expect(fuzz(folder, RUNS, drawSeed("spoiled messages"))).resolves.toBeUndefined();
});
