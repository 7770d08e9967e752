/**
 * A municipality's institutions and groups: brought in through the door as a browser does it, how long and how much memory, and
 * the pages afterwards. One process, embedded store.
 */
import { rm } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { Figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { figure, quantile } from "@lyt-hoejt/embedded-store/bench/figure";
import { rssAnonMb } from "@lyt-hoejt/embedded-store/bench/rss-anon";
import { partsOf } from "../../app/components/organisation/import/make-rows";
import { urls } from "../../app/urls";
import type { ImportRow } from "../../server/organisation/contract";
import { settleFolder } from "../support/data-folder";
import type { ServerProcess } from "../support/server-process";
import { startProcess } from "../support/server-process";
import { cookieOf } from "../support/sign-in";

const INSTITUTIONS = 500;
const GROUPS = 10;
const VISITS = 150;
const WARM = 20;

const rowsOf = (children: number): ImportRow[] =>
  Array.from({ length: INSTITUTIONS * GROUPS }, (_, at) => {
    const n = Math.floor(at / GROUPS);
    const cells = {
      area: `Område ${n % 12}`,
      name: `Institution nummer ${n} på Åvej`,
      number: String(101_000 + n),
      kinds: n % 3 === 0 ? "dagtilbud" : "skole, sfo",
      group: `${at % GROUPS}. ${"ABCD"[n % 4]}`,
      childCount: String(children),
    };
    return { row: at + 2, cells };
  });

interface Answer {
  readonly done?: number;
  readonly of?: number;
  readonly report?: { readonly writes: number };
}

async function importAll({ url }: ServerProcess, cookie: string, children: number): Promise<number> {
  const id = String(children).padStart(32, "0");
  const step = async (given: object): Promise<Answer> => {
    const response = await fetch(url + urls.importStep(), {
      method: "POST",
      body: JSON.stringify({ id, ...given }),
      headers: { cookie, "Content-Type": "application/json" },
    });
    if (!response.ok) throw new Error(`A step of the import answers ${response.status}.`);
    return (await response.json()) as Answer;
  };
  const startedAt = performance.now();
  const parts = partsOf(rowsOf(children));
  await step({ do: "begin" });
  for (const [number, rows] of parts.entries()) await step({ do: "part", number, rows });
  const { report } = await step({ do: "plan", parts: parts.length });
  if (!report || report.writes < INSTITUTIONS * GROUPS) throw new Error("The import would not do what it should.");
  for (let isWhole = false; !isWhole; ) {
    const { done = 0, of = 0 } = await step({ do: "stage" });
    isWhole = done >= of;
  }
  await step({ do: "switch" });
  while (((await step({ do: "fold" })).done ?? 0) > 0);
  return (performance.now() - startedAt) / 1000;
}

async function visit({ url }: ServerProcess, cookie: string, path: string): Promise<number> {
  const took: number[] = [];
  for (let at = 0; at < VISITS + WARM; at += 1) {
    const startedAt = performance.now();
    const page = await fetch(url + path, { headers: { cookie } });
    await page.text();
    if (page.status !== 200) throw new Error(`${path} answers ${page.status}.`);
    if (at >= WARM) took.push(performance.now() - startedAt);
  }
  return quantile(took, 0.95);
}

export async function measurePeople(): Promise<Figure[]> {
  const folder = await settleFolder();
  const server = await startProcess(["build/server/start.js"], { DATA_DIR: folder, DEMO: "no", LOG_LEVEL: "error" });
  const cookie = await cookieOf(server.url, "anne");
  await visit(server, cookie, urls.institutions());
  await wait(2000);
  const idle = await rssAnonMb(server.pid);
  let most = idle;
  const watch = setInterval(() => void rssAnonMb(server.pid).then((now) => (most = Math.max(most, now))), 100);
  const first = await importAll(server, cookie, 20);
  const again = await importAll(server, cookie, 21);
  clearInterval(watch);
  const of = `${INSTITUTIONS} institutions and ${INSTITUTIONS * GROUPS} groups`;
  const figures = [
    figure("people", `import of ${of}`, first, "s", { atMost: 10 }),
    figure("people", `the same again, every group changed`, again, "s", { atMost: 10 }),
    figure("people", "memory above idle while importing", most - idle, "MB RssAnon", { atMost: 150 }),
  ];
  const pages = {
    "all institutions": urls.institutions(),
    "institutions searched for": `${urls.institutions()}?q=nummer+49`,
    "one institution": urls.institution("eg"),
    "new school year": urls.schoolYear(),
    rounds: "/admin",
    results: urls.results(),
  };
  for (const [name, path] of Object.entries(pages))
    figures.push(
      figure("people", `page with ${of}: ${name}, slowest twentieth`, await visit(server, cookie, path), "ms", {
        atMost: 150,
      }),
    );
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  return figures;
}
