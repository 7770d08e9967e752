/**
 * Whether the database can take an answer: it replies, and its disk has room. A full disk is noticed by what was refused,
 * and stays noticed until a document is taken again; the embedded store's own disk is looked at before that.
 */
import { statfs } from "node:fs/promises";
import type mongoose from "mongoose";
import { hasNoRoom } from "./away";

/** A thousand answers; less is as good as none. */
const LEAST_BYTES = 1024 * 1024;
/** As much as the longest answers of a class: what freed pages have room for, a lesson would not fit into. */
const PROBE_BYTES = 64 * 1024;
const COLLECTION = "roomProbes";

class NoRoomError extends Error {}

async function checkDisk(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < LEAST_BYTES) throw new NoRoomError("The disk of the data folder is full.");
}

async function writeProbe(db: mongoose.mongo.Db): Promise<void> {
  const probes = db.collection<{ _id: string; filler: string }>(COLLECTION);
  await probes.updateOne({ _id: "probe" }, { $set: { filler: "x".repeat(PROBE_BYTES) } }, { upsert: true });
  await probes.deleteOne({ _id: "probe" });
}

export interface RoomWatch {
  /** Hears of an error; one that tells of a full disk is remembered. */
  note(error: unknown): void;
  ping(): Promise<void>;
}

/** `folder`: on whose disk the data lie, when it is this machine's. */
export function watchRoom(db: () => mongoose.mongo.Db, folder: string | undefined): RoomWatch {
  let isFull = false;
  // Whoever asks meanwhile hears the same: asking often writes no more.
  let asked: Promise<void> | undefined;
  const ask = async () => {
    await db().command({ ping: 1 });
    if (folder) await checkDisk(folder);
    if (!isFull) return;
    await writeProbe(db());
    isFull = false;
  };
  return {
    note(error) {
      if (hasNoRoom(error)) isFull = true;
    },
    ping: () => (asked ??= ask().finally(() => (asked = undefined))),
  };
}
