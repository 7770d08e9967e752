/** The gallery: for administrators, every form in every language, and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { galleryQuery } from "../../server/gallery/contract";
import { directionOf } from "../../surveys/paper/language";
import { bank } from "../../surveys/bank/bank";
import type { FormName } from "../../surveys/paper/form";
import { FORM_NAMES } from "../../surveys/paper/form";
import { SCALES } from "../../surveys/paper/paper";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { PASSWORD } from "../support/small-municipality";

let site: Site;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  site = await startSite();
  for (const name of ["anne", "bo"]) {
    const body = new URLSearchParams({ name, password: PASSWORD });
    const response = await fetch(`${site.url}/log-ind`, { method: "POST", body, redirect: "manual" });
    cookies[name] = (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  }
});
afterAll(() => site.close());

const visit = (path: string, name?: string) =>
  fetch(site.url + path, { redirect: "manual", headers: name ? { Cookie: cookies[name] ?? "" } : {} });

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

  it("says of words that nobody has signed that it is so", async () => {
    const at = async (language: "da" | "tr") => {
      const choice = { survey: "trivsel", version: 1, form: "6-9", language } as const;
      return (await visit(`/galleri${galleryQuery(choice)}`, "anne")).text();
    };
    expect(await at("tr")).toContain("Ingen, der taler sproget, har godkendt ordene endnu.</p>");
    expect(await at("da")).not.toContain("har godkendt ordene endnu.</p>");
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
      expect((await namesAt("banken", form)).map(([, name]) => name)).toEqual(items);
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
