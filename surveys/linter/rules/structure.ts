/** Rules about a form as a whole: how much, on which scales, with which items, for whom. */
import { audienceOf } from "../../paper/form";
import type { FormName } from "../../paper/form";
import { askedItems } from "../lint-form";
import { LIMITS, secondsFor } from "../limits";
import { NON_ANSWERS } from "../../paper/paper";
import type { Rule } from "../rule";
import { languagesFor } from "./senses";

export const itemCount: Rule = {
  id: "item-count",
  teaches: "A tired child presses anything. Ask fewer things and hear more.",
  source: "Borgers, de Leeuw & Hox 2000; DCUM's talking questionnaire asks 20 at most",
  check: (form) => {
    const count = askedItems(form).length;
    const [least, most] = LIMITS[form.form].items;
    return count < least || count > most ? [{ message: `has ${count} items; ${least} to ${most} are right` }] : [];
  },
};

/** Seconds a form takes with its sound, all items asked. */
export function estimatedSeconds(form: Parameters<Rule["check"]>[0]): number {
  return form.items.reduce((sum, { scale }) => sum + secondsFor(form.form, scale), 0);
}

export const shortTime: Rule = {
  id: "short-time",
  teaches: "Attention ends before the questions do. What cannot be asked in the time is asked in another round.",
  source: "de Leeuw 2011 (attention: 5-8, 8-12 and 15 minutes by age)",
  check: (form) => {
    const minutes = estimatedSeconds(form) / 60;
    const most = LIMITS[form.form].minutes;
    return minutes > most ? [{ message: `takes about ${minutes.toFixed(1)} minutes; ${most} at most` }] : [];
  },
};

export const rightScale: Rule = {
  id: "right-scale",
  teaches:
    "Three-year-olds choose well between two pictures and say yes to everything else; finer steps come with age.",
  source: "Okanda & Itakura 2010; Chambers & Johnston 2002; de Leeuw 2011",
  check: ({ form, items }) =>
    items.flatMap(({ name, scale, answers }) => {
      const range = LIMITS[form].scales[scale];
      if (!range) return [{ item: name, message: `the scale ${scale} is not for this form` }];
      const [least, most] = range;
      return answers.length < least || answers.length > most
        ? [
            {
              item: name,
              message: `has ${answers.length} answers; ${least === most ? least : `${least} to ${most}`} are right`,
            },
          ]
        : [];
    }),
};

export const mayBeSkipped: Rule = {
  id: "may-be-skipped",
  teaches:
    "“Vil ikke svare” and “Forstår ikke” stand at every question. A question that must be answered takes them away.",
  source: "General Comment 12 (voluntary); Fritzley & Lee 2003 (children say no to what they do not understand)",
  check: ({ form, nonAnswers }) =>
    languagesFor(form).flatMap((language) =>
      NON_ANSWERS.filter((reason) => !nonAnswers[reason][language]?.trim()).map((reason) => ({
        language,
        message: `there are no words for “${reason}”`,
      })),
    ),
};

/** Faces rate an activity; of these indices only the joy of learning is about activities. */
const OF_ACTIVITIES = "W3";
const UNHAPPY = ["sad", "worried", "angry", "shy"];

export const facesForActivities: Rule = {
  id: "faces-for-activities",
  teaches:
    "Of happy faces alone an unhappy child has none to choose. So they rate activities, never how a child is or how safe it feels.",
  source: "Hall, Hume & Tazzyman 2016 (Five Degrees of Happiness)",
  check: ({ items }) =>
    items.flatMap(({ name, scale, isAnchor, isSensitive, index, answers }) => {
      if (scale !== "faces") return [];
      const isOfWellbeing = isAnchor || isSensitive || (index !== undefined && index !== OF_ACTIVITIES);
      const moods = answers.map(({ picture }) => (picture?.kind === "face" ? picture.figure.mood : undefined));
      const unhappy = moods.find((mood) => mood !== undefined && UNHAPPY.includes(mood));
      return [
        ...(isOfWellbeing ? [{ item: name, message: "asks with faces for more than an activity" }] : []),
        ...(unhappy ? [{ item: name, message: `has an unhappy face (${unhappy})` }] : []),
      ];
    }),
};

const CONTENT = ["calm", "smile", "happy"];

export const facesNotScored: Rule = {
  id: "faces-not-scored",
  teaches:
    "Where every face is content, the least of them is no bad answer. Show how many chose which; count it towards nothing.",
  source: "Hall, Hume & Tazzyman 2016 (all five faces are happy, so the scale has no unhappy end)",
  check: ({ items }) =>
    items.flatMap(({ name, scale, index, answers }) => {
      const moods = answers.map(({ picture }) => (picture?.kind === "face" ? picture.figure.mood : undefined));
      const areContent = moods.every((mood) => mood === undefined || CONTENT.includes(mood));
      return scale === "faces" && areContent && index !== undefined
        ? [{ item: name, message: `has content faces only, and counts towards ${index}` }]
        : [];
    }),
};

const ANCHORS = ["decide", "glad", "help", "safe", "someone"] as const;

export const anchors: Rule = {
  id: "anchors",
  teaches: "The same five questions in every child's form let ages stand side by side.",
  source: "Bright Spots (Coram Voice): the items of the youngest are repeated in all versions",
  check: (form) => {
    if (audienceOf(form.form) !== "child") return [];
    const names = new Set(
      askedItems(form)
        .filter(({ isAnchor }) => isAnchor)
        .map(({ name }) => name),
    );
    return ANCHORS.filter((name) => !names.has(name)).map((name) => ({ message: `the anchor “${name}” is missing` }));
  },
};

export const noReverseBelowEight: Rule = {
  id: "no-reverse-below-eight",
  teaches: "A question turned round asks a small child to turn its answer round too; it answers the first way.",
  source: "Borgers, de Leeuw & Hox 2000 (negatively worded items)",
  check: ({ form, items }) =>
    LIMITS[form].isBelowEight
      ? items.flatMap(({ name, isReverse }) => (isReverse ? [{ item: name, message: "is reverse" }] : []))
      : [],
};

const TOO_YOUNG_TO_PHONE: readonly FormName[] = ["3", "3-5", "6-9"];

export const sensitiveWithSupport: Rule = {
  id: "sensitive-with-support",
  teaches:
    "Whoever asks about what hurts says first who helps, as a child of the age can: a small one is sent to an adult, not to a telephone. Sensitive items need a confidential round and a support plan.",
  source: "General Comment 12 (safe and sensitive to risk)",
  check: ({ form, items, supportPlan }) => {
    const languages = languagesFor(form);
    const unplanned = languages.filter((language) => !supportPlan[language]?.trim());
    const phoning = TOO_YOUNG_TO_PHONE.includes(form)
      ? languages.filter((language) => /\p{Nd}/u.test(supportPlan[language] ?? ""))
      : [];
    return [
      ...phoning.map((language) => ({ language, message: "tells a child below ten years a number to ring" })),
      ...items.flatMap(({ name, isSensitive }) =>
        isSensitive
          ? unplanned.map((language) => ({ item: name, language, message: "is sensitive; there is no support plan" }))
          : [],
      ),
    ];
  },
};
