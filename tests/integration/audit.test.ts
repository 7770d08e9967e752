/** The audit: an entry before every deed and one after it, in a chain that shows every change. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditPlan } from "../../server/audit-plan";
import { OPERATOR } from "../../server/accounts/rules";
import { createAppender } from "../../server/audit/create-appender";
import type { Entry } from "../../server/audit/contract";
import { BEGINNING, chain } from "../../server/audit/rules";
import { actAs } from "../support/act-as";
import { READ_ROUND, startReadingSite } from "../support/reading-site";
import type { ReadingSite } from "../support/reading-site";
import { cookieOf, postForm } from "../support/sign-in";
import { shownHtml } from "../support/shown-html";
import { startTestServer } from "../support/test-server";
import { watchWrites } from "../support/write-watch";

let here: ReadingSite;
let watch: ReturnType<typeof watchWrites>;
beforeAll(async () => {
  here = await startReadingSite("2026-03-10T09:00:00Z");
  watch = watchWrites(here.site.application.services, here.site.database);
});
afterAll(async () => {
  watch.stop();
  await here.site.close();
});

const audit = () => here.site.application.services.audit;
const entries = () => here.site.application.stores.audit.listAfter(0, 10_000);
/** Those that came while something was done. */
async function during(act: () => Promise<unknown>): Promise<Entry[]> {
  const before = (await entries()).length;
  await act();
  return (await entries()).slice(before);
}
const short = ({ verb, phase, of, code, actor, subject }: Entry) =>
  [verb, phase, actor.kind, subject.id, of === undefined ? "" : "answers", code ?? ""].join(" ").trim();

describe("a deed", () => {
  it("is intended before it is done, and then done", async () => {
    const karen = await here.actor("karen");
    await here.write("KANARIE læst");
    const id = await here.idOf("KANARIE læst");
    const found = await during(() => here.site.application.services.readingRoom.getWriting(karen, id));
    expect(found.map(short)).toEqual([`writing.read intended user ${id}`, `writing.read done user ${id} answers`]);
    expect(found[1]?.of).toBe(found[0]?.number);
    expect(found[0]?.actor).toMatchObject({ role: "editor" });
    expect(JSON.stringify(await entries())).not.toContain("KANARIE");
  });

  it("that is refused says by which code, also to whom it does not belong", async () => {
    const bo = await here.actor("bo");
    const { rounds } = here.site.application.services;
    const found = await during(() => rounds.open(bo, READ_ROUND).catch(() => undefined));
    expect(found.map(short)).toEqual([
      `round.open intended user ${READ_ROUND}`,
      `round.open refused user ${READ_ROUND} answers round.notFound`,
    ]);
  });

  it("of the command line, of time and of whoever holds a link says so", async () => {
    const { rounds, dialogues } = here.site.application.services;
    const close = () => rounds.close(OPERATOR, "forar");
    expect((await during(close)).map(short)).toContain("round.close done operator forar answers");
    here.site.clock.set(new Date("2026-04-10T09:00:00Z"));
    expect((await during(() => rounds.tick())).map(short)).toContain("round.seal done clock forar answers");
    here.site.clock.set(new Date("2026-03-10T09:00:00Z"));
    const guess = () => dialogues.propose("0".repeat(26), { id: "1".repeat(32), text: "x" }).catch(() => undefined);
    const [intended, refused] = await during(guess);
    expect([intended?.actor.kind, refused?.code]).toEqual(["holder", "dialogue.notFound"]);
  });

  it("of answering leaves none", async () => {
    const { site } = here;
    const round = await site.application.stores.rounds.find(READ_ROUND);
    expect(round?.state).toBe("open");
    // Its key is the administrator's deed; what the child does with it is nobody's.
    const found = await during(() => here.write("Noget andet"));
    expect(found.map(({ verb }) => verb)).toEqual(["key.issue", "key.issue"]);
  });

  it("that nobody could do without an account leaves none", async () => {
    const found = await during(() => postForm(`${here.site.url}/admin`, { round: "forar", do: "open" }));
    expect(found).toEqual([]);
  });
});

describe("of every method of every service", () => {
  /** Of these a child's answer is written, or a session is kept alive. */
  const LEAVES_NONE = /^(responses\.|accounts\.findActor$)/;

  it("what the plan calls free has written nothing", async () => {
    const { services } = here.site.application;
    const anne = await here.actor("anne");
    const bo = await here.actor("bo");
    await services.rounds.listOverviews(anne);
    await services.feedback.listOwed(anne);
    await services.readingRoom.listBacklog(anne);
    await services.readingRoom.getQueue(await here.actor("karen"));
    await services.organisation.listInstitutions(bo);
    await services.guessing.listPausedDoors(anne);
    await services.dialogues.tick();
    for (const path of ["/leder", "/admin", "/admin/revision", "/leder/eg", "/laeserum", "/galleri", "/handlinger/eg"])
      await fetch(here.site.url + path, { headers: { cookie: await cookieOf(here.site.url, "anne") } });
    expect(watch.asked.size).toBeGreaterThan(15);
    const plan = auditPlan as unknown as Record<string, Record<string, unknown>>;
    const free = [...watch.written.keys()].filter((name) => {
      const [service = "", method = ""] = name.split(".");
      return plan[service]?.[method] === "free" && !LEAVES_NONE.test(name);
    });
    // What has ended is swept away, and how many were heard is counted again after an hour: nobody did that.
    const ofItself = new Set(["dialogues.tick", "rounds.listOverviews"]);
    expect(free.filter((name) => !ofItself.has(name))).toEqual([]);
  });
});

describe("the chain", () => {
  it("is whole, also when many write at once, from two processes", async () => {
    const { application } = here.site;
    // What one process knows of the end the other does not.
    const other = createAppender(application.stores.audit);
    const own = createAppender(application.stores.audit);
    const entry = (id: number) => ({
      at: "2026-03-10T09:00:00.000Z",
      actor: { kind: "clock" } as const,
      verb: "round.close",
      subject: { kind: "round", id: String(id) },
      phase: "intended" as const,
    });
    const before = (await entries()).length;
    await Promise.all(Array.from({ length: 200 }, (_, id) => (id % 2 === 0 ? own : other)(entry(id))));
    const added = (await entries()).slice(before);
    expect(new Set(added.map(({ subject }) => subject.id)).size).toBe(200);
    expect(await audit().verify()).toEqual({ entries: before + 200 });
  });

  it.each([
    ["changed", "updateOne", { $set: { verb: "round.open" } }],
    ["missing", "deleteOne", undefined],
  ] as const)("tells what was %s, and where", async (kind, deed, change) => {
    const server = await startTestServer();
    const { application, database } = server;
    const append = createAppender(application.stores.audit);
    const entry = { at: "2026-03-10T09:00:00.000Z", actor: { kind: "clock" }, verb: "round.close" } as const;
    for (const id of ["a", "b", "c"]) await append({ ...entry, subject: { kind: "round", id }, phase: "intended" });
    const stored = database.main.collection<{ _id: number }>("audit");
    if (deed === "updateOne") await stored.updateOne({ _id: 2 }, change);
    else await stored.deleteOne({ _id: 2 });
    const service = application.services.audit;
    expect((await service.verify()).fault).toEqual({ kind, number: 2 });
    await server.close();
  });

  it("tells a forged entry from one that follows, and an end that was cut", async () => {
    const server = await startTestServer();
    const { application, database } = server;
    const { audit: store } = application.stores;
    const append = createAppender(store);
    const entry = {
      at: "2026-03-10T09:00:00.000Z",
      actor: { kind: "clock" },
      verb: "round.close",
      subject: { kind: "round", id: "a" },
      phase: "intended",
    } as const;
    for (let count = 0; count < 3; count += 1) await append(entry);
    const stored = database.main.collection<{ _id: number }>("audit");
    await stored.deleteOne({ _id: 3 });
    expect((await application.services.audit.verify()).fault).toEqual({ kind: "cut", number: 3, last: 3 });
    // Hung on where it does not belong, with a hash that is right in itself.
    await store.insert([{ ...chain(entry, { ...BEGINNING, number: 2 }) }]);
    expect((await application.services.audit.verify()).fault).toEqual({ kind: "unchained", number: 3 });
    await server.close();
  });
});

describe("a crash between the two entries", () => {
  it("is closed by what the record tells, and as unclear where it tells nothing", async () => {
    const { site } = here;
    const append = createAppender(site.application.stores.audit);
    const at = site.clock.now().toISOString();
    const by = { at, actor: { kind: "operator" }, phase: "intended" } as const;
    const opened = await append({ ...by, verb: "round.open", subject: { kind: "round", id: READ_ROUND } });
    const closed = await append({ ...by, verb: "round.close", subject: { kind: "round", id: READ_ROUND } });
    const told = await append({ ...by, verb: "feedback.publish", subject: { kind: "round", id: READ_ROUND } });
    await audit().tick();
    const answersTo = ({ number }: Entry) => site.application.stores.audit.listAnswers([number]);
    // Whoever did it may still be at it.
    expect(await answersTo(opened)).toEqual([]);
    site.clock.set(new Date("2026-03-10T09:20:00Z"));
    await audit().tick();
    await audit().tick();
    site.clock.set(new Date("2026-03-10T09:00:00Z"));
    // The site's own job may have come first.
    expect((await answersTo(opened))[0]).toMatchObject({ phase: "done" });
    expect((await answersTo(closed))[0]).toMatchObject({ phase: "refused", code: "audit.undone" });
    expect((await answersTo(told))[0]).toMatchObject({ phase: "unclear" });
    expect((await audit().verify()).fault).toBeUndefined();
  });
});

describe("its page", () => {
  it.each([
    ["", ["Hvem gjorde hvad", "Karen", "Redaktør", "læste et barns egne ord", "Gjort"]],
    ["&lang=en", ["Who did what", "Karen", "Editor", "own words", "Done"]],
  ])("says who did what, by the filter (%s)", async (lang, words) => {
    const cookie = await cookieOf(here.site.url, "anne");
    const page = await fetch(`${here.site.url}/admin/revision?verb=writing${lang}`, { headers: { cookie } });
    const html = (await shownHtml(await page.text())).replaceAll("<!-- -->", "");
    for (const word of words) expect(html).toContain(word);
    const [table = ""] = /<tbody>.*<\/tbody>/s.exec(html) ?? [];
    expect(table).not.toContain(lang ? "signed in" : "loggede ind");
  });

  it("takes nothing for a filter that is none, and is a file without names", async () => {
    const cookie = await cookieOf(here.site.url, "anne");
    const get = (path: string) => fetch(here.site.url + path, { headers: { cookie } });
    expect((await get("/admin/revision?verb=%24ne&from=x&user[$gt]=&before=-1")).status).toBe(200);
    const file = await get("/admin/revision.csv?verb=writing");
    expect(file.headers.get("content-disposition")).toContain("lyt-hoejt-revision.csv");
    const text = await file.text();
    expect(text).toContain("writing.read");
    expect(text).not.toContain("Karen");
    expect(text).not.toContain("round.");
  });

  it("is seen by administrators alone, and looking at it stands in it", async () => {
    for (const name of ["bo", "karen"]) {
      const actor = await actAs(here.site.application, name);
      await expect(audit().list(actor, {})).rejects.toMatchObject({ status: 404 });
    }
    const anne = await here.actor("anne");
    const { lines } = await audit().list(anne, {});
    expect(lines[0]).toMatchObject({ verb: "audit.read", name: "Anne", outcome: "open" });
  });
});
