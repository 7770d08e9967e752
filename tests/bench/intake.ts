/** Intake over the wire, durable, embedded store: submissions a second and their slowest hundredth; validation alone. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "../../server/lib/ids";
import { readSettings } from "../../server/lib/env";
import { createLogger } from "../../server/observability/logger";
import { openApplication } from "../../server/open-application";
import { OPERATOR } from "../../server/accounts/rules";
import { aRoundOfToday, settleMunicipality } from "../support/small-municipality";
import { aSubmission } from "../support/submissions";
import type { Figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { figure, quantile } from "@lyt-hoejt/embedded-store/bench/figure";
import { load } from "./load";
import { startProcess } from "../support/server-process";

const SUBMISSIONS = 3000;
const KEYS_A_GROUP = 800;
const VALIDATIONS = 20_000;

async function prepare(dataDir: string): Promise<{ path: string; body: string }[]> {
  const settings = readSettings({ DATA_DIR: dataDir });
  const { application, database } = await openApplication({ settings, logger: createLogger("silent") });
  await settleMunicipality(application, aRoundOfToday());
  const bodies: { path: string; body: string }[] = [];
  for (let left = SUBMISSIONS; left > 0; left -= KEYS_A_GROUP) {
    const groupId = `group-${left}`;
    await application.stores.organisation.insertGroups([
      {
        id: groupId,
        institutionId: "eg",
        name: groupId,
        band: "6-9",
        childCount: KEYS_A_GROUP,
        code: String(left).padStart(10, "0"),
      },
    ]);
    await database.main
      .collection("rounds")
      .updateOne({ _id: "forar" as never }, { $push: { groupIds: groupId } } as never);
    const keys = await application.services.rounds.issueKeys(OPERATOR, "forar", groupId, Math.min(left, KEYS_A_GROUP));
    for (const { secret } of keys)
      bodies.push({ path: `/api/responses/${newId()}`, body: JSON.stringify(aSubmission(application, secret)) });
  }
  await database.close();
  return bodies;
}

function validationsPerSecond(
  validate: (input: { answers: unknown; nonAnswers: unknown }) => { ok: boolean },
  body: string,
): number {
  const { answers, nonAnswers } = JSON.parse(body) as { answers: unknown; nonAnswers: unknown };
  const startedAt = performance.now();
  for (let number = 0; number < VALIDATIONS; number += 1) {
    if (!validate({ answers, nonAnswers }).ok) throw new Error("The benchmark's own answers are refused.");
  }
  return VALIDATIONS / ((performance.now() - startedAt) / 1000);
}

async function measureValidation(body: string): Promise<Figure> {
  const { definitions } = await import("../../surveys/definitions/index");
  const { buildLibrary } = await import("../../surveys/engine/survey-library");
  const validate = buildLibrary(definitions).validator("puls", 1, "6-9");
  return figure("intake", "answer validations a second", validationsPerSecond(validate, body), "1/s", {
    atLeast: 2000,
  });
}

export async function measureIntake(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "lyt-bench-"));
  const ours = await startProcess(["build/server/start.js"], { DATA_DIR: folder, DEMO: "no", LOG_LEVEL: "error" });
  const bodies = await prepare(folder);
  const sent = await load(bodies.map(({ path, body }) => ({ url: ours.url + path, body })));
  await ours.stop();
  const bare = await startProcess(["build/server/bench.js", "--bare-server", folder], {});
  const reference = await load(bodies.map(({ path, body }) => ({ url: bare.url + path, body })));
  await bare.stop();
  await rm(folder, { recursive: true, force: true });
  return [
    figure("intake", "submissions a second, durable, 16 connections", sent.perSecond, "1/s", { atLeast: 175 }),
    figure("intake", "slowest hundredth", quantile(sent.latenciesMs, 0.99), "ms", { atMost: 200 }),
    figure("intake", "refused or failed", sent.failures, "submissions", { atMost: 0 }),
    figure("intake", "reference: bare server that parses and syncs", reference.perSecond, "1/s"),
    figure("intake", "ratio to the reference", sent.perSecond / reference.perSecond, "×"),
    await measureValidation(bodies[0]?.body ?? "{}"),
  ];
}
