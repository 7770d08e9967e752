/** What the scripts share: where the project is, how to run a program, whether packages and build are fresh. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { groupOptions, isBeingEnded, track } from "./signals.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...parts) => join(root, ...parts);

/** Runs a program in the project; resolves with its exit code and, with `isQuiet`, what it printed. */
export function run(command, args, { env = {}, isQuiet = false, out = "inherit" } = {}) {
  return new Promise((resolve) => {
    const stdio = isQuiet ? ["ignore", "pipe", "pipe"] : ["ignore", out, "inherit"];
    const child = spawn(command, args, { cwd: root, stdio, env: { ...process.env, ...env }, ...groupOptions() });
    track(child);
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (text += chunk));
    child.on("error", (error) => resolve({ code: 127, text: String(error) }));
    child.on("close", (code) => isBeingEnded() || resolve({ code: code ?? 1, text }));
  });
}

/** A tool among the installed packages, run by this very Node. */
export const tool = (path) => at("node_modules", path);

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Lyt Højt needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}

const lockHash = () => sha256(readFileSync(at("package-lock.json")));
const installedMark = at("node_modules", ".lyt-hoejt-lock");

function isInstalled() {
  return existsSync(installedMark) && readFileSync(installedMark, "utf8") === lockHash();
}

/** Installs the packages of the lock file when they are missing or others. */
export async function ensureInstalled(say) {
  if (isInstalled()) return;
  if (!existsSync(at("node_modules", ".package-lock.json")) || existsSync(installedMark)) {
    say("Installing packages … (about a minute)");
    const { code } = await run("npm", ["ci", "--no-audit", "--no-fund"], { out: 2 });
    if (code !== 0) process.exit(code);
  }
  writeFileSync(installedMark, lockHash());
}

const SOURCES = [
  "app",
  "server",
  "surveys",
  "public",
  "packages/embedded-store/src",
  "packages/embedded-store/bench",
  "packages/embedded-store/package.json",
  "tests/bench",
  "tests/support",
  "package-lock.json",
  "remix.config.js",
  "vite.config.ts",
  "tsconfig.json",
  "scripts/build.mjs",
  "scripts/installed-packages.mjs",
  "scripts/pack-files.mjs",
  "scripts/oldest-browsers.mjs",
];

function* filesOf(path) {
  if (!existsSync(path)) return;
  const stat = statSync(path);
  if (!stat.isDirectory()) yield `${path} ${stat.size} ${stat.mtimeMs}`;
  else for (const name of readdirSync(path).sort()) yield* filesOf(join(path, name));
}

const sourceHash = () => sha256(SOURCES.flatMap((source) => [...filesOf(at(source))]).join("\n"));
const buildStamp = at("build", ".stamp");

export function isBuildStale() {
  return !existsSync(buildStamp) || readFileSync(buildStamp, "utf8") !== sourceHash();
}

export function markBuilt() {
  mkdirSync(at("build"), { recursive: true });
  writeFileSync(buildStamp, sourceHash());
}

export async function ensureBuilt(say) {
  if (!isBuildStale()) return;
  say("Building … (about fifteen seconds)");
  // A build that is cut short is none, whatever the sources are by then.
  rmSync(buildStamp, { force: true });
  const { code, text } = await run(process.execPath, ["scripts/build.mjs"], { isQuiet: true });
  if (code === 0) return;
  process.stderr.write(text);
  process.exit(code);
}

const BROWSERS = ["chromium", "chromium-browser", "google-chrome"];

/** The path of a Chromium on this machine, or undefined. */
function findChromium() {
  if (process.env.CHROMIUM_PATH) return existsSync(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : undefined;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

const isDebianRoot = () => process.getuid?.() === 0 && existsSync("/etc/debian_version");

/** Debian asks this program whether a service that was installed may start; 101 is no. */
const policy = "/usr/sbin/policy-rc.d";

async function installPackages(names) {
  await run("apt-get", ["update", "-qq"], { isQuiet: true });
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const isOurs = !existsSync(policy);
  if (isOurs) writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  await run("apt-get", ["install", "-y", "-qq", ...names], { isQuiet: true, env });
  if (isOurs) rmSync(policy, { force: true });
}

const isOnPath = (program) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Programs by name, each with the Debian package it comes in; ends the process with advice when one cannot be had. */
export async function ensureDebianPrograms(say, programs) {
  const missing = () => Object.keys(programs).filter((program) => !isOnPath(program));
  if (missing().length === 0) return;
  if (isDebianRoot()) {
    say(`Installing ${missing().join(" and ")} …`);
    await installPackages(missing().map((program) => programs[program]));
  }
  if (missing().length === 0) return;
  process.stderr.write(`Install ${missing().join(" and ")} first.\n`);
  process.exit(1);
}

/** Finds a Chromium, installing Debian's when that can be done; a string says why there is none. */
export async function ensureChromium(say) {
  const found = findChromium();
  if (found) return { path: found };
  if (process.env.CHROMIUM_PATH) return { reason: `there is no file at CHROMIUM_PATH (${process.env.CHROMIUM_PATH})` };
  if (!isDebianRoot()) return { reason: "no Chromium was found (CHROMIUM_PATH, or chromium on the path)" };
  say("Installing Chromium …");
  await installPackages(["chromium", "fonts-noto-core"]);
  const path = findChromium();
  return path ? { path } : { reason: "Chromium could not be installed" };
}

const SERVERS = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"];

/** Finds an nginx, installing Debian's (and starting no service) when that can be done; a string says why there is none. */
export async function ensureNginx(say) {
  const find = () => SERVERS.find((path) => existsSync(path));
  if (find()) return { path: find() };
  if (!isDebianRoot()) return { reason: "no nginx was found" };
  say("Installing nginx …");
  await installPackages(["nginx"]);
  return find() ? { path: find() } : { reason: "nginx could not be installed" };
}
