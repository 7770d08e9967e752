/** Makes a page's browser as old as the oldest we name: it forgets what they lack of the library and of style sheets. */
import type { BrowserContext } from "@playwright/test";
import { asInOldest } from "./newer-css";
import { NEWER } from "./newer-js";

interface Names {
  readonly globals: readonly string[];
  readonly statics: readonly string[];
  readonly members: readonly string[];
}

/** The test's own questions to the page need them. */
const KEPT = new Set(["BigInt64Array", "BigUint64Array"]);

/** Runs in the page, before its scripts. */
function forget({ globals, statics, members }: Names): void {
  const world = globalThis as unknown as Record<string, Record<string, unknown> | undefined>;
  const drop = (owner: object | undefined, name: string) => {
    if (owner && Object.getOwnPropertyDescriptor(owner, name)?.configurable) Reflect.deleteProperty(owner, name);
  };
  for (const path of members) {
    const [owner = "", name = ""] = path.split(".");
    drop(world[owner]?.["prototype"] as object | undefined, name);
  }
  for (const path of statics) {
    const [owner = "", name = ""] = path.split(".");
    drop(world[owner], name);
  }
  for (const name of globals) drop(globalThis, name);
}

export async function forgetNewer(context: BrowserContext): Promise<void> {
  const { globals, statics, owned } = NEWER;
  await context.addInitScript(forget, {
    globals: [...globals].filter((name) => !KEPT.has(name)),
    statics: [...statics],
    members: [...owned],
  });
  await context.route("**/*.css", async (route) => {
    try {
      const response = await route.fetch();
      await route.fulfill({ response, body: asInOldest(await response.text()).css });
    } catch (error) {
      // The page that asked for it may have gone on meanwhile.
      if (!/disposed|closed/.test(String(error))) throw error;
    }
  });
}
