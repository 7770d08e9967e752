/** Bytes over a socket, as no well-bred client would send them, and what came back until the connection ended. */
import { connect } from "node:net";
import { connect as connectSecurely } from "node:tls";

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const PATIENCE_MS = 20_000;

function parse(text: string): RawAnswer {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const headers = new Headers();
  for (const line of lines) headers.append(line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim());
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0), headers, body: rest.join("\r\n\r\n") };
}

export interface RawRequest {
  readonly method?: string;
  readonly target?: string;
  readonly version?: string;
  /** Header lines; `Connection: close` is added. Host is the server's own unless a line says otherwise or `noHost`. */
  readonly lines?: readonly string[];
  readonly noHost?: boolean;
  readonly body?: string;
}

export function bytesOf(request: RawRequest): Buffer {
  const { method = "GET", target = "/", version = "HTTP/1.1", lines = [], noHost = false, body = "" } = request;
  const host = noHost || lines.some((line) => /^host:/i.test(line)) ? [] : ["Host: 127.0.0.1"];
  const length = body === "" ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  const head = [`${method} ${target} ${version}`, ...host, "Connection: close", ...length, ...lines];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`, "latin1");
}

/** Sends the bytes and reads until the server ends the connection. */
export function sendRaw(url: string, bytes: Buffer, ca?: Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const place = { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) };
  return new Promise((resolve, reject) => {
    const socket = ca ? connectSecurely({ ...place, ca, servername: "localhost" }) : connect(place);
    let text = "";
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error("The server neither answered nor hung up.")));
    socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
    socket.once("error", (error: NodeJS.ErrnoException) => error.code !== "ECONNRESET" && reject(error));
    socket.once("close", () => resolve(parse(text)));
    socket.write(bytes);
  });
}
