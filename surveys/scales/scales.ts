/**
 * The ways of answering, each described once: for which forms, how it is written in SurveyJS, how keyboard and switch
 * reach it, what it is in words, what right-to-left changes, and how it is scored or why it is not. Which forms bear it is
 * also the linter's knowledge (`surveys/linter/limits.ts`); a test holds the two together.
 */
import type { FormName } from "../paper/form";
import type { Scale } from "../paper/paper";

export interface ScaleDescription {
  readonly forms: readonly FormName[];
  /** The SurveyJS type it is written as, with `itemType` set to the scale's name; after it those it is read from too. */
  readonly surveyJsTypes: readonly [written: string, ...read: string[]];
  /** With Tab, arrows, Space and Enter alone; a switch steps through the same stops. */
  readonly keyboard: string;
  readonly textAlternative: string;
  /** On the screen only: the value that is stored is the same in every language. */
  readonly rightToLeft: string;
  readonly scoring: "by code" | "counted";
  /** How the codes come about, or why there are none. */
  readonly why: string;
}

const YOUNG: readonly FormName[] = ["3-5", "6-9"];
const OLDER: readonly FormName[] = ["10-12", "13-18"];
const ADULTS: readonly FormName[] = ["0-2", "parents-0-2", "parents-3-6", "parents-7-16", "staff"];

const ONE: ScaleDescription["surveyJsTypes"] = ["imagepicker", "radiogroup", "dropdown", "rating", "boolean"];
const SEVERAL: ScaleDescription["surveyJsTypes"] = ["imagepicker", "checkbox", "tagbox"];

const RADIO = "One stop; arrow keys choose among the answers, Space chooses; Enter goes on.";
const CHECKBOXES = "One stop; arrow keys, Home and End move, Space chooses and takes back; Enter goes on.";
const LABEL = "Each answer's label is its name; what the picture shows is its description.";
const MIRRORED = "The first answer stands at the right.";

export const SCALE_DESCRIPTIONS: Readonly<Record<Scale, ScaleDescription>> = {
  "two-pictures": {
    forms: ["3", ...YOUNG],
    surveyJsTypes: ONE,
    keyboard: RADIO,
    textAlternative: LABEL,
    rightToLeft: `${MIRRORED} Which is first is drawn for each child (arrange.ts), sound and place together.`,
    scoring: "by code",
    why: "1 for the favourable picture, 0 for the other: a forced choice, because three-year-olds say yes to yes-or-no questions (Okanda & Itakura 2010).",
  },
  "two-step": {
    forms: YOUNG,
    surveyJsTypes: ONE,
    keyboard: "First one stop for the side, then one for a little or a lot; arrow keys choose in both.",
    textAlternative: LABEL,
    rightToLeft: MIRRORED,
    scoring: "by code",
    why: "3, 2, 1, 0 from a lot on one side to a lot on the other: two easy choices in place of one hard one of four.",
  },
  "three-pictures": {
    forms: ["6-9", "10-12"],
    surveyJsTypes: ONE,
    keyboard: RADIO,
    textAlternative: LABEL,
    rightToLeft: `${MIRRORED} The whole scale is turned round for half of the children, never shuffled.`,
    scoring: "by code",
    why: "2, 1, 0; shown as shares, because three steps are no distance (privacy-and-statistics: bands 3-9).",
  },
  faces: {
    forms: ["6-9"],
    surveyJsTypes: ONE,
    keyboard: RADIO,
    textAlternative: LABEL,
    rightToLeft: MIRRORED,
    scoring: "counted",
    why: "How many chose which: none of the faces is unhappy (Hall, Hume & Tazzyman 2016), so the least of them is no bad answer. For rating an activity, never for wellbeing or safety.",
  },
  again: {
    forms: YOUNG,
    surveyJsTypes: ONE,
    keyboard: RADIO,
    textAlternative: LABEL,
    rightToLeft: MIRRORED,
    scoring: "by code",
    why: "2 for again, 1 for maybe, 0 for something else: the Again-Again table is easier than faces and says the same (Read & MacFarlane 2006).",
  },
  tokens: {
    forms: YOUNG,
    surveyJsTypes: ONE,
    keyboard: "One stop; arrow keys add and take away stones; two buttons do the same.",
    textAlternative: "The number of stones in words.",
    rightToLeft: "Stones are laid from the right.",
    scoring: "by code",
    why: "0 to 5 stones; taking pieces is understood from three years (JPRO 2018, table 2).",
  },
  options: {
    forms: [...OLDER, ...ADULTS],
    surveyJsTypes: ONE,
    keyboard: RADIO,
    textAlternative: LABEL,
    rightToLeft: `${MIRRORED} The whole scale is turned round for half of the children, never shuffled.`,
    scoring: "by code",
    why: "0 to 4 from least to most, with words on every step; a reverse item counts 4 minus the code.",
  },
  ladder: {
    forms: [...OLDER, ...ADULTS],
    surveyJsTypes: ONE,
    keyboard: RADIO,
    textAlternative: "The number of the rung, with words at the bottom, the middle and the top.",
    rightToLeft: "The same: a ladder stands upright.",
    scoring: "by code",
    why: "0 to 10 (Cantril 1965); shown by itself, in no index.",
  },
  "choose-pictures": {
    forms: [...YOUNG, ...OLDER, ...ADULTS],
    surveyJsTypes: SEVERAL,
    keyboard: CHECKBOXES,
    textAlternative: LABEL,
    rightToLeft: `${MIRRORED} The list begins at another place for each child.`,
    scoring: "counted",
    why: "Things that are liked or wished for have no better and worse; how many chose each is told.",
  },
  "rank-pictures": {
    forms: ["6-9", ...OLDER],
    surveyJsTypes: ["ranking"],
    keyboard:
      "One stop; arrow keys move, Space gives the next place, Space again takes it back. No dragging is needed.",
    textAlternative: "Each answer's label, and its place once it has one.",
    rightToLeft: MIRRORED,
    scoring: "counted",
    why: "An order of things that matter; how often each is first is told.",
  },
  pairs: {
    forms: ["6-9", ...OLDER],
    surveyJsTypes: ONE,
    keyboard: RADIO,
    textAlternative: LABEL,
    rightToLeft: `${MIRRORED} Which child is first is drawn for each child.`,
    scoring: "by code",
    why: "Two children, both quite all right: which is like you? Less pull towards the wished-for answer (Harter & Pike 1984).",
  },
  "place-map": {
    forms: [...YOUNG, ...OLDER],
    surveyJsTypes: ["placemap"],
    keyboard:
      "One stop for the stickers, one for the places, arrow keys in both; Space puts the sticker there or takes it away.",
    textAlternative: "A list of the places by name, each with its sticker.",
    rightToLeft: "The plan stays as it is, its words are turned: a place lies where it lies.",
    scoring: "counted",
    why: "Where it is good to be is told place by place (Clark & Moss, the Mosaic approach).",
  },
  text: {
    forms: [...OLDER, ...ADULTS],
    surveyJsTypes: ["comment", "text"],
    keyboard: "One stop; one writes.",
    textAlternative: "The question is the field's name.",
    rightToLeft: "Writing begins at the right.",
    scoring: "counted",
    why: "Own words are read by a person, from ten children on and after release by an editor.",
  },
  drawing: {
    forms: ["6-9", ...OLDER],
    surveyJsTypes: ["signaturepad"],
    keyboard: "A field for telling in words stands beside it.",
    textAlternative: "What the child tells about its drawing.",
    rightToLeft: "The same.",
    scoring: "counted",
    why: "Drawings are looked at by a person; no number says what a drawing says.",
  },
  "voice-note": {
    forms: ["6-9", ...OLDER],
    surveyJsTypes: ["file"],
    keyboard: "Buttons to record, stop, hear and delete.",
    textAlternative: "A field for writing stands beside it.",
    rightToLeft: "Buttons begin at the right.",
    scoring: "counted",
    why: "A voice is heard by a person and leaves as words only.",
  },
  photo: {
    forms: OLDER,
    surveyJsTypes: ["file"],
    keyboard: "One button that opens the camera or the pictures.",
    textAlternative: "What the child tells about its photo.",
    rightToLeft: "The same.",
    scoring: "counted",
    why: "Photos are looked at by a person, and people on them are not shown.",
  },
};
