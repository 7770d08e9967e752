/** What runs by itself: of several processes one does it, whatever their clocks say, and what a dead one had goes on. */
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isSurelyGone, processMark } from "../../server/database/claims";
import type { Job, JobRun, JobService } from "../../server/jobs/service";
import { createJobService } from "../../server/jobs/service";
import type { JobStore } from "../../server/jobs/store";
import { actAs } from "../support/act-as";
import { movableClock } from "../support/movable-clock";
import { cookieOf } from "../support/sign-in";
import { shownHtml } from "../support/shown-html";
import { startSite } from "../support/site";
import type { Site } from "../support/site";

let site: Site;
let store: JobStore;
const START = "2026-03-10T09:00:00Z";
const at = (minutes: number) => new Date(new Date(START).getTime() + minutes * 60_000);

beforeAll(async () => {
  site = await startSite();
  store = site.application.stores.jobs;
});
afterAll(() => site.close());

const documents = () => site.database.main.collection<{ _id: string; holder?: string }>("jobs");
beforeEach(() => documents().deleteMany({}));

interface Process {
  readonly service: JobService;
  readonly clock: ReturnType<typeof movableClock>;
}

/** A process of its own mark and clock, with one job. */
function processOf(mark: string, run: (run: JobRun) => Promise<number | void>, minutesAhead = 0): Process {
  const clock = movableClock(at(minutesAhead).toISOString());
  const jobs: readonly Job[] = [{ name: "rounds.tick", schedule: { everyMs: 60_000 }, run }];
  return { clock, service: createJobService({ store, clock, jobs, mark, isSurelyGone, onFault: () => undefined }) };
}

describe("two processes on one database", () => {
  it("do each job once, however often both look", async () => {
    let done = 0;
    const act = async () => void (done += 1);
    const [one, other] = [processOf("one", act), processOf("other", act)];
    for (let minute = 0; minute < 10; minute += 1) {
      for (const { clock } of [one, other]) clock.set(at(minute));
      await Promise.all([one, other, one, other].map(({ service }) => service.runDue()));
    }
    expect(done).toBe(10);
  });

  it.each([-2, 2])("leave what one is at to it, also where the other's clock is %i minutes off", async (ahead) => {
    let isOver: () => void = () => undefined;
    const working = new Promise<void>((resolve) => (isOver = resolve));
    let done = 0;
    const slow = processOf("slow", async () => {
      done += 1;
      await working;
    });
    const eager = processOf("eager", async () => void (done += 1), ahead);
    const run = slow.service.runDue();
    while ((await documents().findOne({ _id: "rounds.tick" }))?.holder !== "slow")
      await new Promise((resolve) => setImmediate(resolve));
    // The slow one says every half a minute that it goes on.
    for (let half = 1; half < 30; half += 1) {
      const now = at(half / 2);
      await store.renew("rounds.tick", "slow", new Date(now.getTime() + 5 * 60_000));
      eager.clock.set(new Date(now.getTime() + ahead * 60_000));
      await eager.service.runDue();
    }
    expect(done).toBe(1);
    isOver();
    await run;
  });
});

describe("what a process had that was killed", () => {
  /** Of a process of this machine that has ended. */
  function goneMark(): string {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    const parts = processMark.split(" ");
    return [...parts.slice(0, -2), pid, "gone"].join(" ");
  }

  async function left(mark: string): Promise<void> {
    await store.add("rounds.tick", at(0));
    await store.take(["rounds.tick"], mark, at(0), at(5));
    await store.keepCursor("rounds.tick", mark, "half");
  }

  it("is taken over at once on the same machine, goes on where it was, and says so", async () => {
    await left(goneMark());
    let seen: string | undefined;
    const next = processOf(processMark, async ({ cursor }) => {
      seen = cursor;
      return 3;
    });
    await next.service.runDue();
    expect(seen).toBe("half");
    const [line] = await next.service.list(await actAs(site.application, "anne"));
    expect(line?.runs.map(({ outcome, count }) => [outcome, count])).toEqual([
      ["done", 3],
      ["left", undefined],
    ]);
    expect(await documents().findOne({ _id: "rounds.tick" })).not.toHaveProperty("cursor");
  });

  it("waits for the end of its lease where nobody knows how it is elsewhere", async () => {
    await left("another machine 17 x");
    let done = 0;
    const next = processOf(processMark, async () => void (done += 1));
    next.clock.set(at(4.9));
    await next.service.runDue();
    expect(done).toBe(0);
    next.clock.set(at(5));
    await next.service.runDue();
    expect(done).toBe(1);
  });
});

it("a run that fails is told, and done again when it is due", async () => {
  let count = 0;
  const one = processOf("one", async () => {
    count += 1;
    if (count === 1) throw new Error("no");
  });
  await one.service.runDue();
  await one.service.runDue();
  expect(count).toBe(1);
  one.clock.set(at(1));
  await one.service.runDue();
  const [line] = await one.service.list(await actAs(site.application, "anne"));
  expect(line?.runs.map(({ outcome }) => outcome)).toEqual(["done", "failed"]);
});

describe("its page", () => {
  it.each([
    ["", ["Det, der kører af sig selv", "Runder", "hvert minut"]],
    ["?lang=en", ["What runs by itself", "Rounds", "every minute"]],
  ])("says what ran and what is next, to administrators (%s)", async (lang, words) => {
    await site.application.services.jobs.runDue();
    const get = async (name: string) =>
      fetch(`${site.url}/admin/job${lang}`, { headers: { cookie: await cookieOf(site.url, name) } });
    expect((await get("bo")).status).toBe(404);
    const html = (await shownHtml(await (await get("anne")).text())).replaceAll("<!-- -->", "");
    for (const word of words) expect(html).toContain(word);
  });

  it("says that nobody does it, when nobody has for a while", async () => {
    await site.application.services.jobs.runDue();
    site.clock.set(at(30));
    const cookie = await cookieOf(site.url, "anne");
    const page = await fetch(`${site.url}/admin/job`, { headers: { cookie } });
    site.clock.set(at(0));
    expect(await page.text()).toContain("Ingen har gjort det");
  });
});
