/** An import that is cut short anywhere: whoever reads sees all of it or nothing, and the next one goes through. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { otherServer } from "@lyt-hoejt/embedded-store/interop/other-server";
import { connectDatabase } from "../../server/database/connect";
import type { Database } from "../../server/database/connect";
import { createChangeStore } from "../../server/organisation/change-store";
import type { OrganisationService } from "../../server/organisation/service";
import { createOrganisationService } from "../../server/organisation/service";
import type { OrganisationStore } from "../../server/organisation/store";
import { createOrganisationStore } from "../../server/organisation/store";
import { runElsewhere } from "../support/bring-up-elsewhere";
import { startStore } from "../support/lyt-process";
import type { StoreProcess } from "../support/lyt-process";
import { FIRST_ROWS, SECOND_ROWS, runImport } from "../support/made-import";
import { movableClock } from "../support/movable-clock";

let root: string;
let store: StoreProcess | undefined;
let database: Database;
let where: { readonly dataDir: string; readonly mongodbUrl: string; readonly name: string };
let organisation: OrganisationService;
let places: OrganisationStore;
const clock = movableClock(new Date().toISOString());

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "lyt-import-"));
  store = otherServer.url ? undefined : await startStore(root);
  where = { dataDir: root, mongodbUrl: otherServer.url ?? store?.url ?? "", name: `lyt-import-${process.pid}` };
  database = await connectDatabase({ ...where, onFault: () => undefined });
  places = createOrganisationStore(database.main);
  await places.prepare();
  organisation = createOrganisationService({ store: places, changeStore: createChangeStore(database.main), clock });
});
afterEach(async () => {
  await database.main.dropDatabase();
  await database.close();
  await store?.stop();
  await rm(root, { recursive: true, force: true });
});

/** What a reader sees, in words. */
async function seen(): Promise<string> {
  const { areas, institutions, groups } = await places.listTogether({ hasAllGroups: true });
  const area = new Map(areas.map(({ id, name }) => [id, name]));
  const names = new Map(
    institutions.map(({ id, name, kinds, areaId }) => [id, `${area.get(areaId)}/${name}/${kinds.join()}`]),
  );
  const lines = groups.map(
    ({ institutionId, name, childCount }) => `${names.get(institutionId)}/${name}/${childCount}`,
  );
  return [...areas.map(({ name }) => name), ...names.values(), ...lines].sort().join("\n");
}

async function settle(): Promise<string> {
  for (const name of ["areas", "institutions", "groups", "changes", "importParts"])
    await database.main.collection(name).deleteMany({});
  await places.insertArea({ id: "nord", name: "Nord" });
  await runImport(organisation, "a".repeat(32), FIRST_ROWS);
  return seen();
}

/** While somebody else is at it. */
async function watch(isOver: () => boolean): Promise<Set<string>> {
  const views = new Set<string>();
  while (!isOver()) views.add(await seen());
  return views;
}

const leftOver = async () => {
  const counts = ["areas", "institutions", "groups"].map((name) =>
    database.main.collection(name).countDocuments({ pending: { $exists: true } }),
  );
  return [...(await Promise.all(counts)), await database.main.collection("importParts").countDocuments()];
};

it("is seen whole or not at all, whichever write it was cut off before, and goes through the next time", async () => {
  const before = await settle();
  const first = await runElsewhere("import-places", where);
  expect(first.code).toBe(0);
  const after = await seen();
  expect(after.split("\n").length).toBeGreaterThan(1300);
  const ends = new Set<string>();
  // Before every second write, the others in another run.
  let cuts = Date.now() % 2;
  for (let isOver = false; !isOver; cuts += 2) {
    expect(await settle()).toBe(before);
    let hasEnded = false;
    const cutting = runElsewhere("import-places", { ...where, killedBeforeWrite: cuts + 1 }).finally(
      () => (hasEnded = true),
    );
    const views = await watch(() => hasEnded);
    const { code } = await cutting;
    isOver = code === 0;
    for (const view of [...views, await seen()]) expect([before, after], `cut ${cuts + 1}`).toContain(view);
    ends.add(await seen());
    // Nobody goes on with it, and time passes.
    clock.set(new Date(clock.now().getTime() + 20 * 60_000).toISOString());
    const view = await seen();
    await organisation.tick();
    expect(await seen()).toBe(view);
    expect(await leftOver(), `cut ${cuts + 1}`).toEqual([0, 0, 0, 0]);
    await runImport(organisation, "b".repeat(32), SECOND_ROWS);
    expect(await seen()).toBe(after);
  }
  expect(cuts).toBeGreaterThan(20);
  expect(ends.size).toBe(2);
}, 300_000);
