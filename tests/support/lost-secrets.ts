/** A round that was sealed once, in a house that has burnt down: its older backup stands in another, without the secrets. */
import { OPERATOR } from "../../server/accounts/rules";
import type { Release } from "../../server/releases/contract";
import type { TablesFile } from "../../server/tables/contract";
import { hashJson } from "../../server/lib/canonical-json";
import { answerIn } from "./answer-in";
import type { TestServer } from "./test-server";

const BACKED_UP = ["rounds", "keys", "responses", "tallies"] as const;
const MADE_LATER = ["tables", "releases", "releaseInputs"] as const;

export interface Burnt {
  /** What `lyt release tables` wrote, as text. */
  readonly file: string;
  /** As they were published. */
  readonly releases: readonly Release[];
}

export const seal = ({ application }: TestServer, wasNeverRead = false) =>
  application.services.rounds.seal(OPERATOR, "forar", { isEarlyAccepted: true, wasNeverRead });

export async function releasesOf({ application: { services } }: TestServer): Promise<Release[]> {
  const read = (institution: string) => services.releases.getRelease(OPERATOR, institution, "forar", "da");
  return [(await read("eg")).release, (await read("birk")).release];
}

type Copy = ReadonlyMap<string, readonly object[]>;

async function copyOf({ database: { main } }: TestServer): Promise<Copy> {
  const copy = new Map<string, object[]>();
  for (const name of BACKED_UP) copy.set(name, await main.collection(name).find({}).toArray());
  return copy;
}

async function bringBack({ database: { main, secrets } }: TestServer, copy: Copy): Promise<void> {
  for (const name of [...BACKED_UP, ...MADE_LATER]) await main.collection(name).deleteMany({});
  for (const [name, list] of copy) if (list.length > 0) await main.collection(name).insertMany([...list]);
  for (const name of ["roundSecrets", "tables", "sealingPlans"]) await secrets.collection(name).deleteMany({});
}

/**
 * Of Egeskolen's 20 children of 6-9 years the backup has 6, as few as were counted with others; of Birken's it has all 11, and
 * of Egeskolen's small ones all 4. The round is closed, and in doubt.
 */
export async function burnAndRestore(server: TestServer): Promise<Burnt> {
  const { services } = server.application;
  await answerIn(server, "birk-rod", 11, "3-5");
  await answerIn(server, "eg-sfo", 4, "3-5");
  await answerIn(server, "eg-1a", 6, "6-9");
  const backup = await copyOf(server);
  await answerIn(server, "eg-1a", 14, "6-9");
  await services.rounds.close(OPERATOR, "forar");
  await seal(server);
  const burnt = {
    file: JSON.stringify(await services.tables.getFile(OPERATOR, "forar")),
    releases: await releasesOf(server),
  };
  await bringBack(server, backup);
  await services.rounds.close(OPERATOR, "forar");
  return burnt;
}

/** The file with a change, and the hash that belongs to it: only what it says can betray it. */
export function forged(file: string, change: (content: TablesFile) => unknown): string {
  const whole = JSON.parse(file) as TablesFile;
  change(whole);
  const content: Partial<TablesFile> = whole;
  delete content.hash;
  return JSON.stringify({ ...content, hash: hashJson(content) });
}
