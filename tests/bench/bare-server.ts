/** The reference for intake: parses the same request and syncs it to a file before it answers; nothing else. */
import { open } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";

export async function runBareServer(folder: string, port: number): Promise<void> {
  const file = await open(join(folder, "bare.log"), "a");
  const server = createServer((request, response) => {
    if (request.url === "/healthz") return void response.end("ok");
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = JSON.stringify(JSON.parse(Buffer.concat(parts).toString("utf8")));
      void file
        .appendFile(`${body}\n`)
        .then(() => file.datasync())
        .then(() => response.end("{}"));
    });
  });
  server.listen(port, "127.0.0.1");
  process.on("SIGTERM", () => process.exit(0));
}
