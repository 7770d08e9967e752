/** The independent server: fetched with Maven, compiled and started for one run. What is made of it lies in build/. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const SOURCES = ["pom.xml", "Serve.java"].map((name) => here(`../interop/${name}`));
const built = (name) => join(here("../build/interop"), name);
const CLASSPATH = [built("classes"), built("lib/*")].join(delimiter);
const START_WITHIN_MS = 60_000;

const isOnPath = (program) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Resolves with the exit code and what was printed. */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
    child.once("error", (error) => resolve({ code: 127, text: String(error) }));
    child.once("close", (code) => resolve({ code: code ?? 1, text }));
  });
}

const read = () => SOURCES.map((path) => readFileSync(path, "utf8")).join("\n");
const isBuilt = () => existsSync(built("stamp")) && readFileSync(built("stamp"), "utf8") === read();

/** From what Maven has kept; else from where Maven is told to look. */
async function fetchLibraries() {
  const args = ["-q", "-B", "-f", SOURCES[0], "dependency:copy-dependencies", `-DoutputDirectory=${built("lib")}`];
  const { code } = await run("mvn", ["-o", ...args]);
  return code === 0 || (await run("mvn", args)).code === 0;
}

/** Resolves with why it cannot be built, or undefined. */
async function build() {
  if (isBuilt()) return undefined;
  rmSync(built(""), { recursive: true, force: true });
  mkdirSync(built("lib"), { recursive: true });
  if (!(await fetchLibraries()) || readdirSync(built("lib")).length === 0) return "Maven could not fetch the server";
  const args = ["--release", "17", "-cp", built("lib/*"), "-d", built("classes"), SOURCES[1]];
  const { code, text } = await run("javac", args);
  if (code !== 0) return `javac, of Java 17 or newer, could not compile it: ${text.split("\n", 1)[0]}`;
  writeFileSync(built("stamp"), read());
  return undefined;
}

function start() {
  const child = spawn("java", ["-Xmx512m", "-cp", CLASSPATH, "Serve"], { stdio: ["pipe", "pipe", "ignore"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill(), START_WITHIN_MS);
    child.once("error", reject);
    void ended.then(() => reject(new Error("The independent server did not start.")));
    createInterface({ input: child.stdout }).once("line", (port) => {
      clearTimeout(timer);
      resolve({ port, stop });
    });
  });
}

/** `{ env, stop }`, the environment of tests against it; or `{ reason }` when this machine lacks what it takes. */
export async function startInteropServer() {
  const missing = ["java", "javac", "mvn"].filter((program) => !isOnPath(program));
  if (missing.length > 0) return { reason: `this machine has no ${missing.join(" and no ")}` };
  const reason = await build();
  if (reason) return { reason };
  const { port, stop } = await start();
  return { env: { MONGODB_URL: `mongodb://127.0.0.1:${port}/?directConnection=true`, LYT_INTEROP: "1" }, stop };
}
