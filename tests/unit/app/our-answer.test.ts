/** What came back is ours by what it says, never by its status. */
import { expect, it } from "vitest";
import { readAnswer } from "../../../app/components/player/our-answer";
import { noticeOf } from "../../../app/components/player/submission";
import { problems } from "../../../server/lib/problem";

const id = "0123456789abcdef0123456789abcdef";
const receipt = { responseId: id, receipt: "BCDFGH", feedbackDueAt: "2026-04-20T10:00:00.000Z" };

it("a receipt of this very response is ours", () => {
  expect(readAnswer(JSON.stringify(receipt), id)).toEqual({ receipt });
});

it.each([
  ["nothing", ""],
  ["a page", "<!doctype html><title>Log ind på nettet</title>"],
  ["a cut receipt", JSON.stringify(receipt).slice(0, -9)],
  ["null", "null"],
  ["a list", "[]"],
  ["other JSON", '{"status":"ok"}'],
  ["a receipt of another response", JSON.stringify({ ...receipt, responseId: id.replace("0", "1") })],
  ["a receipt without letters", JSON.stringify({ ...receipt, receipt: 7 })],
  ["a receipt without a day", JSON.stringify({ ...receipt, feedbackDueAt: "soon" })],
  ["a problem without a code", '{"type":"about:blank","title":"Not Found","status":404}'],
  ["a problem with somebody else's code", '{"code":"ERR_ACCESS_DENIED"}'],
  ["a code that is only formed like ours", '{"code":"constructor.name"}'],
  ["a code that is a number", '{"code":405}'],
  ...["server.unavailable", "key.invalid", "response.filtered", "request.blocked"].map(
    (code) => [`somebody else's ${code}`, JSON.stringify({ code })] as [string, string],
  ),
])("%s is not", (_what, text) => {
  expect(readAnswer(text, id)).toBeUndefined();
});

it("every problem that sending can meet is known, and told in the child's words", () => {
  const told = (["request", "database", "key", "response"] as const)
    .flatMap((kind) => Object.values(problems[kind]).map((make) => make().code))
    .concat("round.sealed", "server.failed")
    .map((code) => [code, noticeOf(code)]);
  expect(told.filter(([, notice]) => notice === undefined)).toEqual([]);
  expect(Object.fromEntries(told)).toMatchObject({
    "key.used": "used",
    "key.unknown": "sealed",
    "round.sealed": "sealed",
    "response.invalid": "refused",
    "request.tooMany": "away",
    "database.away": "away",
    // Our own pages send what is expected: something changed it on its way.
    "request.crossSite": "blocked",
    "request.wrongType": "blocked",
  });
});
