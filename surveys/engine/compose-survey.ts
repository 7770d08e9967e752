/**
 * Makes a survey file (SurveyJS JSON in our wrapper) of items of the bank: which items in which form, in which order, in
 * every language they have been written in. The same plan and bank give the same file. Throws `SurveyProblem`.
 */
import type { BankForm, BankItem, Wording } from "../bank/item-shape";
import type { FormName } from "../paper/form";
import { LANGUAGES } from "../paper/language";
import type { Language } from "../paper/language";
import type { LocalText } from "../paper/local-text";
import type { Scale } from "../paper/paper";
import { isFigure } from "../pictures/picture";
import { vary } from "../pictures/vary";
import type { Changes } from "../pictures/vary";
import { SCALE_DESCRIPTIONS } from "../scales/scales";
import { SurveyProblem } from "./survey-problem";

export interface SurveyPlan {
  readonly slug: string;
  readonly version: number;
  readonly title: LocalText;
  readonly about: Readonly<Partial<Record<FormName, LocalText>>>;
  /** What a child of each form who needs somebody is offered; a form with sensitive items has one. */
  readonly supportPlan?: Readonly<Partial<Record<FormName, LocalText>>>;
  readonly forms: Readonly<Partial<Record<FormName, PlannedForm>>>;
}

interface PlannedForm {
  /** Names of items of the bank, in the order they are asked. */
  readonly items: readonly string[];
  /** Tried first, never sent. */
  readonly practice?: readonly string[];
}

interface SharedAnswer {
  readonly value: string;
  readonly code: number;
  /** A picture of its own; without it and `mood` an answer is drawn as an amount. */
  readonly thing?: string;
  /** The face of the child in the question's scene. */
  readonly mood?: string;
}

interface SharedWording {
  readonly answers: Readonly<Record<string, string>>;
  /** What the pictures show, where they are not amounts. */
  readonly alts?: Readonly<Record<string, string>>;
}

/** `surveys/scales/answer-sets.json`. */
type AnswerSets = Readonly<
  Record<
    string,
    {
      readonly answers: readonly SharedAnswer[];
      readonly wording: Readonly<Partial<Record<Language, SharedWording>>>;
    }
  >
>;

export interface Bank {
  readonly items: ReadonlyMap<string, BankItem>;
  readonly answerSets: AnswerSets;
}

type Json = Readonly<Record<string, unknown>>;

/** What is written in each language, from what is found for it; undefined when nothing is. */
function inLanguages(find: (language: Language) => string | undefined): Json | undefined {
  const pairs = LANGUAGES.flatMap((language) => {
    const text = find(language);
    return text === undefined ? [] : [[language, text] as const];
  });
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}

/** SurveyJS's form: `default` first. */
function localised(find: (language: Language) => string | undefined): Json {
  return { default: find("da"), ...inLanguages(find) };
}

const FIVE_STEPS = 4;

/** What a picture of an amount shows, in words: so many of so many. */
const SO_MANY_OF: Readonly<Record<Language, string>> = {
  da: "{0} af {1}",
  en: "{0} of {1}",
  ar: "{0} من {1}",
  tr: "{1} içinden {0}",
  pl: "{0} z {1}",
  uk: "{0} з {1}",
  ur: "{1} میں سے {0}",
};

const soMany = (count: number, of: number): Json | undefined =>
  inLanguages((language) => SO_MANY_OF[language].replace("{0}", String(count)).replace("{1}", String(of)));

/** Stones, rungs, or a ring filled in up to five steps. */
function amountPicture(scale: Scale, code: number, most: number): Json | undefined {
  if (scale === "tokens") return { kind: "tokens", count: code, alt: soMany(code, most) };
  if (scale === "ladder") return { kind: "ladder", rung: code, alt: soMany(code, most) };
  if (most > FIVE_STEPS) return undefined;
  const filled = Math.round((code * FIVE_STEPS) / most);
  return { kind: "amount", filled, alt: soMany(filled, FIVE_STEPS) };
}

/** The child the question is about, with a face for an answer. */
function facePicture({ picture }: BankForm, mood: string, path: string): Json {
  const me = picture.kind === "scene" ? picture.parts.find((part) => part.id === "me") : undefined;
  if (!me || !isFigure(me)) throw new SurveyProblem(path, "answers with faces need a child in the question's picture");
  const { skin, hair, hairColour, clothColour, shirt, aids } = me;
  const looks = { skin, hair, hairColour, ...(clothColour && { clothColour }), shirt, ...(aids && { aids }) };
  return { kind: "face", figure: { ...looks, mood } };
}

/** The question's scene as an answer changes it; undefined where the question shows no scene. */
function scenePicture({ picture }: BankForm, value: string, changes: Changes | undefined, path: string) {
  if (picture.kind !== "scene") return undefined;
  try {
    return vary(picture, changes);
  } catch (error) {
    throw error instanceof RangeError ? new SurveyProblem(path, `${value}: ${error.message}`) : error;
  }
}

function sharedChoices(form: BankForm, setName: string, answerSets: AnswerSets, path: string): Json[] {
  const set = answerSets[setName];
  if (!set) throw new SurveyProblem(path, `there is no answer set "${setName}"`);
  const most = Math.max(...set.answers.map(({ code }) => code));
  const unsaid = set.answers.filter(({ value }) => form.answerChanges && !form.answerChanges[value]);
  if (unsaid.length > 0) {
    const values = unsaid.map(({ value }) => value).join(", ");
    throw new SurveyProblem(path, `answerChanges does not say what differs for ${values}`);
  }
  return set.answers.map(({ value, code, thing, mood }) => {
    const alt = inLanguages((language) => set.wording[language]?.alts?.[value]);
    const changes = form.answerChanges?.[value];
    const own = changes
      ? scenePicture(form, value, changes, path)
      : thing
        ? { kind: "thing", thing }
        : mood && facePicture(form, mood, path);
    const picture = own ? { ...own, alt } : amountPicture(form.scale, code, most);
    const text = localised((language) => set.wording[language]?.answers[value]);
    return { value, text, code, ...(picture && { picture }) };
  });
}

type OwnAnswer = NonNullable<BankForm["answers"]>[number];

function answerPicture(form: BankForm, { value, thing, changes }: OwnAnswer, path: string): Json | undefined {
  const alt = inLanguages((language) => form.wording[language]?.answers?.[value]?.alt);
  if (thing) return { kind: "thing", thing, alt };
  const scene = scenePicture(form, value, changes, path);
  return scene && { ...scene, alt };
}

function ownChoices(form: BankForm, path: string): Json[] {
  return (form.answers ?? []).map((answer) => {
    const { value, code } = answer;
    const picture = answerPicture(form, answer, path);
    const text = localised((language) => form.wording[language]?.answers?.[value]?.label);
    return { value, text, ...(code === undefined ? {} : { code }), ...(picture && { picture }) };
  });
}

/** The picture of the question: a scene as it stands, before anything varies. */
function questionPicture({ picture, wording }: BankForm): Json {
  const alt = inLanguages((language) => wording[language]?.alt);
  return picture.kind === "scene" ? { ...vary(picture), alt } : { ...picture, alt };
}

function wordsOf({ wording }: BankForm): Json {
  const member = (name: "stress" | "narration" | "simpler") => inLanguages((language) => wording[language]?.[name]);
  const [stress, narration, simpler] = [member("stress"), member("narration"), member("simpler")];
  const signed = LANGUAGES.flatMap((language) => {
    const words: Wording | undefined = wording[language];
    return words ? [[language, words.reviewed] as const] : [];
  });
  return {
    title: localised((language) => wording[language]?.question),
    ...(stress && { stress }),
    ...(narration && { narration }),
    ...(simpler && { simpler }),
    reviewed: Object.fromEntries(signed),
  };
}

function limitsOf(form: BankForm): Json {
  const places = form.places?.map(({ value, x, y }) => ({
    value,
    x,
    y,
    text: localised((language) => form.wording[language]?.places?.[value]),
  }));
  const most = form.maxChoices === undefined ? {} : { maxSelectedChoices: form.maxChoices };
  return {
    ...(form.scale === "choose-pictures" && { multiSelect: true }),
    ...most,
    ...(form.maxLength !== undefined && { maxLength: form.maxLength }),
    ...(places && { places }),
  };
}

function composeElement(item: BankItem, form: BankForm, bank: Bank, isPractice: boolean, path: string): Json {
  const choices = form.answerSet ? sharedChoices(form, form.answerSet, bank.answerSets, path) : ownChoices(form, path);
  return {
    type: SCALE_DESCRIPTIONS[form.scale].surveyJsTypes[0],
    name: item.name,
    itemType: form.scale,
    theme: item.theme,
    ...(item.isAnchor && !isPractice && { isAnchor: true }),
    ...(isPractice && { isPractice: true }),
    ...(item.index && { index: item.index }),
    goals: item.goals,
    sensitivity: form.sensitivity ?? item.sensitivity,
    ...wordsOf(form),
    picture: questionPicture(form),
    ...(form.reverse && { reverse: true }),
    ...limitsOf(form),
    ...(choices.length > 0 && { choices }),
  };
}

function composeForm(name: FormName, { items, practice = [] }: PlannedForm, bank: Bank): Json {
  const page = (isPractice: boolean) => (itemName: string, index: number) => {
    const path = `forms.${name}.${isPractice ? "practice" : "items"}[${index}]`;
    const item = bank.items.get(itemName);
    if (!item) throw new SurveyProblem(path, `the bank has no item "${itemName}"`);
    const form = item.forms[name];
    if (!form) throw new SurveyProblem(path, `"${itemName}" has no wording for the form ${name}`);
    return { name: `page-${itemName}`, elements: [composeElement(item, form, bank, isPractice, path)] };
  };
  return { pages: [...practice.map(page(true)), ...items.map(page(false))] };
}

/** A language is signed when every wording of every planned item is. */
function reviewedLanguages({ forms }: SurveyPlan, { items }: Bank): Json {
  const wordings = Object.entries(forms).flatMap(([form, planned]) =>
    // The names of a plan's forms are names of forms.
    planned.items.map((name) => items.get(name)?.forms[form as FormName]?.wording),
  );
  const isSigned = (language: Language) => wordings.every((wording) => wording?.[language]?.reviewed ?? true);
  const isThere = (language: Language) => wordings.some((wording) => wording?.[language]);
  return Object.fromEntries(LANGUAGES.filter(isThere).map((language) => [language, isSigned(language)]));
}

export function composeSurvey(plan: SurveyPlan, bank: Bank): Json {
  const forms = Object.entries(plan.forms).map(([name, form]) => [
    name,
    // The names of a plan's forms are names of forms.
    composeForm(name as FormName, form, bank),
  ]);
  return {
    slug: plan.slug,
    version: plan.version,
    title: localised((language) => plan.title[language]),
    about: plan.about,
    ...(plan.supportPlan && { supportPlan: plan.supportPlan }),
    reviewed: reviewedLanguages(plan, bank),
    forms: Object.fromEntries(forms),
  };
}
