/**
 * The files a build made, as they are or as the build packed them beside (scripts/pack-files.mjs). Which a client may get
 * is for `negotiator` to say; sending one of them, with its ETag, ranges and 304, is Express's.
 */
import { existsSync, readdirSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import express from "express";
import type { RequestHandler, Response } from "express";
import Negotiator from "negotiator";
import { problems } from "../lib/problem";

const ENDINGS = { br: ".br", gzip: ".gz" } as const;
type Encoding = keyof typeof ENDINGS;
/** The smallest first: it counts where a client likes them equally. */
const ENCODINGS: readonly Encoding[] = ["br", "gzip"];

/** Its types do not know yet that it can be told what we like best. */
interface Chooser {
  encoding(available: string[], preferred: string[]): string | undefined;
}

const isEncoding = (name: string | undefined): name is Encoding => name === "br" || name === "gzip";

/** The paths that have packed files beside them. */
function findPacked(folder: string): ReadonlyMap<string, readonly Encoding[]> {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const paths = files
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")}`);
  const all = new Set(paths);
  return new Map(
    paths
      .map((path) => [path, ENCODINGS.filter((encoding) => all.has(path + ENDINGS[encoding]))] as const)
      .filter(([, encodings]) => encodings.length > 0),
  );
}

function asTheyAre(folder: string): RequestHandler {
  const router = express.Router();
  const setHeaders = (response: Response) => void response.setHeader("X-Content-Type-Options", "nosniff");
  const options = { index: false, redirect: false, setHeaders } as const;
  router.use("/assets", express.static(`${folder}/assets`, { ...options, immutable: true, maxAge: "1y" }));
  router.use(express.static(folder, { ...options, maxAge: "1h" }));
  return router;
}

/** What was said of a file that is not sent after all. */
const OF_A_FILE = ["Accept-Ranges", "Cache-Control", "Content-Encoding", "Content-Type", "ETag", "Last-Modified"];

/** A packed file's own name is no address. */
const isPackedItself = (path: string, packed: ReadonlyMap<string, unknown>) =>
  Object.values(ENDINGS).some((ending) => path.endsWith(ending) && packed.has(path.slice(0, -ending.length)));

export function builtFiles(folder: string): RequestHandler {
  const packed = findPacked(folder);
  const files = asTheyAre(folder);
  return (request, response, next) => {
    const { url, path } = request;
    if (isPackedItself(path, packed)) return next();
    const encodings = packed.get(path);
    if (encodings) response.vary("Accept-Encoding");
    const chooser: Chooser = new Negotiator(request);
    const chosen = chooser.encoding([...(encodings ?? []), "identity"], [...ENCODINGS]);
    if (encodings && chosen === undefined) return next(problems.request.notAcceptable());
    if (isEncoding(chosen)) {
      request.url = path + ENDINGS[chosen];
      response.setHeader("Content-Encoding", chosen);
      response.type(extname(path));
    }
    files(request, response, (error?: unknown) => {
      request.url = url;
      for (const name of OF_A_FILE) response.removeHeader(name);
      next(error);
    });
  };
}
