/**
 * Every survey of this installation. A published version never changes (server/published-surveys.ts holds it to its hash); a new
 * one is a new file and a new line here.
 */
import type { Definition } from "../engine/survey-library";
import foraeldre1 from "./foraeldre/v1.json" with { type: "json" };
import personale1 from "./personale/v1.json" with { type: "json" };
import published from "./published.json" with { type: "json" };
import puls1 from "./puls/v1.json" with { type: "json" };
import trivsel1 from "./trivsel/v1.json" with { type: "json" };
import trivsel2 from "./trivsel/v2.json" with { type: "json" };
import voksneSer1 from "./voksne-ser/v1.json" with { type: "json" };

export const definitions: readonly Definition[] = [
  { path: "surveys/definitions/trivsel/v1.json", json: trivsel1 },
  { path: "surveys/definitions/trivsel/v2.json", json: trivsel2 },
  { path: "surveys/definitions/puls/v1.json", json: puls1 },
  { path: "surveys/definitions/voksne-ser/v1.json", json: voksneSer1 },
  { path: "surveys/definitions/foraeldre/v1.json", json: foraeldre1 },
  { path: "surveys/definitions/personale/v1.json", json: personale1 },
];

/** Hashes of published versions, by `<slug>/v<N>`; `npm run compose` writes them. */
export const publishedHashes: Readonly<Record<string, string>> = published;
