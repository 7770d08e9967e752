/**
 * Fifty answers a second to one round while another, of a whole municipality, is sealed and forgotten: none is refused,
 * and none waits long. One process, embedded store, as in a school.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { figure, quantile } from "@lyt-hoejt/embedded-store/bench/figure";
import { readSettings } from "../../server/lib/env";
import { newId } from "../../server/lib/ids";
import { createLogger } from "../../server/observability/logger";
import { openApplication } from "../../server/open-application";
import type { Application } from "../../server/services";
import { PASSWORD, aRound, aRoundOfToday, settleMunicipality } from "../support/small-municipality";
import { startProcess } from "../support/server-process";
import { aSubmission, issueKeys } from "../support/submissions";
import { send } from "./load";

const CHILDREN = Number(process.env["LYT_BENCH_CHILDREN"] ?? 60_000);
const A_SECOND = 50;
const LONGEST_S = 80;
const INSTITUTIONS = 400;
const AT_ONCE = 5000;
const KEYS_AT_ONCE = 500;
const ENDED = "ended";

const open = (dataDir: string) =>
  openApplication({ settings: readSettings({ DATA_DIR: dataDir }), logger: createLogger("silent") });

/** The round that ended: its answers and their spent keys, as intake would have left them. */
async function fillEnded({ stores }: Application, main: Awaited<ReturnType<typeof open>>["database"]["main"]) {
  const many = Array.from({ length: INSTITUTIONS }, (_, n) => `house-${n}`);
  await stores.organisation.insertInstitutions(
    many.map((id) => ({ id, name: id, kinds: ["skole" as const], areaId: "nord" })),
  );
  const group = { band: "6-9" as const, childCount: CHILDREN / INSTITUTIONS };
  await stores.organisation.insertGroups(
    many.map((id, n) => ({ ...group, id: `${id}-a`, institutionId: id, name: id, code: String(n).padStart(10, "0") })),
  );
  await stores.rounds.insert(
    aRound({
      ...aRoundOfToday(),
      id: ENDED,
      groupIds: many.map((id) => `${id}-a`),
      institutionIds: many,
      state: "closed",
    }),
  );
  const [answer] = await main.collection("responses").find().toArray();
  const [key] = await main.collection("keys").find({ state: "spent" }).toArray();
  for (let from = 0; from < CHILDREN; from += AT_ONCE) {
    const places = Array.from({ length: AT_ONCE }, (_, at) => many[(from + at) % INSTITUTIONS] ?? "");
    const own = (house: string) => ({ _id: newId() as never, round: ENDED, group: `${house}-a` });
    await main
      .collection("responses")
      .insertMany(places.map((house) => ({ ...answer, ...own(house), institution: house })));
    await main.collection("keys").insertMany(places.map((house) => ({ ...key, ...own(house), own: [newId()] })));
  }
}

async function prepare(dataDir: string): Promise<{ path: string; body: string }[]> {
  const { application, database } = await open(dataDir);
  await settleMunicipality(application, aRoundOfToday());
  const first = (await issueKeys(application, "eg-1a", 1))[0]?.secret ?? "";
  await application.services.responses.submit(newId(), aSubmission(application, first), { address: "" });
  await fillEnded(application, database.main);
  const keys: { secret: string }[] = [];
  while (keys.length < A_SECOND * LONGEST_S) {
    const id = `lesson-${keys.length}`;
    const group = { id, institutionId: "eg", name: id, band: "6-9" as const, childCount: KEYS_AT_ONCE };
    await application.stores.organisation.insertGroups([{ ...group, code: id.padStart(10, "0").slice(-10) }]);
    const change = { $push: { groupIds: id } };
    await database.main.collection("rounds").updateOne({ _id: "forar" as never }, change as never);
    keys.push(...(await issueKeys(application, id, KEYS_AT_ONCE)));
  }
  await database.close();
  return keys.map(({ secret }) => ({
    path: `/api/responses/${newId()}`,
    body: JSON.stringify(aSubmission(application, secret)),
  }));
}

async function seal(url: string): Promise<void> {
  const signedIn = await fetch(`${url}/log-ind`, {
    method: "POST",
    body: new URLSearchParams({ name: "anne", password: PASSWORD }),
    redirect: "manual",
  });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const body = new URLSearchParams({ round: ENDED, do: "seal", early: "yes" });
  await fetch(`${url}/admin`, { method: "POST", body, headers: { cookie }, redirect: "manual" });
}

/** Beside the running server, through its store's socket. */
async function isForgotten(dataDir: string): Promise<boolean> {
  const { application, database } = await open(dataDir);
  try {
    return (await application.stores.rounds.find(ENDED))?.state === "sealed";
  } finally {
    await database.close();
  }
}

interface Sent {
  readonly latenciesMs: number[];
  failures: number;
}

/** As children press, whether or not those before them have been answered. */
async function sendSteadily(url: string, bodies: readonly { path: string; body: string }[], isOver: () => boolean) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const sent: Sent = { latenciesMs: [], failures: 0 };
  const all: Promise<void>[] = [];
  const startedAt = performance.now();
  for (const [at, { path, body }] of bodies.entries()) {
    if (isOver()) break;
    await wait(Math.max(0, startedAt + (at * 1000) / A_SECOND - performance.now()));
    const sentAt = performance.now();
    const one = send(agent, new URL(url + path), body).then((status) => {
      sent.latenciesMs.push(performance.now() - sentAt);
      if (status !== 200) sent.failures += 1;
    });
    all.push(one.catch(() => void (sent.failures += 1)));
  }
  await Promise.all(all);
  agent.destroy();
  return sent;
}

const QUIET_ANSWERS = 500;

export async function measureForgetting(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "lyt-bench-"));
  const bodies = await prepare(folder);
  const ours = await startProcess(["build/server/start.js"], { DATA_DIR: folder, DEMO: "no", LOG_LEVEL: "error" });
  const quiet = await sendSteadily(ours.url, bodies.slice(0, QUIET_ANSWERS), () => false);
  let isOver = false;
  const startedAt = performance.now();
  const sealing = seal(ours.url).then(async () => {
    while (!(await isForgotten(folder)) && !isOver) await wait(1000);
    isOver = true;
    return (performance.now() - startedAt) / 1000;
  });
  const sent = await sendSteadily(ours.url, bodies.slice(QUIET_ANSWERS), () => isOver);
  const isSealed = isOver;
  isOver = true;
  const seconds = await sealing;
  await ours.stop();
  await rm(folder, { recursive: true, force: true });
  const slowest = quantile(sent.latenciesMs, 0.99);
  return [
    figure("forgetting", `rounds of ${CHILDREN} answers sealed and forgotten`, isSealed ? 1 : 0, "rounds", {
      atLeast: 1,
    }),
    figure("forgetting", "reference: how long that took", seconds, "s"),
    figure("forgetting", "answers to another round meanwhile", sent.latenciesMs.length, "answers"),
    figure("forgetting", "refused or failed", sent.failures + quiet.failures, "answers", { atMost: 0 }),
    figure("forgetting", "slowest hundredth meanwhile", slowest, "ms", { atMost: 500 }),
    figure("forgetting", "slowest of all", Math.max(...sent.latenciesMs), "ms"),
    figure("forgetting", "ratio to the slowest hundredth in quiet", slowest / quantile(quiet.latenciesMs, 0.99), "×"),
  ];
}
