/** Long lists, worked through with others' turns between: a loop over sixty thousand would keep them waiting. */
import { setImmediate as turn } from "node:timers/promises";

const AT_ONCE = 500;

/** What `each` makes of every one, in their order. */
export async function inTurns<T, U>(list: readonly T[], each: (one: T) => U): Promise<U[]> {
  const made: U[] = [];
  for (let from = 0; from < list.length; from += AT_ONCE) {
    made.push(...list.slice(from, from + AT_ONCE).map(each));
    await turn();
  }
  return made;
}
