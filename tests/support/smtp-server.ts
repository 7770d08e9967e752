/** A real SMTP server in the test's own process, on loopback: what it was given, and what it is told to refuse. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface CaughtMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came: headers, text and HTML. */
  readonly raw: string;
}

/** What it answers to the receiver's address; undefined takes it. */
type Refusal = (to: string) => { readonly code: number; readonly text: string } | undefined;

export async function startSmtpServer() {
  const caught: CaughtMail[] = [];
  let refusal: Refusal = () => undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, callback) {
      const refused = refusal(address);
      callback(refused ? Object.assign(new Error(refused.text), { responseCode: refused.code }) : undefined);
    },
    onData(stream, { envelope }, callback) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const raw = Buffer.concat(parts).toString("utf8");
        caught.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    caught,
    refuse: (next: Refusal) => void (refusal = next),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const decodeQuotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

/** The parts of a mail by content type, decoded. */
export function partsOf({ raw }: CaughtMail): Readonly<Record<string, string>> {
  const [, boundary = ""] = /boundary="([^"]+)"/.exec(raw) ?? [];
  const parts = raw.split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(
    parts.map((part) => {
      const [head = "", ...rest] = part.trim().split(/\r?\n\r?\n/);
      const body = rest.join("\n\n");
      const [, type = ""] = /Content-Type: ([^;\s]+)/i.exec(head) ?? [];
      const isBase64 = /base64/i.test(head);
      return [type, isBase64 ? Buffer.from(body, "base64").toString("utf8") : decodeQuotedPrintable(body)];
    }),
  );
}
