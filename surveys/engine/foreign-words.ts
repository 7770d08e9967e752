/** What SurveyJS surveys of others say, sorted by what a paper can do with it. All else is left out, and said to be. */
import { OWN_PROPERTIES } from "./own-types";

/** Changes what is asked or what an answer may be: only SurveyJS's own renderer can do it. */
export const BEYOND_ELEMENT: Readonly<Record<string, string>> = {
  defaultValue: "fills in an answer beforehand",
  defaultValueExpression: "computes an answer",
  defaultDisplayValue: "fills in an answer beforehand",
  setValueIf: "computes an answer",
  setValueExpression: "computes an answer",
  resetValueIf: "takes an answer back",
  requiredIf: "demands an answer; a paper never does",
  bindings: "ties two questions together",
  valueName: "shares one answer between questions",
  choicesByUrl: "loads its choices from an address",
  choicesFromQuestion: "takes its choices from another question",
  choicesVisibleIf: "hides choices",
  choicesEnableIf: "closes choices",
  showOtherItem: "has a choice with text",
  hasOther: "has a choice with text",
  showNoneItem: "has a choice that excludes others",
  hasNone: "has a choice that excludes others",
  showSelectAllItem: "has a choice for all others",
  hasSelectAll: "has a choice for all others",
  showCommentArea: "has a text beside the choices",
  hasComment: "has a text beside the choices",
  minSelectedChoices: "demands a number of choices",
  maskType: "shapes what is typed",
  maskSettings: "shapes what is typed",
  readOnly: "is not to be answered",
  rateStep: "leaves out rates",
  rateCount: "makes its own rates",
  minValueExpression: "computes a bound",
  maxValueExpression: "computes a bound",
};

export const BEYOND_SURVEY: Readonly<Record<string, string>> = {
  calculatedValues: "computes values",
  triggers: "acts on answers",
  timeLimit: "counts time",
  maxTimeToFinish: "counts time",
  completedHtmlOnCondition: "ends in several ways",
  navigateToUrlOnCondition: "leads elsewhere by answers",
  navigateToUrl: "leads elsewhere",
  surveyId: "is loaded from elsewhere",
  surveyPostId: "is sent elsewhere",
};

export const BEYOND_PAGE: Readonly<Record<string, string>> = {
  requiredIf: "demands answers; a paper never does",
  timeLimit: "counts time",
  maxTimeToFinish: "counts time",
};

export const BEYOND_CHOICE: Readonly<Record<string, string>> = {
  visibleIf: "hides a choice",
  enableIf: "closes a choice",
  imageLink: "shows a picture of its own; a paper draws its pictures",
  showCommentArea: "has a choice with text",
};

/** What is carried over as it stands. */
export const KEPT_ELEMENT: readonly string[] = [
  "type",
  "name",
  ...OWN_PROPERTIES,
  "places",
  "visibleIf",
  "enableIf",
  "multiSelect",
  "maxSelectedChoices",
  "maxLength",
  "rateMin",
  "rateMax",
  "valueTrue",
  "valueFalse",
];

/** What is carried over, its words brought into the form of a survey file. */
export const WORDED_ELEMENT: readonly string[] = ["title", "html", "labelTrue", "labelFalse", "choices", "rateValues"];

export const KEPT_PAGE: readonly string[] = ["name", "visibleIf", "enableIf", "elements", "questions", "type"];
export const KEPT_SURVEY: readonly string[] = ["title", "description", "pages", "elements", "questions", "locale"];
