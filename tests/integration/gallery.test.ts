/** The gallery: for administrators, every form in every language, and nothing else. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { galleryQuery } from "../../server/gallery/contract";
import { directionOf } from "../../surveys/paper/language";
import { bank } from "../../surveys/bank/bank";
import type { FormName } from "../../surveys/paper/form";
import { FORM_NAMES } from "../../surveys/paper/form";
import { SCALES } from "../../surveys/paper/paper";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { shownHtml } from "../support/shown-html";
import { cookieOf } from "../support/sign-in";

let site: Site;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  site = await startSite();
  for (const name of ["anne", "bo"]) cookies[name] = await cookieOf(site.url, name);
});
afterAll(() => site.close());

const visit = (path: string, name?: string) =>
  fetch(site.url + path, { redirect: "manual", headers: name ? { Cookie: cookies[name] ?? "" } : {} });

const made = (name: string) => readFile(new URL(`../cases/surveys/made/${name}.json`, import.meta.url), "utf8");

describe("a file somebody brings", () => {
  const bring = (fields: Record<string, string>, name = "anne") =>
    fetch(`${site.url}/galleri/fil`, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: cookies[name] ?? "" },
      body: new URLSearchParams({ form: "10-12", language: "da", ...fields }),
    });

  it("is looked at by administrators alone", async () => {
    expect((await visit("/galleri/fil")).status).toBe(302);
    expect((await visit("/galleri/fil", "bo")).status).toBe(404);
    expect((await bring({ json: await made("boolean") }, "bo")).status).toBe(404);
    expect((await visit("/galleri/fil", "anne")).status).toBe(200);
  });

  it("is drawn as a paper, with what it lacks before it could be published", async () => {
    const response = await bring({ json: await made("checkbox-at-most") });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain("Sådan ser det ud");
    expect(page).toContain('class="gallery-item"');
    expect(page).toContain("[item-count]");
  });

  it("is left to SurveyJS where a paper has no words for it, with every reason", async () => {
    const page = await (await bring({ json: await made("expression-question") })).text();
    expect(page).toContain("Vises med SurveyJS");
    expect(page).toContain("Det kan vores sider ikke");
  });

  it("is refused with path and reason where it is none, or a bomb", async () => {
    const bomb = `{"elements":[${'{"type":"panel","elements":['.repeat(500)}${"]}".repeat(500)}]}`;
    for (const json of ["Hej", "{}", await made("a-list"), bomb]) {
      const response = await bring({ json });
      expect(response.status).toBe(422);
      expect(await response.text()).toContain("Filen kan ikke bruges");
    }
    expect(await (await bring({ json: bomb })).text()).toContain("levels deep");
  });

  it("makes the server ask nobody, whatever address it names", async () => {
    const asked: (string | undefined)[] = [];
    const stranger = createServer(({ url }, response) => {
      asked.push(url);
      response.end("[]");
    });
    await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
    const { port } = stranger.address() as AddressInfo;
    const choicesByUrl = { url: `http://127.0.0.1:${port}/secret`, valueName: "v" };
    const json = JSON.stringify({ elements: [{ type: "dropdown", name: "q1", choicesByUrl }] });
    const page = await (await bring({ json })).text();
    expect(page).toContain("loads its choices from an address");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await new Promise((resolve) => stranger.close(resolve));
    expect(asked).toEqual([]);
  });

  it("may be a megabyte, and what is no request of the page is refused", async () => {
    const large = JSON.stringify({ title: "a", elements: [{ type: "comment", name: "a", title: "b" }], pad: " " });
    expect((await bring({ json: large.replace(" ", " ".repeat(900_000)) })).status).toBe(422);
    expect((await bring({ json: " ".repeat(4_000_000) })).status).toBe(413);
    expect((await bring({ json: "" })).status).toBe(400);
    expect((await bring({ json: "{}", form: "7" })).status).toBe(400);
  });
});

describe("the gallery", () => {
  it("leads strangers to sign in, and from there back", async () => {
    const response = await visit("/galleri");
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/log-ind?til=%2Fgalleri");
  });

  it("is not there for leaders", async () => {
    expect((await visit("/galleri", "bo")).status).toBe(404);
  });

  it("shows an administrator every form in every language, in its direction", async () => {
    const shown = site.application.library
      .list()
      .flatMap(({ slug: survey, version, forms }) =>
        FORM_NAMES.filter((form) => forms[form]).map((form) => ({ survey, version, form })),
      );
    expect(shown.length).toBeGreaterThan(1);
    for (const form of shown) {
      for (const language of site.application.library.languages(form.survey, form.version, form.form)) {
        const response = await visit(`/galleri${galleryQuery({ ...form, language })}`, "anne");
        expect(response.status, JSON.stringify(form)).toBe(200);
        const page = await response.text();
        expect(page).toContain(`lang="${language}" dir="${directionOf(language)}"`);
        const { items } = site.application.library.paper(form.survey, form.version, form.form, language);
        expect(page.match(/class="gallery-item"/g)).toHaveLength(items.length);
      }
    }
  });

  it("marks what asks for own words, in a file of one's own and in the bank, and nothing else", async () => {
    const mark = "Her kan man svare med egne ord.";
    const title = { default: "Sig det", da: "Sig det", en: "Say it" };
    const bring = (type: string) =>
      fetch(`${site.url}/galleri/fil`, {
        method: "POST",
        headers: { Cookie: cookies["anne"] ?? "" },
        body: new URLSearchParams({
          form: "10-12",
          language: "da",
          json: JSON.stringify({
            elements: [{ type, name: "a", title, ...(type === "radiogroup" && { choices: ["1", "2"] }) }],
          }),
        }),
      });
    expect(shownHtml(await (await bring("comment")).text())).toContain(mark);
    expect(shownHtml(await (await bring("radiogroup")).text())).not.toContain(mark);
    const at = async (survey: string) => {
      const choice = { survey, version: 1, form: "10-12", language: "da" } as const;
      return shownHtml(await (await visit(`/galleri${galleryQuery(choice)}`, "anne")).text());
    };
    expect(await at("banken")).toContain(mark);
    expect(await at("trivsel")).not.toContain(mark);
  });

  it("says of words that nobody has signed that it is so", async () => {
    const at = async (language: "da" | "tr") => {
      const choice = { survey: "trivsel", version: 1, form: "6-9", language } as const;
      return (await visit(`/galleri${galleryQuery(choice)}`, "anne")).text();
    };
    const notice = '<p class="gallery-notice">Ingen, der taler sproget, har godkendt ordene endnu.';
    expect(await at("tr")).toContain(notice);
    expect(await at("da")).not.toContain(notice);
    expect(await at("da")).toContain("Ikke alle billeder er prøvet med børn endnu.");
  });

  it("speaks Danish where a form is not complete in the language that was wished for", async () => {
    const choice = { survey: "personale", version: 1, form: "staff", language: "ar" } as const;
    const page = await (await visit(`/galleri${galleryQuery(choice)}`, "anne")).text();
    expect(page).toContain('lang="da" dir="ltr"');
    expect(page).not.toContain('dir="rtl"');
  });

  it("shows every way of answering, and every item of the bank in each of its forms", async () => {
    const namesAt = async (survey: string, form: FormName) => {
      const response = await visit(`/galleri${galleryQuery({ survey, version: 1, form, language: "da" })}`, "anne");
      expect(response.status, form).toBe(200);
      const page = await response.text();
      expect(page).not.toContain("\0");
      return [...page.matchAll(/class="gallery-name">([\w-]+)(?:<!-- -->)? · (?:<!-- -->)?([^<]+)</g)];
    };
    const scales = new Set<string>();
    for (const form of FORM_NAMES) {
      const items = bank.filter((item) => item.forms[form]).map(({ name }) => name);
      // What is only tried comes first, as it does for a child.
      const isTried = (name: string) => name.startsWith("practice-");
      const inOrder = [...items.filter(isTried), ...items.filter((name) => !isTried(name))];
      expect((await namesAt("banken", form)).map(([, name]) => name)).toEqual(inOrder);
      for (const [, , scale = ""] of await namesAt("svarmaader", form)) scales.add(scale);
    }
    expect(scales.size).toBe(SCALES.length);
  });

  it.each(["?skema=nothing.1", "?form=13-18&skema=trivsel.9", "?skema=constructor.1&form=__proto__"])(
    "has nothing at %s",
    async (query) => {
      expect((await visit(`/galleri${query}`, "anne")).status).toBe(404);
    },
  );
});
