/**
 * The number of the data's shape: by it a version knows what it has before it, brings older data up (bring-up.ts), and leaves
 * newer ones alone. It lies in the main database, so that a backup carries it; data without one are of shape 0.
 */
import type { Document } from "bson";
import type { Database } from "./connect";
import { dbOf } from "./connect";
import { steps } from "./migrations/index";
import { OperationError } from "./operation-error";

export const SHAPES = "shapes";
const THE_SHAPE = "data";

/** What this version reads and writes. */
export const CURRENT_SHAPE = steps.length;

interface StoredShape {
  readonly _id: string;
  readonly number: number;
}

type Main = Pick<Database, "main">;

const shapesOf = ({ main }: Main) => dbOf(main).collection<StoredShape>(SHAPES);

/** What this version cannot read, no version known here has written: it counts as newer than all of them. */
const readNumber = (number: unknown): number =>
  typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : Infinity;

const called = (shape: number) => (shape === Infinity ? "a shape" : `shape ${shape}`);

/** Undefined when the data carry none. Throws `shape.newer`. */
export async function findShape(database: Main, known = CURRENT_SHAPE): Promise<number | undefined> {
  const found = await shapesOf(database).findOne({ _id: THE_SHAPE });
  if (!found) return undefined;
  const shape = readNumber(found.number);
  if (shape <= known) return shape;
  throw new OperationError(
    "shape.newer",
    `A newer version of Lyt Højt has written these data: they have ${called(shape)}, and this version knows those up to ` +
      `${known}. Use that version again, or restore a backup from before it into an empty DATA_DIR or database.`,
  );
}

/** The shape of a backup, by the documents of its `shapes`. Throws `restore.newer`. */
export function shapeOfBackup(documents: readonly Document[], folder: string): number {
  const found = documents.find(({ _id }) => _id === THE_SHAPE);
  const shape = found ? readNumber(found["number"]) : 0;
  if (shape <= CURRENT_SHAPE) return shape;
  throw new OperationError(
    "restore.newer",
    `A newer version of Lyt Højt has written ${folder}: it has ${called(shape)}, and this version knows those up to ` +
      `${CURRENT_SHAPE}. Restore it with that version; nothing was restored.`,
  );
}

/** Whatever number there was. */
export async function setShape(database: Main, number: number): Promise<void> {
  await shapesOf(database).updateOne({ _id: THE_SHAPE }, { $set: { number } }, { upsert: true });
}

/** The data have come from one shape to the next, unless another process has said so already. */
export async function raiseShape(database: Main, to: number): Promise<void> {
  await shapesOf(database).updateOne({ _id: THE_SHAPE, number: to - 1 }, { $set: { number: to } });
}
