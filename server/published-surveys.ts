/**
 * A published survey never changes: answers, releases and comparisons are about the words that stood there. Each version's
 * hash is kept beside the definitions (`npm run compose` writes it), and a start with another text is refused.
 */
import { definitions as ours, publishedHashes } from "#surveys/definitions/index";
import type { Definition } from "#surveys/engine/survey-library";
import { OperationError } from "./database/operation-error";
import { hashJson } from "./lib/canonical-json";

const FOLDER = "surveys/definitions/";
const nameOf = ({ path }: Definition) => path.slice(FOLDER.length, -".json".length);
const pathOf = (name: string) => `${FOLDER}${name}.json`;

const called = (name: string) => {
  const [slug, version] = name.split("/v");
  return `The survey "${slug}", version ${version} (${pathOf(name)}),`;
};

/** Throws `survey.changed`, `survey.gone` or `survey.unpublished` with the first survey of which that is true. */
export function checkPublishedSurveys(definitions: readonly Definition[] = ours, hashes = publishedHashes): void {
  for (const definition of definitions) {
    const name = nameOf(definition);
    if (hashes[name] === undefined)
      throw new OperationError(
        "survey.unpublished",
        `${called(name)} has no hash yet: \`npm run compose\` publishes it.`,
      );
    if (hashes[name] !== hashJson(definition.json))
      throw new OperationError(
        "survey.changed",
        `${called(name)} is not the one that was published, and children may have answered that: put the file back as it ` +
          "was, and make of what is new the next version (`npm run compose`).",
      );
  }
  const here = new Set(definitions.map(nameOf));
  const gone = Object.keys(hashes).find((name) => !here.has(name));
  if (gone !== undefined)
    throw new OperationError(
      "survey.gone",
      `${called(gone)} was published and is not there any more, and rounds may be about it: put it back.`,
    );
}
