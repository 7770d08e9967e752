/** Debian's nginx on loopback with a folder and a process of its own. Where it cannot be had, its tests are skipped. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const PLACES = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"];

export const nginxPath = process.env["NGINX_PATH"] ?? PLACES.find((place) => existsSync(place));

export const CERTIFICATE = resolve("tests/cases/tls/localhost.pem");

/** A text of the page for operators with other ports and files in it; each must be there to be exchanged. */
function exchange(text: string, [from, to]: readonly [string, string]): string {
  if (!text.includes(from)) throw new Error(`docs/reverse-proxy.md has no "${from}" in its nginx block.`);
  return text.replaceAll(from, to);
}

export interface Ports {
  /** Where our server listens. */
  readonly ours: number;
  readonly https: number;
  /** What is answered with the way to HTTPS. */
  readonly http: number;
}

/** The nginx block of docs/reverse-proxy.md, on loopback. */
export function documentedNginx({ ours, https, http }: Ports): string {
  const page = readFileSync("docs/reverse-proxy.md", "utf8");
  const block = /```nginx\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  const exchanges = {
    "listen 80;": `listen 127.0.0.1:${http};`,
    "listen 443 ": `listen 127.0.0.1:${https} `,
    "/etc/ssl/lyt.example.dk.pem": CERTIFICATE,
    "/etc/ssl/private/lyt.example.dk.key": resolve("tests/cases/tls/localhost.key.pem"),
    "http://127.0.0.1:3000": `http://127.0.0.1:${ours}`,
  };
  return Object.entries(exchanges).reduce(exchange, block);
}

const TEMPORARY = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

/** Without a line about the user a worker of root's nginx would be nobody, and could not use the folder. */
function wholeConfiguration(folder: string, servers: string): string {
  const paths = TEMPORARY.map((name) => `  ${name}_temp_path ${folder}/${name};`).join("\n");
  const user = process.getuid?.() === 0 ? "user root;\n" : "";
  return `${user}daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
worker_processes 1;
events { worker_connections 64; }
http {
  access_log off;
${paths}
${servers}
}
`;
}

async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const socket = connect(port, "127.0.0.1");
    const isUp = await Promise.race([once(socket, "connect").then(() => true), wait(1_000, false)]).catch(() => false);
    socket.destroy();
    if (isUp) return;
    await wait(50);
  }
  throw new Error(`nginx does not listen on ${port}.`);
}

export interface Nginx {
  stop(): Promise<void>;
}

/** Starts nginx with these server blocks and waits until it listens on `ports`. */
export async function startNginx(servers: string, ports: readonly number[]): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), "lyt-nginx-"));
  for (const name of TEMPORARY) await mkdir(join(folder, name));
  const file = join(folder, "nginx.conf");
  await writeFile(file, wholeConfiguration(folder, servers));
  const args = ["-p", folder, "-c", file, "-e", join(folder, "error.log")];
  const child = spawn(nginxPath ?? "nginx", args, { stdio: ["ignore", "ignore", "inherit"] });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const failed = ended.then(() =>
    Promise.reject(new Error(`nginx did not start: ${readFileSync(join(folder, "error.log"), "utf8")}`)),
  );
  failed.catch(() => undefined);
  await Promise.race([Promise.all(ports.map(untilListening)), failed]);
  return { stop };
}
