/** `npm run bench -- [suite…]`: one JSON line a figure; exits 1 when one does not hold. */
import type { Figure } from "@lyt-hoejt/embedded-store/bench/figure";

const suites: Record<string, () => Promise<Figure[]>> = {
  files: async () => (await import("./files")).measureFiles(),
  page: async () => (await import("./page")).measurePage(),
  intake: async () => (await import("./intake")).measureIntake(),
  surveys: async () => (await import("./surveys")).measureSurveys(),
  forgetting: async () => (await import("./forgetting")).measureForgetting(),
  releases: async () => (await import("./releases")).measureReleases(),
  people: async () => (await import("./people")).measurePeople(),
  memory: async () => (await import("./memory")).measureMemory(),
};

/** What the benchmark's own children run. */
const servers: Record<string, (place: string) => Promise<void>> = {
  "--bare-server": async (folder) => (await import("./bare-server")).runBareServer(folder, Number(process.env["PORT"])),
  "--packing-server": async (folder) => (await import("./files")).runPackingServer(folder, Number(process.env["PORT"])),
};

async function main(args: readonly string[]): Promise<void> {
  const serve = servers[args[0] ?? ""];
  if (serve) return serve(args[1] ?? ".");
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
  process.stderr.write(`${error instanceof Error ? error.stack : JSON.stringify(error)}\n`);
  process.exit(1);
});
