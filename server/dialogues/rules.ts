/**
 * What may stand on a class's board. Pure. A child of the class sees the board: nobody's answer may be guessed from it, so
 * figures come by the item's own flag (surveys/bank/showing.ts), and a share that points at a few is never drawn.
 */
import { dialogueOf } from "#surveys/bank/dialogue-questions";
import { endingOf } from "#surveys/bank/endings";
import { showingOf } from "#surveys/bank/showing";
import type { FormName } from "#surveys/paper/form";
import { audienceOf, FORM_NAMES } from "#surveys/paper/form";
import type { Index } from "#surveys/scoring/indices";
import type { QuestionResult, Share } from "#surveys/results/form-result";
import { questionAsItem } from "#surveys/results/question-as-item";
import { quantityOf } from "#surveys/results/quantity";
import type { FormRelease, LeafResult, Release } from "../releases/contract";
import type { Audience, BoardCard, BoardFigure } from "./contract";
import { audienceKey, groupKey } from "./contract";

/** Of ten dots: fewer filled, or fewer empty, would be one child in a class of ten. */
const [FEWEST_DOTS, MOST_DOTS] = [2, 8];
/** Shares up to here, in percent, and from its opposite on, point at a few. */
const OF_A_FEW = 10;

const isDrawn = (dots: number): boolean => dots >= FEWEST_DOTS && dots <= MOST_DOTS;

type Drawn = Pick<BoardFigure, "dots" | "quantity" | "between">;

/** Undefined where it points at a few, or where so little is known that it might. */
export function drawnShare({ value, low, high }: Share): Drawn | undefined {
  const dots = Math.round(value / 10);
  if (value <= OF_A_FEW || value >= 100 - OF_A_FEW || !isDrawn(dots)) return undefined;
  const quantity = quantityOf(value, { low, high });
  if (quantity !== "between") return { dots, quantity };
  const between = [Math.floor(low / 10), Math.ceil(high / 10)] as const;
  return between.every(isDrawn) ? { dots, quantity, between } : undefined;
}

export function readAudience(key: string, audiences: readonly Audience[]): Audience | undefined {
  return audiences.find((audience) => audienceKey(audience) === key);
}

const shownForms = ({ forms }: Release): FormRelease[] =>
  forms.filter(({ form, hidden }) => audienceOf(form) === "child" && !hidden);

/** Whom a dialogue can be opened for: each form of children, and each group of it that has figures of its own. */
export function audiencesOf(release: Release): Audience[] {
  return shownForms(release)
    .toSorted((one, other) => FORM_NAMES.indexOf(one.form) - FORM_NAMES.indexOf(other.form))
    .flatMap(({ form, leaves }) => [
      { form },
      ...leaves
        .map(({ names }) => ({ form, group: names }))
        .toSorted((one, other) => groupKey(one.group).localeCompare(groupKey(other.group), "da", { numeric: true })),
    ]);
}

interface Told {
  readonly form: FormRelease;
  readonly leaf?: LeafResult;
  readonly signals: ReadonlySet<Index>;
}

/** Of a form: what fell, and what children find hard. */
const signalsOf = ({ findings }: Release, name: FormName): ReadonlySet<Index> =>
  new Set(
    findings.flatMap((one) =>
      ((one.kind === "change" && one.direction === "down") || one.kind === "hard") && one.form === name
        ? [one.index]
        : [],
    ),
  );

/** A class that has no figure of this item by the floors is shown everybody's. */
function figureOf(question: QuestionResult, { form, leaf }: Told): BoardFigure | undefined {
  const ending = endingOf(questionAsItem(question), form.form, "favourable");
  const bounds =
    showingOf(question.item) === "board" ? leaf?.questions.find(({ id }) => id === question.id)?.favourable : undefined;
  if (leaf && bounds) {
    const [value, low, high] = bounds;
    const drawn = drawnShare({ value, low, high });
    return drawn && { of: "group", participants: leaf.participants, ...drawn, ending };
  }
  const drawn = question.favourable && drawnShare(question.favourable);
  if (!drawn || form.participants === undefined) return undefined;
  return { of: "institution", participants: form.participants, ...drawn, ending };
}

function cardOf(question: QuestionResult, told: Told): BoardCard[] {
  const { item, index, theme, question: asked } = question;
  const isShown = question.id === item && showingOf(item) !== "never" && question.favourable !== undefined;
  const dialogue = index && dialogueOf(index, told.form.form);
  if (!isShown || !index || !dialogue) return [];
  const figure = figureOf(question, told);
  const isSignal = told.signals.has(index);
  return [{ item, index, theme, question: asked, ...(figure && { figure }), isSignal, talk: dialogue.questions }];
}

const hasGroup = ({ names }: LeafResult, group: readonly string[] | undefined): boolean =>
  group !== undefined && groupKey(names) === groupKey(group);

/** Every item that may stand on the board of these, in the order in which it was asked. */
export function cardsOf(release: Release, { form: name, group }: Audience): BoardCard[] {
  const form = shownForms(release).find((one) => one.form === name);
  if (!form) return [];
  const leaf = form.leaves.find((one) => hasGroup(one, group));
  const told = { form, ...(leaf && { leaf }), signals: signalsOf(release, name) };
  return form.questions.flatMap((question) => cardOf(question, told));
}
