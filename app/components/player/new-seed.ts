/** 32 random bits: in which order this child meets pictures, and what its visit is called. */
export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
