/** The survey of this installation with one question more, for 10-12, that is answered in one's own words. */
import { definitions } from "../../surveys/definitions/index";
import trivsel from "../../surveys/definitions/trivsel/v1.json" with { type: "json" };
import { buildLibrary } from "../../surveys/engine/survey-library";
import { shippedNarrations } from "../../surveys/narration/shipped";
import { LANGUAGES } from "../../surveys/paper/language";

export const OWN_WORDS = { survey: "trivsel", surveyVersion: 9 } as const;
const QUESTION = "Sig det her?";
const everywhere = (text: string) => Object.fromEntries(LANGUAGES.map((language) => [language, text]));
const say = {
  type: "comment",
  name: "say",
  itemType: "text",
  theme: "voice",
  title: { default: QUESTION, ...everywhere(QUESTION) },
  picture: { kind: "thing", thing: "star", alt: everywhere("En stjerne") },
};

function withOwnWords(): { path: string; json: unknown } {
  const version = OWN_WORDS.surveyVersion;
  const json = structuredClone(trivsel) as { version: number; forms: { "10-12": { pages: object[] } } };
  json.version = version;
  json.forms["10-12"].pages.push({ name: "page-say", elements: [say] });
  return { path: `trivsel/v${version}.json`, json };
}

const narrations = {
  ...shippedNarrations,
  da: { ...shippedNarrations.da, [QUESTION]: { file: "say.mp3", source: "recorded" } as const },
};

export const ownWordsLibrary = () => buildLibrary([...definitions, withOwnWords()], { narrations });
