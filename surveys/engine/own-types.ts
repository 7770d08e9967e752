/** Our own properties and our own type of question, made known to survey-core, so that it refuses only what nobody knows. */
import { ElementFactory, Question, RegexValidator, Serializer } from "survey-core";
import { linearRegex } from "./linear-regex";

/** Our own properties of a question, beside SurveyJS's. */
export const OWN_PROPERTIES: readonly string[] = [
  "itemType",
  "theme",
  "isAnchor",
  "isPractice",
  "stress",
  "narration",
  "simpler",
  "sound",
  "picture",
  "favourable",
  "reverse",
  "index",
  "goals",
  "sensitivity",
  "reviewed",
];
const OF_CHOICES = ["picture", "sound", "code"];

for (const name of OWN_PROPERTIES) Serializer.addProperty("question", { name: `${name}:value`, visible: false });
for (const name of OF_CHOICES) Serializer.addProperty("itemvalue", { name: `${name}:value`, visible: false });
// SurveyJS counts choices for checkboxes only; for pictures and ranks our validator does.
for (const type of ["imagepicker", "ranking"]) {
  if (!Serializer.findProperty(type, "maxSelectedChoices"))
    Serializer.addProperty(type, { name: "maxSelectedChoices:number", visible: false });
}
// A drawing may be told in words instead.
Serializer.addProperty("signaturepad", { name: "maxLength:number", visible: false });

/** Stickers put on places of a plan; SurveyJS has nothing like it. The answer is a list of `<place>=<sticker>`. */
class QuestionPlaceMap extends Question {
  override getType(): string {
    return "placemap";
  }
}

Serializer.addClass(
  "placemap",
  [{ name: "choices:value" }, { name: "places:value" }, { name: "maxSelectedChoices:number" }],
  () => new QuestionPlaceMap(""),
  "question",
);
ElementFactory.Instance.registerElement("placemap", (name) => new QuestionPlaceMap(name));

/**
 * Regular expressions of authors are tried in linear time, here and wherever survey-core runs beside us. It asks nothing
 * of the expression but `test`.
 */
const linear = {
  createRegExp(this: RegexValidator): Pick<RegExp, "test"> {
    return linearRegex(this.regex, { isCaseInsensitive: this.caseInsensitive });
  },
};
Object.assign(RegexValidator.prototype, linear);
