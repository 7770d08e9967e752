/** Signing in: the same answer for every failure, a pause after many, and sessions that end. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { PASSWORD, settleMunicipality } from "../support/small-municipality";
import { startTestServer } from "../support/test-server";
import type { TestServer } from "../support/test-server";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await settleMunicipality(server.application);
});
afterEach(() => server.close());

const accounts = () => server.application.services.accounts;

it("gives an unknown name and a wrong password the same answer", async () => {
  const wrong = await accounts()
    .signIn({ name: "bo", password: "wrong", address: "a" })
    .catch((error: unknown) => error);
  const unknown = await accounts()
    .signIn({ name: "nobody", password: "wrong", address: "a" })
    .catch((error: unknown) => error);
  expect(wrong).toEqual(unknown);
  expect(wrong).toMatchObject({ status: 401 });
});

it("asks to wait after ten failures for a name, and leaves other names alone", async () => {
  for (let number = 0; number < 10; number += 1) {
    await expect(accounts().signIn({ name: "bo", password: "wrong", address: "a" })).rejects.toMatchObject({
      status: 401,
    });
  }
  await expect(accounts().signIn({ name: "bo", password: PASSWORD, address: "a" })).rejects.toMatchObject({
    status: 429,
  });
  await expect(accounts().signIn({ name: "carla", password: PASSWORD, address: "a" })).resolves.toMatchObject({
    actor: { name: "carla" },
  });
});

it("ends a session that idles, and one that is signed out", async () => {
  const { token } = await accounts().signIn({ name: "bo", password: PASSWORD, address: "a" });
  expect(await accounts().findActor(token)).toMatchObject({ kind: "user", role: "leader", institutionIds: ["eg"] });
  server.clock.set("2026-03-10T09:29:00Z");
  expect(await accounts().findActor(token)).toMatchObject({ kind: "user" });
  server.clock.set("2026-03-10T09:59:30Z");
  expect(await accounts().findActor(token)).toEqual({ kind: "nobody" });
  const again = await accounts().signIn({ name: "bo", password: PASSWORD, address: "a" });
  await accounts().signOut(again.token);
  expect(await accounts().findActor(again.token)).toEqual({ kind: "nobody" });
});

it("keeps neither a password nor a token in the clear", async () => {
  const { token } = await accounts().signIn({ name: "bo", password: PASSWORD, address: "a" });
  const users = await server.database.main.collection("users").find({}).toArray();
  const sessions = await server.database.main.collection("sessions").find({}).toArray();
  const text = JSON.stringify([users, sessions]);
  expect(text).not.toContain(PASSWORD);
  expect(text).not.toContain(token);
  expect(text).toContain("$argon2id$");
});

it("refuses a second user of the same name", async () => {
  const user = { name: "bo", displayName: "Bo 2", role: "leader", institutionIds: ["eg"], password: PASSWORD } as const;
  await expect(accounts().addUser({ ...user, institutionIds: ["eg"] })).rejects.toMatchObject({
    code: "account.nameTaken",
  });
});
