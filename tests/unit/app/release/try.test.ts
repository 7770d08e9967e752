import { it } from "vitest";
import { pageOf } from "~/components/release/make-page";
import { aMadeMunicipality } from "../../../support/made-rounds";
it("tries", () => {
  const a = performance.now();
  const { releases } = aMadeMunicipality();
  console.log("made", performance.now() - a, releases.length);
  for (const id of ["lind", "ask", "elm", "fyr", "gran", "skole-1"]) {
    const release = releases.findLast((one) => one.institutionId === id)!;
    for (const locale of ["da", "en"] as const) {
      const page = pageOf(release, locale);
      console.log(id, JSON.stringify(release).length, JSON.stringify(page).length);
      const { details, ...rest } = page;
      console.log(JSON.stringify(rest, null, 1).slice(0, locale === "da" ? 6000 : 0));
      for (const f of page.findings) console.log(f.text, "|", f.basis.join(" · "), "|", f.certainty, f.theme);
    }
  }
}, 60000);
