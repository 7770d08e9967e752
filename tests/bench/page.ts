/** What a child's question page costs on the wire: JavaScript, everything, and requests, cold, without sound. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OPERATOR } from "../../server/accounts/rules";
import { readSettings } from "../../server/lib/env";
import { createLogger } from "../../server/observability/logger";
import { openApplication } from "../../server/open-application";
import { openBrowser } from "../support/browser";
import type { Figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { startProcess } from "../support/server-process";

interface Wire {
  readonly script: number;
  readonly all: number;
  readonly requests: number;
}

/** Bytes as they crossed the wire, gzip at most (what every tablet's browser takes). */
async function measureWire(url: string, isQuestion: boolean): Promise<Wire> {
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width: 820, height: 1180 },
    extraHTTPHeaders: { "accept-encoding": "gzip" },
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const kinds = new Map<string, string>();
  let script = 0;
  let all = 0;
  // What the page's own cache answers never reaches the wire.
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (!response.fromDiskCache) kinds.set(requestId, type);
  });
  session.on("Network.loadingFinished", (event) => {
    all += event.encodedDataLength;
    if (kinds.get(event.requestId) === "Script") script += event.encodedDataLength;
  });
  await page.goto(url, { waitUntil: "networkidle" });
  if (isQuestion) {
    await page.locator('button[name="do"][value="join"]').click();
    await page.waitForTimeout(1500);
  }
  await browser.close();
  return { script, all, requests: kinds.size };
}

async function childLink(folder: string): Promise<string> {
  const settings = readSettings({ DATA_DIR: folder });
  const { application, database } = await openApplication({ settings, logger: createLogger("silent") });
  const [round] = await application.stores.rounds.listInStates(["open"]);
  const groups = await application.stores.organisation.listGroups(round?.groupIds ?? []);
  const group = groups.find(({ band }) => band === "6-9");
  const [key] = await application.services.rounds.issueKeys(OPERATOR, round?.id ?? "", group?.id ?? "", 1);
  await database.close();
  return `/svar/${key?.secret ?? ""}`;
}

export async function measurePage(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "lyt-bench-"));
  const server = await startProcess(
    ["build/server/start.js"],
    { DATA_DIR: folder, DEMO: "yes", LOG_LEVEL: "error" },
    "/",
  );
  const question = await measureWire(server.url + (await childLink(folder)), true);
  const front = await measureWire(`${server.url}/`, false);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  return [
    figure("page", "JavaScript of the child's question page", question.script / 1000, "KB gzip", { atMost: 125 }),
    figure("page", "everything on the child's question page", question.all / 1000, "KB", { atMost: 200 }),
    figure("page", "requests of the child's question page", question.requests, "requests", { atMost: 12 }),
    figure("page", "reference: everything on the front page", front.all / 1000, "KB"),
    figure("page", "ratio to the reference", question.all / front.all, "×"),
  ];
}
