/** Packages that run something when they are installed are known by name, so that `npm ci` has nothing to warn of. */
import { expect, it } from "vitest";
import lock from "../../../package-lock.json" with { type: "json" };
import manifest from "../../../package.json" with { type: "json" };

it("every package with an install script is allowed, and no other", () => {
  const packages: Readonly<Record<string, object>> = lock.packages;
  const withScripts = Object.entries(packages)
    .filter(([, entry]) => "hasInstallScript" in entry)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
  expect([...new Set(withScripts)].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
});
