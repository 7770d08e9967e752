/** When mail is tried again, what a refusal means, and what a message looks like. */
import { expect, it } from "vitest";
import { faultOf, htmlOf, nextAttempt, oneLine, textOf } from "../../../../server/mail/rules";

const BEGUN = new Date("2026-03-10T09:00:00Z");
const after = (minutes: number) => new Date(BEGUN.getTime() + minutes * 60_000);

it("tries again ever more slowly, and gives up after three days", () => {
  const attempts: number[] = [];
  for (let now: Date | undefined = BEGUN; now; ) {
    const next = nextAttempt(attempts.length + 1, BEGUN, now);
    if (next) attempts.push((next.getTime() - now.getTime()) / 60_000);
    now = next;
  }
  expect(attempts.slice(0, 6)).toEqual([1, 5, 15, 60, 240, 240]);
  expect(attempts.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(3 * 24 * 60);
  expect(attempts.length).toBeGreaterThan(15);
  expect(nextAttempt(1, BEGUN, after(3 * 24 * 60))).toBeUndefined();
});

it.each([
  [{ code: "ECONNREFUSED" }, "unreachable", false],
  [{ code: "ETIMEDOUT" }, "unreachable", false],
  [{ code: "EENVELOPE", responseCode: 450 }, "later", false],
  [{ code: "EENVELOPE", responseCode: 550 }, "receiver", true],
  [{ code: "EMESSAGE", responseCode: 554 }, "message", true],
  [{ code: "EAUTH", responseCode: 535 }, "sign-in", false],
  [{}, "unreachable", false],
] as const)("takes %j for %s", (error, fault, isFinal) => expect(faultOf(error)).toEqual({ fault, isFinal }));

it("shows names and links as text", () => {
  const message = {
    subject: "Hej <Bo>",
    paragraphs: ["Kære <script>alert(1)</script> & Co."],
    button: { label: 'Åbn "det"', url: "https://x.dk/ind?a=1&b=2#KODE" },
  };
  const html = htmlOf(message, "da");
  expect(html).not.toContain("<script>");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co.");
  expect(html).toContain('href="https://x.dk/ind?a=1&amp;b=2#KODE"');
  expect(textOf(message, "en")).toContain('Åbn "det":\nhttps://x.dk/ind?a=1&b=2#KODE');
  expect(oneLine("Hej\r\nBcc: alle@x.dk\u2028")).toBe("Hej Bcc: alle@x.dk");
});
