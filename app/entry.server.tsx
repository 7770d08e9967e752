/**
 * Renders a page to a stream. Crawlers wait for the whole page; everyone else gets it as soon as its shell stands.
 * Nothing here may be cached: every page depends on a key or on who is signed in.
 */
import { Transform } from "node:stream";
import type { AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { RemixServer, isRouteErrorResponse } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { SCALES } from "#surveys/paper/paper";
import { fetchScales } from "~/components/player/scales/renderers";
import { NonceContext } from "~/http/nonce";

const ABORT_DELAY_MS = 5_000;

/** Remix reads this name: how long it waits for data that is still streaming. */
export const streamTimeout = ABORT_DELAY_MS - 500;

/** A page without scripts cannot wait for a part of itself: all ways of answering are there before the first page. */
const scalesAreThere = fetchScales(SCALES);

/**
 * React 18 leaves zeros at the end of a buffer in which a letter of several bytes had no room. No page has a NUL of its
 * own; within an attribute a browser would make a strange letter of it.
 */
const withoutZeros = (): Transform =>
  new Transform({
    transform: (bytes: Buffer, _encoding, done) =>
      done(null, bytes.includes(0) ? bytes.filter((byte) => byte > 0) : bytes),
  });

/** Remix answers a form post to a page that takes none with 405, and does not say what it takes. */
function sayMethods(headers: Headers, status: number): void {
  if (status === 405) headers.set("Allow", "GET, HEAD");
}

function forbidCaching(headers: Headers): void {
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, report }: AppLoadContext,
): Promise<Response> {
  await scalesAreThere;
  forbidCaching(headers);
  sayMethods(headers, status);
  headers.set("Content-Type", "text/html; charset=utf-8");
  const readyEvent = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    let responseStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_DELAY_MS} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [readyEvent]() {
          const body = withoutZeros();
          body.on("close", () => clearTimeout(timer));
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          responseStatus = 500;
          report(error);
        },
      },
    );
    const timer = setTimeout(abort, ABORT_DELAY_MS);
  });
}

/** Remix's own handler prints errors with the address in them, and an address holds a key. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs): void {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) context.report(error);
}

export function handleDataRequest(response: Response): Response {
  forbidCaching(response.headers);
  sayMethods(response.headers, response.status);
  return response;
}
