/** Rules about which part of an environment an item tells of (surveys/bank/environment.ts): said of each that a large survey asks. */
import type { EnvironmentTags } from "../../bank/environment";
import { audienceOf } from "../../paper/form";
import { isMade } from "../../paper/scale-kinds";
import type { LintForm } from "../lint-form";
import { askedItems } from "../lint-form";
import type { Finding } from "../rule";

export const ENVIRONMENT_RULES = [
  {
    id: "environment-for-each",
    teaches:
      "A paper that the law asks for is silent about what nobody has placed. Say of each item where it belongs, or that it belongs nowhere.",
    source: "lov om elevers og studerendes undervisningsmiljø §§ 6-7; dagtilbudsloven § 8",
  },
  {
    id: "environment-for-known",
    teaches: "A place for an item that no child is asked was left behind, or its name is spelt otherwise.",
    source: "own rule: what is not used is not kept",
  },
] as const;

const SURVEY = "surveys/bank/environment.json";

/** `published`: the surveys whose rounds make such a paper; `known`: all forms that there are. */
export function lintEnvironments(
  tags: EnvironmentTags,
  published: readonly LintForm[],
  known: readonly LintForm[],
): Finding[] {
  const ofChildren = (forms: readonly LintForm[]) => forms.filter(({ form }) => audienceOf(form) === "child");
  const [each, stranger] = ENVIRONMENT_RULES;
  const missing = ofChildren(published).flatMap(({ form, ...rest }) =>
    askedItems({ form, ...rest })
      .filter(({ name, scale }) => !isMade(scale) && !Object.hasOwn(tags, name))
      .map(({ name: item }) => ({
        rule: each.id,
        survey: SURVEY,
        form,
        item,
        message: "does not say of what it tells",
      })),
  );
  const names = new Set(ofChildren(known).flatMap(({ items }) => items.map(({ name }) => name)));
  const left = Object.keys(tags)
    .filter((item) => !names.has(item))
    .map((item) => ({
      rule: stranger.id,
      survey: SURVEY,
      form: "6-9" as const,
      item,
      message: "tells of something, and no child is asked it",
    }));
  return [...missing, ...left];
}
