/** How much of a long run is done (`DEEP_SCALE=0.05` for a first look), and the seed of its dice, which is printed. */
const scale = Number(process.env["DEEP_SCALE"] ?? 1);

export const isFullLength = scale >= 1;

export const scaled = (count: number): number => Math.max(1, Math.round(count * scale));

/** `FAULT_SEED` repeats a run. */
export function drawSeed(what: string): number {
  const given = process.env["FAULT_SEED"];
  const seed = given === undefined ? Math.floor(Math.random() * 0x7fffffff) : Number(given);
  process.stdout.write(`${what}: FAULT_SEED=${seed}\n`);
  return seed;
}
