/** What is folded on a leader's page: each question of a form by its theme, the map of places, and its groups. Pure. */
import type { Bounds, FormRelease, LeafResult, PlacePlan } from "#server/releases/contract";
import { endingOf } from "#surveys/bank/endings";
import type { Locale } from "#surveys/paper/local-text";
import { THEMES } from "#surveys/paper/paper";
import type { Theme } from "#surveys/paper/paper";
import { responseOf } from "#surveys/results/floors";
import type { ChoiceResult, QuestionResult } from "#surveys/results/form-result";
import { questionAsItem } from "#surveys/results/question-as-item";
import type {
  FormDetails,
  GroupView,
  HowMany,
  PlaceMapView,
  QuestionView,
  ShareRow,
  ThemeDetails,
} from "./leader-page";
import type { Placed } from "./make-plan";
import { isPlaced, planOf } from "./make-plan";
import { figureOf, namesTogether } from "./rounded";

/** A child of a question that has a label: a place that was left alone has none. */
function rowsOf(choices: readonly ChoiceResult[], locale: Locale): ShareRow[] {
  return choices.flatMap(({ label, isFavourable: isGood, share }) =>
    label ? [{ label: label[locale], isGood, ...figureOf(share) }] : [],
  );
}

/** From here on some, or many, of those who took part; fewer than one in twenty are not worth a word. */
const [FEW_FROM, SOME_FROM, MANY_FROM] = [5, 15, 40];

function howMany(percent: number): HowMany | undefined {
  if (percent < FEW_FROM) return undefined;
  if (percent < SOME_FROM) return "few";
  return percent < MANY_FROM ? "some" : "many";
}

function questionOf({ id, type, question, base, choices, without }: QuestionResult, locale: Locale): QuestionView {
  const rows = rowsOf(choices, locale);
  return {
    id,
    text: question[locale],
    kind: type === "choose-pictures" ? "several" : type === "rank-pictures" ? "rank" : "one",
    base,
    rows,
    unanswered:
      rows.length === 0
        ? []
        : (["declined", "not-understood", "none"] as const).flatMap((why) => {
            const many = howMany(without[why]);
            return many ? [{ why, howMany: many }] : [];
          }),
  };
}

function mapsOf(questions: readonly Placed[], plans: readonly PlacePlan[], locale: Locale): PlaceMapView[] {
  return [...new Set(questions.map(({ item }) => item))].map((item) => {
    const own = questions.filter((question) => question.item === item);
    const found = plans.find((one) => one.item === item);
    const plan = found && planOf(found, own, locale);
    return {
      id: item,
      text: own[0]?.question[locale] ?? "",
      places: own.map(({ place, choices }) => ({ name: place[locale], rows: rowsOf(choices, locale) })),
      ...(plan && { plan }),
    };
  });
}

interface Of {
  readonly form: FormRelease;
  readonly plans: readonly PlacePlan[];
  readonly locale: Locale;
}

function themeOf(theme: Theme, { form, plans, locale }: Of): ThemeDetails[] {
  const own = form.questions.filter((question) => question.theme === theme);
  const questions = own.filter((question) => !isPlaced(question)).map((question) => questionOf(question, locale));
  return own.length > 0 ? [{ theme, questions, maps: mapsOf(own.filter(isPlaced), plans, locale) }] : [];
}

const boundsOf = ([value, low, high]: Bounds) => figureOf({ value, low, high });

/** A share alone says the opposite of a question like "Jeg keder mig her": it stands with what was answered. */
function endingsOf({ form, questions }: FormRelease, locale: Locale): ReadonlyMap<string, string> {
  return new Map(
    questions
      .filter(({ favourable }) => favourable)
      .map((question) => [question.id, endingOf(questionAsItem(question), form, "favourable")[locale]]),
  );
}

function groupOf(
  { names, invited, participants, indices, questions }: LeafResult,
  endings: ReadonlyMap<string, string>,
  locale: Locale,
): GroupView {
  return {
    name: namesTogether(names, locale),
    isTogether: names.length > 1,
    isSnapshot: responseOf(participants, invited) === "snapshot",
    indices: indices.map(({ index, share }) => ({ index, ...boundsOf(share) })),
    questions: questions.flatMap(({ id, favourable }) =>
      favourable ? [{ ending: endings.get(id) ?? id, ...boundsOf(favourable) }] : [],
    ),
  };
}

export function detailsOf(form: FormRelease, locale: Locale, all: readonly PlacePlan[]): FormDetails {
  const endings = endingsOf(form, locale);
  const plans = all.filter((plan) => plan.form === form.form);
  return {
    form: form.form,
    isSnapshot: form.response === "snapshot",
    themes: THEMES.flatMap((theme) => themeOf(theme, { form, plans, locale })),
    groups: form.leaves
      .map((leaf) => groupOf(leaf, endings, locale))
      .toSorted((one, other) => one.name.localeCompare(other.name, locale, { numeric: true })),
  };
}
