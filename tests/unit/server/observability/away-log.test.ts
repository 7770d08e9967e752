/** A database that is away is told of once, however many ask. */
import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import { expect, it } from "vitest";
import { awayLog } from "../../../../server/observability/away-log";

const QUIET_MS = 200;

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly method?: string;
  readonly refused?: number;
}

function watched() {
  const lines: Line[] = [];
  const onAway = awayLog(pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Line) }), QUIET_MS);
  return { lines, onAway };
}

const noRoom = () => Object.assign(new Error("no room"), { code: 14_031 });
const noServer = () => Object.assign(new Error("no server"), { name: "MongoServerSelectionError" });

it("tells of a thousand refusals in a line, and of their number when they are over", async () => {
  const { lines, onAway } = watched();
  for (let n = 0; n < 1000; n += 1) onAway(noRoom(), "submit");
  expect(lines).toMatchObject([{ level: 40, msg: "the database is away", method: "submit" }]);
  await wait(2 * QUIET_MS);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatchObject({ level: 30, refused: 1000 });
});

it("tells of each kind of failure, and anew of one that comes back", async () => {
  const { lines, onAway } = watched();
  onAway(noRoom(), "submit");
  onAway(noServer(), "open");
  onAway(noRoom(), "open");
  expect(lines.map(({ method }) => method)).toEqual(["submit", "open"]);
  await wait(2 * QUIET_MS);
  onAway(noRoom(), "submit");
  expect(lines.map(({ level }) => level)).toEqual([40, 40, 30, 40]);
});
