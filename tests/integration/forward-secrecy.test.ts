/** TLS at the real server: what was recorded cannot be read by whoever learns the key one day. */
import { readFileSync } from "node:fs";
import { connect } from "node:tls";
import type { ConnectionOptions } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServerWith } from "../support/server-with";
import type { ServerWith } from "../support/server-with";

/** With a key of RSA a server could also take the old key exchange, in which the client sends the secret to that key. */
const certificates = ["localhost", "localhost-rsa"] as const;
const files = (name: string) => ({
  TLS_CERT: `tests/cases/tls/${name}.pem`,
  TLS_KEY: `tests/cases/tls/${name}.key.pem`,
});

interface Agreed {
  readonly protocol: string | null;
  readonly cipher: string;
  readonly keyExchange: string;
}

const HANDSHAKE = "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE";
const VERSION = "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION";

describe.each(certificates)("with the certificate %s", (name) => {
  let server: ServerWith;
  beforeAll(async () => {
    server = await startServerWith(files(name));
  });
  afterAll(() => server.close());

  /** As a client that takes anything: OpenSSL itself refuses what is old unless it is told to let it be. */
  function agree({ ciphers = "ALL", ...options }: ConnectionOptions): Promise<Agreed> {
    const place = {
      host: "127.0.0.1",
      servername: "localhost",
      port: server.port,
      ca: readFileSync(files(name).TLS_CERT),
    };
    return new Promise((resolve, reject) => {
      const socket = connect({ ...place, ...options, ciphers: `${ciphers}:@SECLEVEL=0` }, () => {
        const key = socket.getEphemeralKeyInfo();
        const keyExchange = key !== null && "type" in key ? key.type : "";
        resolve({ protocol: socket.getProtocol(), cipher: socket.getCipher().name, keyExchange });
        socket.destroy();
      });
      socket.once("error", reject);
    });
  }

  it.each([
    "kRSA",
    "AES128-GCM-SHA256",
    "AES256-GCM-SHA384",
    "AES128-SHA",
    "AES256-SHA256",
    "AES256-CCM",
    "CAMELLIA128-SHA",
    "ECDHE-RSA-AES128-SHA",
    "ECDHE-ECDSA-AES128-SHA",
    "DHE-RSA-AES128-GCM-SHA256",
    "AECDH-AES128-SHA",
    "NULL-SHA256",
  ])("refuses TLS 1.2 with %s", async (ciphers) => {
    await expect(agree({ maxVersion: "TLSv1.2", ciphers })).rejects.toMatchObject({ code: HANDSHAKE });
  });

  it.each(["AES128-GCM-SHA256", "AES256-GCM-SHA384", "CHACHA20-POLY1305"])("takes ECDHE with %s", async (rest) => {
    const cipher = `ECDHE-${name === "localhost" ? "ECDSA" : "RSA"}-${rest}`;
    const agreed = await agree({ maxVersion: "TLSv1.2", ciphers: cipher });
    expect(agreed).toEqual({ protocol: "TLSv1.2", cipher, keyExchange: "ECDH" });
  });

  it.each(["TLSv1", "TLSv1.1"] as const)("refuses %s", async (version) => {
    await expect(agree({ minVersion: version, maxVersion: version })).rejects.toMatchObject({ code: VERSION });
  });

  it("agrees on TLS 1.3 where both can", async () => {
    expect(await agree({})).toMatchObject({ protocol: "TLSv1.3", keyExchange: "ECDH" });
  });
});
