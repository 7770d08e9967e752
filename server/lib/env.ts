/** The only reader of the process's environment: every setting checked at start, with a sentence for a wrong value. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

const file = (name: string) =>
  z.string().refine((path) => existsSync(path), { error: `${name} must be the path of a file that exists` });

const schema = z
  .object({
    PORT: z
      .string()
      .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
        error: "PORT must be a number from 0 to 65535",
      })
      .transform(Number)
      .default(3000),
    HOST: z.string().min(1, "HOST must be an address to listen on, such as 127.0.0.1 or 0.0.0.0").default("127.0.0.1"),
    PUBLIC_URL: z
      .string()
      .refine((text) => URL.canParse(text) && /^https?:\/\/[^/]+$/.test(new URL(text).href.replace(/\/$/, "")), {
        error: "PUBLIC_URL must be an address such as https://lyt.example.dk, without a path",
      })
      .optional(),
    TRUST_PROXY: z.coerce
      .number({ error: "TRUST_PROXY must be the number of proxies in front of this server, such as 1" })
      .int("TRUST_PROXY must be a whole number")
      .min(0, "TRUST_PROXY must be 0 or more")
      .max(10, "TRUST_PROXY must be 10 or less")
      .default(0),
    TLS_CERT: file("TLS_CERT").optional(),
    TLS_KEY: file("TLS_KEY").optional(),
    DATA_DIR: z.string().min(1, "DATA_DIR must be the path of a folder").default("data"),
    MONGODB_URL: z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/.+/, "MONGODB_URL must begin with mongodb:// or mongodb+srv://")
      .optional(),
    KEY_PEPPER: z.string().min(32, "KEY_PEPPER must have at least 32 characters").optional(),
    SMTP_URL: z
      .string()
      .refine((text) => URL.canParse(text) && /^smtps?:\/\/[^/]+/.test(text), {
        error:
          "SMTP_URL must begin with smtp:// or smtps:// and name a server, such as smtps://name:password@mail.example.dk",
      })
      .optional(),
    MAIL_FROM: z
      .string()
      .regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/, "MAIL_FROM must be an address such as lyt-hoejt@example.dk")
      .optional(),
    DEMO: z.enum(["auto", "yes", "no"], { error: "DEMO must be auto, yes or no" }).default("auto"),
    LOG_LEVEL: z
      .enum(["fatal", "error", "warn", "info", "debug", "silent"], {
        error: "LOG_LEVEL must be fatal, error, warn, info, debug or silent",
      })
      .default("info"),
    NODE_ENV: z.enum(["production", "development", "test"]).catch("production"),
  })
  .refine((env) => Boolean(env.TLS_CERT) === Boolean(env.TLS_KEY), {
    error: "TLS_CERT and TLS_KEY belong together: give both or neither",
  })
  .refine((env) => Boolean(env.SMTP_URL) === Boolean(env.MAIL_FROM), {
    error: "SMTP_URL and MAIL_FROM belong together: give both or neither",
  });

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly publicUrl?: string;
  readonly trustProxy: number;
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
  readonly dataDir: string;
  readonly mongodbUrl?: string;
  readonly keyPepper?: string;
  /** Absent: nothing is sent, and administrators hand over what would have been. */
  readonly smtp?: { readonly url: string; readonly from: string };
  /** Whether an empty database gets the demo municipality. */
  readonly isDemoWanted: boolean;
  readonly logLevel: string;
  readonly isDevelopment: boolean;
}

/** A wrong setting; `message` is one sentence a line, ready to print. */
export class SettingsError extends Error {}

/** Reads settings from an environment. Empty values count as absent. Throws `SettingsError`. */
export function readSettings(environment: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map((issue) => issue.message).join("\n"));
  const env = parsed.data;
  const tls = env.TLS_CERT && env.TLS_KEY ? { certFile: env.TLS_CERT, keyFile: env.TLS_KEY } : undefined;
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL && new URL(env.PUBLIC_URL).origin.replace(/\.(?=:|$)/, ""),
    trustProxy: env.TRUST_PROXY,
    tls,
    dataDir: resolve(env.DATA_DIR),
    mongodbUrl: env.MONGODB_URL,
    keyPepper: env.KEY_PEPPER,
    smtp: env.SMTP_URL && env.MAIL_FROM ? { url: env.SMTP_URL, from: env.MAIL_FROM } : undefined,
    isDemoWanted: env.DEMO === "yes" || (env.DEMO === "auto" && LOOPBACK.has(env.HOST)),
    logLevel: env.LOG_LEVEL,
    isDevelopment: env.NODE_ENV === "development",
  };
}
