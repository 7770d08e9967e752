/**
 * Sealing a municipality's answers into tables and releases, and a leader's page afterwards: how long, how much memory, how
 * long everybody else waits, and whether it grows with the number of answers. One process, embedded store.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { Figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { figure, quantile } from "@lyt-hoejt/embedded-store/bench/figure";
import { daysLater, dayAt, startOf } from "#surveys/paper/calendar";
import { OPERATOR } from "../../server/accounts/rules";
import { drawAnswers } from "../../server/demo/answer-model";
import { seededChance } from "../../server/demo/random";
import { readSettings } from "../../server/lib/env";
import { newId } from "../../server/lib/ids";
import { createLogger } from "../../server/observability/logger";
import { openApplication } from "../../server/open-application";
import type { Application } from "../../server/services";
import { roundWindow } from "../../server/rounds/window";
import { THEMES } from "../../surveys/paper/paper";
import { PASSWORD, aRound, settleMunicipality } from "../support/small-municipality";
import { startProcess } from "../support/server-process";
import { measureSignals } from "./signals";

const SCHOOLS = 120;
const GROUPS = 18;
const SIZES = (process.env["LYT_BENCH_ANSWERS"] ?? "1000,10000,100000").split(",").map(Number);
const AT_ONCE = 2000;
const VISITS = 200;
const MB = 1024 * 1024;

const school = (n: number) => `skole-${n}`;
const groupId = (n: number, group: number) => `${school(n)}-${group}`;

const open = (dataDir: string) =>
  openApplication({ settings: readSettings({ DATA_DIR: dataDir }), logger: createLogger("silent") });

async function addSchools({ stores }: Application, answers: number): Promise<void> {
  const numbers = Array.from({ length: SCHOOLS }, (_, n) => n);
  await stores.organisation.insertInstitutions(
    numbers.map((n) => ({ id: school(n), name: `Skole ${n}`, kinds: ["skole"], areaId: "nord" })),
  );
  const childCount = Math.ceil((1.15 * answers) / (SCHOOLS * GROUPS));
  await stores.organisation.insertGroups(
    numbers.flatMap((n) =>
      Array.from({ length: GROUPS }, (_, group) => ({
        id: groupId(n, group),
        institutionId: school(n),
        name: `${group}. klasse`,
        band: "6-9" as const,
        childCount,
        code: newId().slice(0, 10),
      })),
    ),
  );
}

/** Some hundred answers as children give them, each of them given by many. */
function someAnswers({ library }: Application) {
  const chance = seededChance(7);
  const key = library.scoringKey("trivsel", 1, "6-9");
  const themes = Object.fromEntries(THEMES.map((theme) => [theme, 0])) as Record<(typeof THEMES)[number], number>;
  const effects = { institution: "", themes, group: 0 };
  return Array.from({ length: 500 }, () => drawAnswers(key, { effects, round: 0 }, chance));
}

async function answer(application: Application, round: string, answers: number): Promise<void> {
  const given = someAnswers(application);
  for (let from = 0; from < answers; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, answers - from) }, (_, at) => from + at);
    await application.stores.responses.insertAll(
      some.map((at) => ({
        _id: newId(),
        round,
        band: "6-9",
        institution: school(at % SCHOOLS),
        group: groupId(at % SCHOOLS, Math.floor(at / SCHOOLS) % GROUPS),
        helper: "none",
        ...(given[(at * 7) % given.length] ?? { answers: {}, nonAnswers: {} }),
      })),
    );
  }
}

interface Sealed {
  readonly answers: number;
  readonly seconds: number;
  readonly longestStopMs: number;
  readonly aboveIdleMb: number;
}

async function sealOne(application: Application, number: number, answers: number): Promise<Sealed> {
  const first = daysLater(dayAt(new Date()), -400 + number * 60);
  const groupIds = Array.from({ length: SCHOOLS * GROUPS }, (_, at) => groupId(Math.floor(at / GROUPS), at % GROUPS));
  const id = `runde-${number}`;
  const round = aRound({
    ...roundWindow(first, daysLater(first, 10)),
    id,
    groupIds,
    institutionIds: Array.from({ length: SCHOOLS }, (_, n) => school(n)),
    survey: "trivsel",
    surveyVersion: 1,
    resultsPer: "group",
    leaves: groupIds.map((group) => [group]),
    state: "open",
    feedbackDueAt: startOf(daysLater(first, 40)),
  });
  await application.stores.rounds.insert(round);
  await answer(application, id, answers);
  await application.stores.rounds.move(id, ["open"], "closed", { closedAt: round.closesAt });
  await wait(500);
  const idle = process.memoryUsage().rss;
  let most = idle;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  const stops = monitorEventLoopDelay({ resolution: 5 });
  stops.enable();
  const startedAt = performance.now();
  await application.services.rounds.seal(OPERATOR, id, { isEarlyAccepted: true });
  const seconds = (performance.now() - startedAt) / 1000;
  stops.disable();
  clearInterval(watch);
  return { answers, seconds, longestStopMs: stops.max / 1e6, aboveIdleMb: (most - idle) / MB };
}

async function visit(folder: string, round: string): Promise<{ p95Ms: number; bytes: number }> {
  const server = await startProcess(["build/server/start.js"], { DATA_DIR: folder, DEMO: "no", LOG_LEVEL: "error" });
  const signedIn = await fetch(`${server.url}/log-ind`, {
    method: "POST",
    body: new URLSearchParams({ name: "anne", password: PASSWORD }),
    redirect: "manual",
  });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const took: number[] = [];
  let bytes = 0;
  for (let at = 0; at < VISITS + 20; at += 1) {
    const startedAt = performance.now();
    const page = await fetch(`${server.url}/leder/${school(at % SCHOOLS)}/${round}`, { headers: { cookie } });
    bytes = (await page.text()).length;
    if (page.status !== 200) throw new Error(`The leader's page answers ${page.status}.`);
    if (at >= 20) took.push(performance.now() - startedAt);
  }
  await server.stop();
  return { p95Ms: quantile(took, 0.95), bytes };
}

/** How the time grows: 1 is in proportion to the answers. */
const exponent = (one: Sealed, other: Sealed): number =>
  Math.log(other.seconds / one.seconds) / Math.log(other.answers / one.answers);

export async function measureReleases(): Promise<Figure[]> {
  const figures: Figure[] = [measureSignals()];
  const sealed: Sealed[] = [];
  const visits: { answers: number; p95Ms: number }[] = [];
  for (const answers of SIZES) {
    const folder = await mkdtemp(join(tmpdir(), "lyt-bench-"));
    const { application, database } = await open(folder);
    await settleMunicipality(application, aRound({ state: "open" }));
    await addSchools(application, answers);
    // The first warms the code up and is what the second is compared with.
    await sealOne(application, 0, Math.min(answers, 10_000));
    const one = await sealOne(application, 1, answers);
    await database.close();
    const { p95Ms, bytes } = await visit(folder, "runde-1");
    await rm(folder, { recursive: true, force: true });
    sealed.push(one);
    visits.push({ answers, p95Ms });
    const of = `${answers} answers of ${SCHOOLS} schools, ${SCHOOLS * GROUPS} groups`;
    figures.push(
      figure("releases", `sealing ${of}`, one.seconds, "s", answers === 100_000 ? { atMost: 20 } : undefined),
      figure("releases", `longest stop of the event loop, ${answers}`, one.longestStopMs, "ms", { atMost: 200 }),
      figure("releases", `memory above idle, ${answers}`, one.aboveIdleMb, "MB", { atMost: 200 }),
      figure("releases", `leader's page, ${answers}: slowest twentieth`, p95Ms, "ms", { atMost: 60 }),
      figure("releases", `leader's page, ${answers}: its HTML`, bytes / 1024, "KB"),
    );
  }
  const [first, last] = [sealed[0], sealed.at(-1)];
  const [quick, slow] = [visits[0], visits.at(-1)];
  if (first && last && quick && slow && last !== first) {
    figures.push(figure("releases", "sealing grows by the power of", exponent(first, last), "", { atMost: 1.1 }));
    const grows = Math.log(slow.p95Ms / quick.p95Ms) / Math.log(slow.answers / quick.answers);
    figures.push(figure("releases", "the leader's page grows by the power of", grows, "", { atMost: 0.1 }));
  }
  return figures;
}
