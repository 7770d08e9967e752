/**
 * Which method of which service wrote to the database: so that a test can say that what the audit calls free changes nothing.
 * Put around a site's services before anything is asked of them.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Database } from "../../server/database/connect";
import type { Services } from "../../server/services";

const WRITING = /^(insert|update|replace|delete|findOneAnd|bulkWrite|drop)/;
/** What the audit itself writes. */
const OWN = new Set(["audit", "auditTail"]);

export function watchWrites(services: Services, { main }: Pick<Database, "main">) {
  const under = new AsyncLocalStorage<string>();
  /** `rounds.open` → the collections that it wrote to. */
  const written = new Map<string, Set<string>>();
  const asked = new Set<string>();
  for (const [name, service] of Object.entries(services as unknown as Record<string, Record<string, unknown>>))
    for (const [method, act] of Object.entries(service)) {
      if (typeof act !== "function") continue;
      service[method] = (...args: unknown[]) => {
        asked.add(`${name}.${method}`);
        return under.run(`${name}.${method}`, () => (act as (...all: unknown[]) => unknown)(...args));
      };
    }
  main.base.set("debug", (collection: string, operation: string) => {
    const method = under.getStore();
    if (!method || !WRITING.test(operation) || OWN.has(collection)) return;
    written.set(method, (written.get(method) ?? new Set()).add(collection));
  });
  return { written, asked, stop: () => main.base.set("debug", false) };
}
