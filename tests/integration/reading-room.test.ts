/** What children write is read by one working day, by editors from outside alone; nothing of it lies anywhere else. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { hmac } from "../../server/lib/ids";
import { shownHtml } from "../support/shown-html";
import type { ReadingSite } from "../support/reading-site";
import { READ_ROUND, startReadingSite } from "../support/reading-site";
import { cookieOf, postForm } from "../support/sign-in";

/** A Friday; the Monday after it is a working day. */
const FRIDAY = "2026-03-13T12:00:00Z";

let here: ReadingSite;
beforeAll(async () => {
  here = await startReadingSite(FRIDAY);
});
afterAll(() => here.site.close());

const room = () => here.site.application.services.readingRoom;
const people = () => here.site.database.main.collection("users");
const writing = (id: string) => here.site.database.main.collection("writings").findOne({ _id: id as never });
const address = (id = "") => `${here.site.url}/laeserum${id && `/${id}`}`;
const open = async (name: string, id = "") =>
  fetch(address(id), { headers: { cookie: await cookieOf(here.site.url, name) } });
const shown = async (page: Response) => shownHtml(await page.text()).replaceAll("<!-- -->", "");
const deed = async (name: string, id: string, fields: Record<string, string>) =>
  postForm(address(id), fields, await cookieOf(here.site.url, name));

async function written(text: string): Promise<string> {
  expect((await here.write(text)).status).toBe(200);
  return here.idOf(text);
}

describe("what a child wrote", () => {
  it("lies apart from its answer, leads to none, and is found in writings alone", async () => {
    const text = "KANARIE-et <script>alert(1)</script> & Ib";
    const { id: response } = await here.write(text);
    const id = await here.idOf(text);
    const stored = await writing(id);
    expect(Object.keys(stored ?? {}).sort()).toEqual(
      [
        "_id",
        "arrivedOn",
        "form",
        "institution",
        "item",
        "kind",
        "language",
        "round",
        "state",
        "text",
        "version",
      ].sort(),
    );
    expect(stored).toMatchObject({ institution: "eg", form: "10-12", language: "da", arrivedOn: "2026-03-13" });
    expect(JSON.stringify(stored)).not.toContain(response);
    for (const { collectionName } of await here.site.database.main.db!.collections())
      expect((await here.stored(collectionName)).includes("KANARIE-et"), collectionName).toBe(
        collectionName === "writings",
      );
    const page = await (await open("karen", id)).text();
    expect(page).toContain("KANARIE-et &lt;script&gt;alert(1)&lt;/script&gt; &amp; Ib");
    expect(page).not.toContain("<script>alert(1)");
    await room().act(await here.actor("karen"), id, { do: "fine", version: 0 });
  });

  it("is taken up to its limit and refused above it, with nothing stored", async () => {
    expect((await here.write("x".repeat(500))).status).toBe(200);
    expect((await here.write("KANARIE-lang".padEnd(5000, "x"))).status).toBe(400);
    expect(await here.stored("writings")).not.toContain("KANARIE-lang");
    await room().act(await here.actor("karen"), await here.idOf("x".repeat(500)), { do: "fine", version: 0 });
  });

  it("is there once however often it is sent, and stays gone when it was read", async () => {
    const sent = await here.write("KANARIE-igen");
    expect(await sent.again()).toBe(200);
    expect((await here.stored("writings")).split("KANARIE-igen").length).toBe(2);
    const id = await here.idOf("KANARIE-igen");
    await room().act(await here.actor("karen"), id, { do: "fine", version: 0 });
    expect(await sent.again()).toBe(200);
    expect(await here.stored("writings")).not.toContain("KANARIE-igen");
    const left = await writing(id);
    for (const field of ["text", "arrivedOn"]) expect(left).not.toHaveProperty(field);
  });

  it("is there once when power was cut between it and its answer", async () => {
    const sent = await here.write("KANARIE-strøm");
    const responses = here.site.database.main.collection("responses");
    // As a cut leaves it: the key claimed, the words stored, the answer not.
    await responses.deleteOne({ _id: sent.id as never });
    const secret = (await here.site.application.stores.keys.findSecret(READ_ROUND))?.secret ?? "";
    const claimed = { state: "claimed", claim: hmac(secret, sent.id) };
    await here.site.database.main.collection("keys").updateOne({ _id: sent.keyId as never }, { $set: claimed });
    expect(await sent.again()).toBe(200);
    expect(await responses.countDocuments({ _id: sent.id as never })).toBe(1);
    expect((await here.stored("writings")).split("KANARIE-strøm").length).toBe(2);
    await room().act(await here.actor("karen"), await here.idOf("KANARIE-strøm"), { do: "fine", version: 0 });
  });
});

describe("who reads it", () => {
  it.each(["bo", "carla", "anne", "rita"])("is not %s", async (name) => {
    const id = await written(`Nogen har sagt noget til ${name}`);
    if (name === "rita") expect((await room().getQueue(await here.actor(name))).lines).toEqual([]);
    else expect((await open(name)).status).toBe(404);
    expect((await open(name, id)).status).toBe(404);
    expect((await deed(name, id, { do: "fine", version: "0" })).status).toBe(404);
    expect((await writing(id))?.["state"]).toBe("waiting");
    await room().act(await here.actor("otto"), id, { do: "fine", version: 0 });
  });

  it.each([
    ["loses the role", { role: "leader", institutionIds: ["birk"] }],
    ["comes to work there", { role: "editor", institutionIds: ["eg"] }],
  ])(
    "ends with the moment an editor %s: the deputy reads on, and then the administrator sees that nobody does",
    async (what, set) => {
      const id = await written(`Ingen læser (${what})`);
      const karen = await cookieOf(here.site.url, "karen");
      const [before, both] = [await people().findOne({ name: "karen" }), await people().findOne({ name: "otto" })];
      await people().updateOne({ name: "karen" }, { $set: set });
      const kept = await fetch(address(id), { headers: { cookie: karen } });
      expect(kept.status).toBe(404);
      expect((await postForm(address(id), { do: "fine", version: "0" }, karen)).status).toBe(404);
      expect((await open("otto", id)).status).toBe(200);
      expect((await room().listBacklog(OPERATOR))[0]).toMatchObject({ waiting: 1, hasReader: true });
      await people().updateOne({ name: "otto" }, { $set: set });
      expect((await room().listBacklog(OPERATOR))[0]).toMatchObject({ language: "da", waiting: 1, hasReader: false });
      const admin = await shown(
        await fetch(`${here.site.url}/admin`, { headers: { cookie: await cookieOf(here.site.url, "anne") } }),
      );
      expect(admin).toContain("Ingen læser dansk mere.");
      expect(admin).not.toContain(`Ingen læser (`);
      await people().replaceOne({ name: "karen" }, before as never);
      await people().replaceOne({ name: "otto" }, both as never);
      await room().act(await here.actor("karen"), id, { do: "fine", version: 0 });
    },
  );

  it("is told of languages that nobody reads any more, and not what they say", async () => {
    await here.write("KANARIE-arabisk", "ar");
    const rounds = here.site.database.main.collection("rounds");
    const round = await rounds.findOne({ _id: READ_ROUND as never });
    const [danish] = round?.["editors"] as { language: string }[];
    await rounds.updateOne({ _id: READ_ROUND as never }, { $set: { editors: [danish] } });
    const page = await shown(await open("karen"));
    expect(page).toContain("1 tekst på arabisk venter på en læser af arabisk");
    expect(page).not.toContain("KANARIE-arabisk");
    expect((await open("karen", await here.idOf("KANARIE-arabisk"))).status).toBe(404);
    await rounds.updateOne({ _id: READ_ROUND as never }, { $set: { editors: round?.["editors"] } });
    await room().act(await here.actor("otto"), await here.idOf("KANARIE-arabisk"), { do: "fine", version: 0 });
  });
});

describe("two editors at once", () => {
  it("do one deed, and the second is told that the other has done it", async () => {
    const id = await written("To på én gang");
    const answers = await Promise.all(
      ["karen", "otto"].map((name) => deed(name, id, { do: name === "karen" ? "fine" : "worry", version: "0" })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = answers.find(({ status }) => status === 409) as Response;
    expect(await shown(late)).toMatch(/Den anden redaktør har (allerede taget sig af|lige rettet)/);
    const stored = await writing(id);
    if (stored?.["state"] === "worrying")
      await room().act(await here.actor("karen"), id, { do: "done", version: 1, done: ["again"] });
  });

  it("who worries about a text that the other found in order is told of the duty all the same", async () => {
    const id = await written("Jeg vil ikke hjem");
    expect((await deed("otto", id, { do: "fine", version: "0" })).status).toBe(303);
    const late = await deed("karen", id, { do: "worry", version: "0" });
    const page = await shown(late);
    expect(late.status).toBe(409);
    for (const words of ["har du stadig selv pligt til at sige det videre", "ring 112", "døgnvagt"])
      expect(page).toContain(words);
  });

  it("never lose what the second had typed", async () => {
    const id = await written("Ib fra 5. A slår");
    await deed("karen", id, { do: "cleanse", version: "0", text: "En slår" });
    const late = await deed("otto", id, { do: "cleanse", version: "0", text: "Et barn slår os" });
    expect(late.status).toBe(409);
    const page = await shown(late);
    expect(page).toContain("har lige rettet den");
    expect(page).toContain("Et barn slår os</textarea>");
    expect((await writing(id))?.["cleansed"]).toBe("En slår");
    await room().act(await here.actor("karen"), id, { do: "fine", version: 1 });
  });
});

describe("what worries", () => {
  it("shows the duty, is not made away with, and stays until it is said what was done", async () => {
    const id = await written("KANARIE-slået derhjemme");
    const before = await shown(await open("karen", id));
    expect(before).not.toContain("Egeskolen");
    expect((await deed("karen", id, { do: "worry", version: "0" })).headers.get("location")).toContain(
      `${id}?done=worry`,
    );
    const page = await shown(await open("karen", id));
    const told = page.replaceAll("\u00a0", " ");
    for (const words of ["barnets lov § 133", "ring 112", "Egeskolen", "13. marts", "Hvad har du gjort?"])
      expect(told).toContain(words);
    for (const act of ["fine", "quote"]) expect((await deed("karen", id, { do: act, version: "1" })).status).toBe(409);
    const empty = await deed("karen", id, { do: "done", version: "1" });
    expect(empty.status).toBe(422);
    expect(await shown(empty)).toContain("Vælg mindst én ting");
    expect((await deed("karen", id, { do: "done", version: "1", done: "made-up" })).status).toBe(400);
    // Told to somebody there, or looked at once more by the one who worried: nobody outside knows of the child yet.
    expect((await deed("karen", id, { do: "done", version: "1", done: "head" })).status).toBe(422);
    const alone = await deed("karen", id, { do: "done", version: "1", done: "again" });
    expect([alone.status, (await shown(alone)).includes("Det må den anden redaktør sige")]).toEqual([422, true]);
    expect((await writing(id))?.["text"]).toContain("KANARIE-slået");
    expect((await deed("karen", id, { do: "done", version: "1", done: "report" })).status).toBe(303);
    const after = await writing(id);
    expect(after).toMatchObject({ state: "acted", done: ["report"], doneOn: "2026-03-13" });
    expect(JSON.stringify(after)).not.toContain("KANARIE");
  });
});

describe("the clock", () => {
  it("runs from a Friday before Easter to the Tuesday after it, 16:00, and what is not read is escalated", async () => {
    here.site.clock.set("2026-04-01T19:30:00Z");
    const id = await written("Hjælp mig");
    const [line] = (await room().getQueue(await here.actor("karen"))).lines;
    expect(line).toMatchObject({ id, dueAt: "2026-04-07T14:00:00.000Z", isOverdue: false, form: "10-12" });
    here.site.clock.set("2026-04-07T13:59:00Z");
    await room().tick();
    expect(await writing(id)).not.toHaveProperty("escalatedAt");
    here.site.clock.set("2026-04-07T14:00:00Z");
    await room().tick();
    expect((await writing(id))?.["escalatedAt"]).toEqual(new Date("2026-04-07T14:00:00Z"));
    expect(await room().listBacklog(OPERATOR)).toMatchObject([{ round: READ_ROUND, waiting: 1, overdue: 1 }]);
    const page = await shown(await open("otto"));
    expect(page).toContain("1 er ikke læst til tiden");
    expect(page).toContain("du er stedfortræder");
    const admin = await fetch(`${here.site.url}/admin`, { headers: { cookie: await cookieOf(here.site.url, "anne") } });
    const told = await shown(admin);
    expect(told).toContain("1 er over tiden");
    expect(told).not.toContain("Hjælp mig");
    await room().act(await here.actor("otto"), id, { do: "fine", version: 0 });
    here.site.clock.set(FRIDAY);
  });
});

it("what worries one editor ends when the other has read it too, and finds that it does not", async () => {
  const id = await written("Vi sloges, men det var for sjov");
  await deed("karen", id, { do: "worry", version: "0" });
  expect((await deed("otto", id, { do: "done", version: "1", done: "again" })).status).toBe(303);
  expect(await writing(id)).toMatchObject({ state: "acted", done: ["again"] });
});

it("a text that may name somebody is not released before that was looked at", async () => {
  const id = await written("Fatima fra 8. B og Hr. Jensen bestemmer alt");
  const page = await shown(await open("karen", id));
  expect(page).toContain("Fatima");
  expect(page).toContain("Der er ingen navne i teksten (Fatima");
  expect((await deed("karen", id, { do: "quote", version: "0" })).status).toBe(422);
  expect((await writing(id))?.["state"]).toBe("waiting");
  await deed("karen", id, { do: "cleanse", version: "0", text: "De voksne bestemmer alt" });
  expect((await deed("karen", id, { do: "quote", version: "1" })).status).toBe(303);
});
