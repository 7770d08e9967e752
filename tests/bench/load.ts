/** A bounded load: a list of requests, sixteen connections, one request a connection at a time. */
import { Agent, request } from "node:http";

export interface Sent {
  readonly perSecond: number;
  readonly latenciesMs: number[];
  readonly failures: number;
}

const CONNECTIONS = 16;

export function send(agent: Agent, url: URL, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const outgoing = request(url, { agent, method: "PUT", headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

export async function load(requests: readonly { readonly url: string; readonly body: string }[]): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const latenciesMs: number[] = [];
  let failures = 0;
  let next = 0;
  const startedAt = performance.now();
  const connection = async () => {
    for (let one = requests[next++]; one; one = requests[next++]) {
      const sentAt = performance.now();
      const status = await send(agent, new URL(one.url), one.body);
      latenciesMs.push(performance.now() - sentAt);
      if (status !== 200) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return { perSecond: requests.length / seconds, latenciesMs, failures };
}
