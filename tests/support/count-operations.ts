/** What a server asks its database for while something is done: each operation as `<collection>.<method>`. */
import type { Database } from "../../server/database/connect";

/** Of all connections of this process: nothing else may be under way. */
export async function operationsOf({ main }: Database, act: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  main.base.set("debug", (collection: string, method: string) => void asked.push(`${collection}.${method}`));
  try {
    await act();
    return asked;
  } finally {
    main.base.set("debug", false);
  }
}
