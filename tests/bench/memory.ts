/** Resident memory of a server at rest after loading the demo, without the store's mapped pages (RssAnon). */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { rssAnonMb } from "@lyt-hoejt/embedded-store/bench/rss-anon";
import { startProcess } from "../support/server-process";

/** V8 gives back what the load left behind after some twenty seconds without work. */
const REST_MS = 30_000;

export async function measureMemory(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "lyt-bench-"));
  const env = { DATA_DIR: folder, DEMO: "yes", LOG_LEVEL: "error" };
  const first = await startProcess(["build/server/start.js"], env, "/");
  await wait(REST_MS);
  const atRest = await rssAnonMb(first.pid);
  await first.stop();
  const second = await startProcess(["build/server/start.js"], env, "/");
  await wait(REST_MS);
  const again = await rssAnonMb(second.pid);
  await second.stop();
  const bare = await startProcess(["build/server/bench.js", "--bare-server", folder], {});
  const reference = await rssAnonMb(bare.pid);
  await bare.stop();
  await rm(folder, { recursive: true, force: true });
  return [
    figure("memory", "at rest after the demo load", atRest, "MB RssAnon", { atMost: 220 }),
    figure("memory", "at rest after a second start", again, "MB RssAnon", { atMost: 220 }),
    figure("memory", "reference: bare server", reference, "MB RssAnon"),
    figure("memory", "ratio to the reference", atRest / reference, "×"),
    figure("memory", "second start to the first 200", second.startedInMs / 1000, "s", { atMost: 3 }),
  ];
}
