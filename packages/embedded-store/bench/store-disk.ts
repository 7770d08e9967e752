/** What the disk itself gives: to one who appends and waits, and to one who writes scattered pages as a tree does. */
import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Pace } from "./take-turns";
import { median } from "./take-turns";

const PAGE = Buffer.alloc(4096, 1);
/** As far apart as in the file of a million documents. */
const CHUNK = Buffer.alloc(1024 * 1024, 1);
const CHUNKS = 512;
const PAGES = (CHUNKS * CHUNK.length) / PAGE.length;
/** About what sixteen inserts at once change in a tree of a million. */
const PAGES_AT_ONCE = 100;
const SYNCS = 20;
const PROBES = 5;
const RESTED_WITHIN_MS = 60_000;

function timed(operations: number, work: () => void): Pace {
  const startedAt = performance.now();
  work();
  return { perSecond: operations / ((performance.now() - startedAt) / 1000), latenciesMs: [] };
}

export class BenchDisk {
  private readonly appended: number;
  private readonly scattered: number;
  private readonly rested: number;

  constructor(folder: string) {
    this.appended = openSync(join(folder, "appended"), "w");
    this.scattered = openSync(join(folder, "scattered"), "w");
    for (let left = CHUNKS; left > 0; left -= 1) writeSync(this.scattered, CHUNK);
    fsyncSync(this.scattered);
    this.rested = this.probe();
  }

  append(bytes: Uint8Array, times: number): Pace {
    return timed(times, () => {
      for (let left = times; left > 0; left -= 1) {
        writeSync(this.appended, bytes);
        fdatasyncSync(this.appended);
      }
    });
  }

  /** Its pace is that of the pages. */
  scatter(): Pace {
    return timed(SYNCS * PAGES_AT_ONCE, () => {
      for (let left = SYNCS; left > 0; left -= 1) {
        for (let page = 0; page < PAGES_AT_ONCE; page += 1)
          writeSync(this.scattered, PAGE, 0, PAGE.length, Math.floor(Math.random() * PAGES) * PAGE.length);
        fdatasyncSync(this.scattered);
      }
    });
  }

  private probe(): number {
    return median(Array.from({ length: PROBES }, () => this.scatter().perSecond));
  }

  /** Waits until the disk is nearly as fast as it was at first: many are slowed down for a while after much writing. */
  async rest(): Promise<void> {
    const end = performance.now() + RESTED_WITHIN_MS;
    while (this.probe() < 0.75 * this.rested && performance.now() < end) await wait(2000);
  }

  close(): void {
    closeSync(this.appended);
    closeSync(this.scattered);
  }
}
