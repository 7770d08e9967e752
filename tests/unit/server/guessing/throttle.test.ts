/** Counting attempts: never more misses than are allowed, however they overlap; nobody waits for ever. */
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { attempt, createAttempts } from "../../../../server/guessing/throttle";
import { movableClock } from "../../../support/movable-clock";

afterEach(() => {
  vi.useRealTimers();
});

const START = "2026-03-10T09:00:00Z";
const patience = { free: 5, step: 2, firstPauseMs: 60_000, longestPauseMs: 240_000, forgetAfterMs: 3_600_000 };
class Miss extends Error {}
const isMiss = (error: unknown) => error instanceof Miss;

/** Resolves after some turns of the event loop. */
async function later(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

it("lets no more misses through than are free, in whatever order attempts begin and end", async () => {
  const tries = fc.array(fc.record({ isRight: fc.boolean(), turns: fc.nat(4) }), { minLength: 1, maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(tries, async (list) => {
      const attempts = createAttempts(patience, movableClock(START));
      let [misses, most, underWay] = [0, 0, 0];
      const results = await Promise.allSettled(
        list.map(({ isRight, turns }) =>
          attempt(
            [[attempts, "door"]],
            async () => {
              underWay += 1;
              most = Math.max(most, underWay + misses);
              await later(turns);
              underWay -= 1;
              if (isRight) return;
              misses += 1;
              throw new Miss();
            },
            { isMiss },
          ),
        ),
      );
      expect(misses).toBeLessThanOrEqual(patience.free);
      expect(most).toBeLessThanOrEqual(patience.free);
      const right = list.filter(({ isRight }) => isRight).length;
      if (list.length - right < patience.free)
        expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(right);
    }),
    { numRuns: 60 },
  );
});

it("forgets everything after a while without a miss, and nothing before", async () => {
  const clock = movableClock(START);
  const attempts = createAttempts(patience, clock);
  for (let number = 0; number < 4; number += 1) {
    attempts.begin("door");
    attempts.miss("door");
  }
  clock.set("2026-03-10T10:00:00Z");
  attempts.begin("door");
  attempts.miss("door");
  expect(attempts.pausedMs("door")).toBe(60_000);
  clock.set("2026-03-10T11:01:01Z");
  attempts.begin("door");
  attempts.miss("door");
  expect(attempts.pausedMs("door")).toBe(0);
});

it("an attempt that hangs blocks nobody for longer than half a minute, and counts for nothing", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const attempts = createAttempts(patience, movableClock(START));
  const hang = () => attempt([[attempts, "door"]], () => new Promise<never>(() => {}), { isMiss });
  for (let number = 0; number < patience.free; number += 1) void hang();
  const next = attempt([[attempts, "door"]], async () => "in", { isMiss });
  await later(2);
  vi.advanceTimersByTime(30_000);
  expect(await next).toBe("in");
  expect(attempts.pausedMs("door")).toBe(0);
});

it("whoever waits is let in when an administrator opens the door", async () => {
  const attempts = createAttempts(patience, movableClock(START));
  const hang = () => attempt([[attempts, "door"]], () => new Promise<never>(() => {}), { isMiss });
  for (let number = 0; number < patience.free; number += 1) void hang();
  const next = attempt([[attempts, "door"]], async () => "in", { isMiss });
  await later(2);
  attempts.forget((name) => name === "door");
  expect(await next).toBe("in");
});

it("remembers a bounded number of names: of many more the oldest are forgotten", () => {
  const clock = movableClock(START);
  const attempts = createAttempts({ ...patience, free: 1 }, clock);
  const names = Array.from({ length: 50_010 }, (_, at) => `name ${at}`);
  for (const name of names) {
    attempts.begin(name);
    attempts.miss(name);
  }
  expect(attempts.listPaused()).toHaveLength(50_000);
  expect(attempts.pausedMs("name 0")).toBe(0);
  expect(attempts.pausedMs("name 50009")).toBeGreaterThan(0);
});
