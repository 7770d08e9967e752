/** A request that comes too slowly is cut off at its bound, wherever it dawdles, and not at Node's next look. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { SLOW, sendSlowly } from "../support/slow-requests";
import { startTestServer } from "../support/test-server";
import type { TestServer } from "../support/test-server";

const WITHIN_MS = 2000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    requestWithinMs: WITHIN_MS,
    // Reads its form, as a page does.
    pages: (request, response) => {
      request.resume().once("end", () => response.end());
    },
  });
});
afterAll(() => server.close());

it.each(Object.entries(SLOW))("%s", async (_name, head) => {
  const lived = await sendSlowly(Number(new URL(server.url).port), head);
  expect(lived).toBeGreaterThan(WITHIN_MS / 4);
  expect(lived).toBeLessThan(WITHIN_MS + 1500);
});
