/** Mail to adults, through a real SMTP server: sent once, tried again, refused, and handed over where there is no server. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createMailService } from "../../server/mail/service";
import type { MailService } from "../../server/mail/service";
import { createSend } from "../../server/mail/send-smtp";
import { actAs } from "../support/act-as";
import { cookieOf, postForm } from "../support/sign-in";
import { shownHtml } from "../support/shown-html";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { partsOf, startSmtpServer } from "../support/smtp-server";

let site: Site;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let mail: MailService;
const START = "2026-03-10T09:00:00Z";

beforeAll(async () => {
  site = await startSite({ at: START });
  smtp = await startSmtpServer();
  const send = createSend({ url: smtp.url, from: "lyt@example.dk" });
  mail = createMailService({ store: site.application.stores.mail, clock: site.clock, send });
});
afterAll(async () => {
  await smtp.close();
  await site.close();
});
afterEach(async () => {
  smtp.caught.length = 0;
  smtp.refuse(() => undefined);
  site.clock.set(START);
  await mails().deleteMany({});
});

const mails = () =>
  site.database.main.collection<{ _id: string; to: string; state: string; attempts: number }>("mails");
const only = () => mails().findOne({});
const later = (minutes: number) => site.clock.set(new Date(new Date(START).getTime() + minutes * 60_000));
const LINK = "https://lyt.example.dk/kode#HEMMELIG";
const letter = (to: string, subject = "Velkommen, Bø") =>
  ({
    to,
    locale: "da",
    kind: "test",
    message: { subject, paragraphs: ["Kære Bo & Åse"], button: { label: "Åbn", url: LINK } },
  }) as const;

describe("a mail", () => {
  it("goes as text and HTML, once, and its words are gone from here", async () => {
    await mail.enqueue(letter("bo@example.dk"));
    expect(await mail.sendDue()).toBe(1);
    expect(await mail.sendDue()).toBe(0);
    const [caught] = smtp.caught;
    expect(smtp.caught).toHaveLength(1);
    expect(caught).toMatchObject({ from: "lyt@example.dk", to: ["bo@example.dk"] });
    const parts = caught ? partsOf(caught) : {};
    expect(parts["text/plain"]).toContain("Kære Bo & Åse");
    expect(parts["text/plain"]).toContain(LINK);
    expect(parts["text/html"]).toContain("Kære Bo &amp; Åse");
    expect(caught?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
    const kept = await only();
    expect(kept).toMatchObject({ state: "sent", to: "bo@example.dk" });
    expect(JSON.stringify(kept)).not.toMatch(/HEMMELIG|Kære/);
    later(91 * 24 * 60);
    await mail.sendDue();
    expect(await only()).toBeNull();
  });

  it("whose subject would be more headers is one line, to one receiver", async () => {
    await mail.enqueue(letter("bo@example.dk", "Hej\r\nBcc: carla@example.dk\r\n\r\nEt andet brev"));
    await mail.sendDue();
    expect(smtp.caught.map(({ to }) => to)).toEqual([["bo@example.dk"]]);
    const [headers] = smtp.caught[0]?.raw.split("\r\n\r\n") ?? [];
    expect(headers).toContain("Subject: Hej Bcc:");
    expect(headers).not.toMatch(/^Bcc:/m);
  });

  it("that is not taken now is tried again, under the same Message-ID", async () => {
    smtp.refuse(() => ({ code: 450, text: "not now" }));
    await mail.enqueue(letter("bo@example.dk"));
    expect(await mail.sendDue()).toBe(0);
    expect(await only()).toMatchObject({ state: "waiting", fault: "later", attempts: 1 });
    await mail.sendDue();
    expect(await only()).toMatchObject({ attempts: 1 });
    smtp.refuse(() => undefined);
    later(2);
    expect(await mail.sendDue()).toBe(1);
    const id = (await only())?._id ?? "?";
    expect(smtp.caught[0]?.raw).toContain(`Message-ID: <${id}@example.dk>`);
  });

  it("whose receiver nobody knows is not tried again, and does not keep others waiting", async () => {
    smtp.refuse((to) => (to.startsWith("ingen") ? { code: 550, text: "no such user" } : undefined));
    await mail.enqueue(letter("ingen@example.dk"));
    await mail.enqueue(letter("bo@example.dk"));
    expect(await mail.sendDue()).toBe(1);
    expect(await mails().findOne({ to: "ingen@example.dk" })).toMatchObject({ state: "refused", fault: "receiver" });
    later(24 * 60);
    expect(await mail.sendDue()).toBe(0);
  });

  it("waits for a server that is down for a day, and is given up after three", async () => {
    const send = createSend({ url: "smtp://127.0.0.1:1", from: "lyt@example.dk" });
    const down = createMailService({ store: site.application.stores.mail, clock: site.clock, send });
    await down.enqueue(letter("bo@example.dk"));
    for (let hour = 0; hour < 24; hour += 1) {
      later(hour * 60);
      expect(await down.sendDue()).toBe(0);
    }
    expect(await only()).toMatchObject({ state: "waiting", fault: "unreachable" });
    later(28 * 60);
    expect(await mail.sendDue()).toBe(1);
    await mails().deleteMany({});
    site.clock.set(START);
    await down.enqueue(letter("bo@example.dk"));
    for (let hours = 0; hours < 80; hours += 4) {
      later(hours * 60);
      await down.sendDue();
    }
    expect(await only()).toMatchObject({ state: "given-up" });
  });

  it("is sent once more where a process died before it wrote that down", async () => {
    await mail.enqueue(letter("bo@example.dk"));
    await site.application.stores.mail.take(site.clock.now());
    later(9);
    expect(await mail.sendDue()).toBe(0);
    later(11);
    expect(await mail.sendDue()).toBe(1);
  });

  it("is sent by one of several processes", async () => {
    const send = createSend({ url: smtp.url, from: "lyt@example.dk" });
    const other = createMailService({ store: site.application.stores.mail, clock: site.clock, send });
    for (let count = 0; count < 12; count += 1) await mail.enqueue(letter(`nr${count}@example.dk`));
    const sent = await Promise.all([mail, other, mail].map((one) => one.sendDue()));
    expect(sent.reduce((sum, one) => sum + one)).toBe(12);
    expect(new Set(smtp.caught.flatMap(({ to }) => to)).size).toBe(12);
    expect(smtp.caught).toHaveLength(12);
  });
});

describe("the page of the post", () => {
  const page = async (lang = "") => {
    const cookie = await cookieOf(site.url, "anne");
    const html = await (await fetch(`${site.url}/admin/post${lang}`, { headers: { cookie } })).text();
    return (await shownHtml(html)).replaceAll("<!-- -->", "");
  };
  const post = async (fields: Record<string, string>, lang = "") =>
    postForm(`${site.url}/admin/post${lang}`, fields, await cookieOf(site.url, "anne"));

  it("shows what would have been sent where there is no server, so that it can be handed over", async () => {
    const sent = await post({ do: "test", to: "anne@example.dk" });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/admin/post?done=tested"]);
    await site.application.services.mail.sendDue();
    const html = await page();
    for (const words of ["Der er ingen mailserver", "anne@example.dk", "Ikke sendt", "En prøve fra Lyt Højt"])
      expect(html).toContain(words);
    expect(await page("?lang=en")).toContain("Not sent");
  });

  it.each(["nobody", "a@b", "a@b.dk, c@d.dk", "a@b.dk\r\nBcc: c@d.dk", "<a@b.dk>", ""])(
    "takes no address that is none (%j), and keeps what was typed",
    async (to) => {
      const refused = await post({ do: "test", to });
      expect(refused.status).toBe(422);
      const html = await shownHtml(await refused.text());
      expect(html).toContain("Det ligner ikke en mailadresse");
      expect(await mails().countDocuments()).toBe(0);
    },
  );

  it("tries one again, and none that is not there", async () => {
    smtp.refuse(() => ({ code: 550, text: "no" }));
    await mail.enqueue(letter("ingen@example.dk"));
    await mail.sendDue();
    const id = (await only())?._id ?? "";
    expect((await post({ do: "retry", id })).status).toBe(303);
    expect(await only()).toMatchObject({ state: "waiting", attempts: 0 });
    expect((await post({ do: "retry", id: "nope" })).status).toBe(404);
    await expect(mail.list(await actAs(site.application, "bo"))).rejects.toMatchObject({ status: 404 });
  });
});
