/** The operator's command line as a process: beside a running server, and without one. */
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Release } from "../../server/releases/contract";
import { folderEnv, settleFolder, withFolder } from "../support/data-folder";
import { lyt, lytJson as json } from "../support/lyt-process";
import type { ServerProcess } from "../support/server-process";
import { startProcess } from "../support/server-process";
import { aSubmission, freshId, put } from "../support/submissions";

const signIn = (url: string, name: string, password: string) =>
  fetch(`${url}/log-ind`, { method: "POST", body: new URLSearchParams({ name, password }), redirect: "manual" });

/** `lyt round create` with all that a round must have. */
const create = (id: string, ...more: readonly string[]): string[] => [
  ...["round", "create", id, "--title-da", "Efterår", "--title-en", "Autumn", "--survey", "puls@1"],
  ...["--opens", "2030-09-02", "--closes", "2030-09-20", "--feedback", "2030-10-18"],
  ...["--purpose-da", "At høre", "--purpose-en", "To hear", "--owner-da", "Lederen", "--owner-en", "The head"],
  ...["--legal-basis", "GDPR 6(1)(e)", "--controller", "The board", "--dpia", "DPIA-7"],
  ...more,
];

describe("beside a running server", () => {
  let folder: string;
  let server: ServerProcess;
  beforeAll(async () => {
    folder = await settleFolder();
    server = await startProcess(["build/server/start.js"], folderEnv(folder));
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("adds a user, who can sign in at once, and draws a new password that ends the old one's sessions", async () => {
    const { password } = await json<{ password: string }>(
      folder,
      "user",
      "add",
      "erik",
      "--role",
      "leader",
      "--institution",
      "eg",
    );
    const signedIn = await signIn(server.url, "erik", password);
    expect(signedIn.headers.get("location")).toBe("/leder");
    const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const visit = () => fetch(`${server.url}/leder/eg`, { headers: { cookie }, redirect: "manual" });
    expect((await visit()).status).toBe(200);
    const changed = await json<{ password: string }>(folder, "user", "password", "erik");
    expect((await visit()).status).toBe(302);
    expect((await signIn(server.url, "erik", password)).status).toBe(401);
    expect((await signIn(server.url, "erik", changed.password)).status).toBe(302);
  });

  it("issues keys that open, closes and seals, and shows the release", async () => {
    const issued = await json<{ secret: string }[]>(
      folder,
      "keys",
      "issue",
      "--round",
      "forar",
      "--group",
      "eg-1a",
      "--count",
      "21",
    );
    expect(issued).toHaveLength(21);
    const { application } = await withFolder(folder, async (opened) => opened);
    for (const { secret } of issued)
      expect((await put(server.url, freshId(), aSubmission(application, secret))).status).toBe(200);
    expect((await lyt(folder, "round", "seal", "forar")).error).toContain("round.wrongState");
    expect((await lyt(folder, "round", "close", "forar")).code).toBe(0);
    expect((await lyt(folder, "round", "seal", "forar")).error).toContain("round.inGrace");
    expect((await lyt(folder, "round", "seal", "forar", "--early")).code).toBe(0);
    const release = await json<Release>(folder, "release", "show", "--round", "forar", "--institution", "eg");
    expect(release).toMatchObject({ institutionId: "eg", participants: 21, invited: 34 });
    const [{ state } = { state: "" }] = await json<{ state: string }[]>(folder, "round", "list");
    expect(state).toBe("sealed");
  });

  it("makes a round with those who read own words, and shows them and each institution's code, before and after", async () => {
    for (const name of ["karen", "otto"]) await json(folder, "user", "add", name, "--role", "editor");
    const made = await json<{ editors: { language: string }[]; resultCodes: { resultCode: string }[] }>(
      folder,
      ...create("efterar", "--institution", "eg", "birk", "--editors", "da=karen,otto", "ar=otto,karen"),
    );
    expect(made.editors.map(({ language }) => language)).toEqual(["da", "ar"]);
    const codes = made.resultCodes.map(({ resultCode }) => resultCode);
    expect(codes).toHaveLength(2);
    const shown = await lyt(folder, "round", "show", "efterar");
    expect(shown.out).toContain("own words in da: karen, else otto\nown words in ar: otto, else karen\n");
    for (const code of codes) expect(shown.out).toMatch(new RegExp(`(Egeskolen|Birken) +${code}\n`));
    expect((await lyt(folder, "round", "open", "efterar")).code).toBe(0);
    const { institutions } = await json<{ institutions: { resultCode: string }[] }>(folder, "round", "show", "efterar");
    expect(institutions.map(({ resultCode }) => resultCode)).toEqual(codes);
    expect((await lyt(folder, ...create("vinter", "--group", "eg-1a"))).out).toContain("Egeskolen");
  });

  it.each([
    [["nonsense"], "unknown command"],
    [["round", "show", "nowhere"], "round.notFound"],
    [create("x", "--institution", "eg", "nowhere"), "nowhere is none that has groups. (institution.notFound)"],
    [create("x", "--group", "eg-1a", "--editors", "da=karen"), "as da=karen,otto"],
    [create("x", "--group", "eg-1a", "--editors", "da=karen,otto,erik"), "as da=karen,otto"],
    [create("x", "--group", "eg-1a", "--editors", "da=nobody,otto"), "There is no user nobody. (round.unknownEditor)"],
    // What else is wrong with them: round-fields.test.ts.
    [["round", "close", "nowhere"], "round.notFound"],
    [["keys", "issue", "--round", "forar", "--group", "nowhere", "--count", "1"], "group.notFound"],
    [["user", "add", "x!", "--role", "leader", "--institution", "eg"], "letters, digits"],
    [["user", "add", "erik", "--role", "king"], "king"],
    [["user", "add", "fie", "--role", "leader"], "A leader needs at least one --institution."],
    [["user", "add", "fie", "--role", "area-head"], "An area-head needs at least one --area."],
    [["user", "add", "fie", "--role", "helper", "--group", "eg-9z"], "There is no group eg-9z."],
    [["demo", "load"], "The database is not empty."],
    [["release", "show", "--round", "forar", "--institution", "nowhere"], "institution.notFound"],
  ] as const)("refuses %j with a clear sentence", async (args, sentence) => {
    const { code, error } = await lyt(folder, ...args);
    expect(code).toBe(1);
    expect(error).toContain(sentence);
  });
});

describe("without a server", () => {
  it("never resets what is real", async () => {
    const folder = await settleFolder();
    expect((await lyt(folder, "demo", "reset")).error).toContain("These data are real");
    await rm(folder, { recursive: true, force: true });
  });
});
