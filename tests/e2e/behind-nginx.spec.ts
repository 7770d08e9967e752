/** A real browser at PUBLIC_URL, with nginx as docs/reverse-proxy.md writes it in between: a child answers, adults come and go. */
import { expect } from "@playwright/test";
import { test } from "../support/browser-test";
import { openBrowser } from "../support/browser";
import { hurryToTheEnd } from "../support/hurry";
import { documentedNginx, nginxPath, startNginx } from "../support/nginx";
import { freePort } from "../support/server-process";
import { startServerWith } from "../support/server-with";
import { PASSWORD } from "../support/small-municipality";
import { issueKeys } from "../support/submissions";
import { press } from "../support/walk-survey";

const PUBLIC = "https://lyt.example.dk";

test.skip(!nginxPath, "there is no nginx");

test("behind nginx a child's answer is taken, and an administrator signs in and out", async () => {
  const server = await startServerWith({ PUBLIC_URL: PUBLIC, TRUST_PROXY: "1" });
  const [https, http] = [await freePort(), await freePort()];
  const nginx = await startNginx(documentedNginx({ ours: server.port, https, http }), [https, http]);
  const rules = `MAP lyt.example.dk:443 127.0.0.1:${https}, MAP lyt.example.dk:80 127.0.0.1:${http}`;
  const browser = await openBrowser([`--host-resolver-rules=${rules}`]);
  const page = await browser.newPage({ ignoreHTTPSErrors: true, locale: "da-DK" });

  const [card] = await issueKeys(server.application, "eg-1a", 1);
  const sent = page.waitForResponse((response) => response.request().method() === "PUT");
  await page.goto(`http://lyt.example.dk/svar/${card?.secret}`);
  expect(page.url()).toContain(PUBLIC);
  await press(page, "Ja");
  await hurryToTheEnd(page);
  await press(page, "Send mine svar");
  await expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();
  expect((await sent).status()).toBe(200);

  await page.goto(`${PUBLIC}/admin`);
  await page.getByLabel("Brugernavn").fill("anne");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await press(page, "Log ind");
  await expect(page).toHaveURL(`${PUBLIC}/admin`);
  await expect(page.getByRole("heading", { name: "Serveren skal indstilles" })).toBeHidden();
  await press(page, "Log ud");
  await expect(page).toHaveURL(`${PUBLIC}/`);

  await browser.close();
  await nginx.stop();
  await server.close();
});
