/** `npm run bench -- [suite…]`: one JSON line a figure; exits 1 when one does not hold. */
import type { Figure } from "./figure";
import { runBareServer } from "./bare-server";

const suites: Record<string, () => Promise<Figure[]>> = {
  page: async () => (await import("./page")).measurePage(),
  intake: async () => (await import("./intake")).measureIntake(),
  memory: async () => (await import("./memory")).measureMemory(),
};

async function main(args: readonly string[]): Promise<void> {
  if (args[0] === "--bare-server") return runBareServer(args[1] ?? ".", Number(process.env["PORT"]));
  const unknown = args.filter((name) => !(name in suites));
  if (unknown.length > 0)
    throw new Error(`There is no suite ${unknown.join(", ")}; there are ${Object.keys(suites).join(", ")}.`);
  for (const name of args.length > 0 ? args : Object.keys(suites)) {
    for (const figure of (await suites[name]?.()) ?? []) {
      process.stdout.write(`${JSON.stringify(figure)}\n`);
      if (!figure.holds) process.exitCode = 1;
    }
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
