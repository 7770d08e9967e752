/**
 * What a leader reads first, as sentences: a quantity, whom it is of, and how the item's author ends it. Pure; it never says
 * more than the figure beside it.
 */
import { audienceOf } from "#surveys/paper/form";
import type { FormName } from "#surveys/paper/form";
import type { Locale } from "#surveys/paper/local-text";
import type { Change, Missing, NoChange, Saying, Standing } from "#surveys/results/findings";
import type { Quantity } from "#surveys/results/quantity";
import { SENTENCE_WORDS } from "./sentence-words";
import type { Who } from "./sentence-words";

export interface Sentence {
  readonly text: string;
  /** What it rests on, said in small below it. */
  readonly basis: readonly string[];
}

export function whoOf(form: FormName): Who {
  const audience = audienceOf(form);
  if (audience === "parent") return "parents";
  if (audience === "staff") return "staff";
  if (audience === "observer") return "seen";
  return form === "13-18" ? "young" : "children";
}

const upper = (text: string): string => text.charAt(0).toLocaleUpperCase("da") + text.slice(1);

/** From here to there a number of ten does not speak against the word before it. */
const TENTHS_BESIDE: Readonly<Record<Exclude<Quantity, "between">, readonly [from: number, to: number]>> = {
  "nearly-all": [9, 9],
  most: [7, 9],
  "over-half": [6, 7],
  "about-half": [5, 5],
  "under-half": [3, 4],
  "few-of": [1, 3],
  few: [1, 1],
};

function tenthsBeside({ quantity, tenths }: Saying): number | undefined {
  if (quantity === "between" || tenths === undefined) return undefined;
  const [from, to] = TENTHS_BESIDE[quantity];
  return tenths >= from && tenths <= to ? tenths : undefined;
}

interface Telling {
  readonly locale: Locale;
  readonly form: FormName;
}

/** "de fleste børn (7 ud af 10)"; bare where the people have just been named. */
function quantityText(saying: Saying, { locale, form }: Telling, isBare = false): string {
  const words = SENTENCE_WORDS[locale];
  const people = words.people[whoOf(form)];
  const { quantity, share } = saying;
  if (quantity === "between") {
    const [from, to] = [Math.floor(share.low / 10), Math.ceil(share.high / 10)];
    return words.between(from, to, isBare ? undefined : people.many);
  }
  const tenths = tenthsBeside(saying);
  const said = isBare ? words.bare[quantity] : words.quantity(quantity, people);
  return tenths === undefined ? said : `${said} ${words.tenths(tenths)}`;
}

/** After an opening Danish puts the verb first: "har de fleste nogen at være sammen med". */
function afterOpening(quantity: string, ending: string, locale: Locale): string {
  if (locale !== "da") return `${quantity} ${ending}`;
  const [verb = "", ...rest] = ending.split(" ");
  const comma = verb.endsWith(",") ? "," : "";
  return `${comma ? verb.slice(0, -1) : verb} ${quantity}${comma} ${rest.join(" ")}`.trimEnd();
}

/** `ending`: how the author ends it, on the side that is told; `saying` is of that side. `isBeside`: the municipality's. */
export function standingSentence(
  standing: Pick<Standing, "kind" | "form" | "saying" | "ofThoseWhoAnswered">,
  { ending, isBeside }: { readonly ending: string; readonly isBeside: boolean },
  locale: Locale,
): Sentence {
  const { kind, form, saying, ofThoseWhoAnswered } = standing;
  const words = SENTENCE_WORDS[locale];
  const who = whoOf(form);
  const { answered } = words.people[who];
  const quantity = (isBare: boolean) => quantityText(saying, { locale, form }, isBare);
  const text = ofThoseWhoAnswered
    ? `${answered} ${afterOpening(quantity(true), ending, locale)}`
    : who === "seen"
      ? `${words.asSeen} ${afterOpening(quantity(false), ending, locale)}`
      : upper(`${quantity(false)} ${ending}`);
  const { value, low, high, ofAll } = saying.share;
  const why = words.stands[kind === "good" && !isBeside ? "good-alone" : kind];
  const basis = [why, words.percent(Math.round(value), Math.round(low), Math.round(high))];
  return {
    text: `${text}.`,
    basis: ofThoseWhoAnswered ? [...basis, words.ofAll(Math.round(ofAll.low), Math.round(ofAll.high))] : basis,
  };
}

/** `now`: the index in this round. */
export function changeSentence(change: Change, now: number, locale: Locale): Sentence {
  const { form, index, direction, by, low, high } = change;
  const words = SENTENCE_WORDS[locale];
  const to = Math.round(now);
  const sizes = (direction === "up" ? [low, high] : [-high, -low]).map((size) => Math.max(0, Math.round(size)));
  return {
    text: upper(words.change(index, words.people[whoOf(form)], direction)),
    basis: [words.fromTo(to - Math.round(by), to), words.points(sizes[0] ?? 0, sizes[1] ?? 0, direction)],
  };
}

export function noChangeSentence(kind: NoChange["kind"], locale: Locale): Sentence {
  const { text, basis } = SENTENCE_WORDS[locale].noChange[kind];
  return { text, basis: [basis] };
}

export function missingSentence({ invited, participants }: Required<Missing>, locale: Locale): Sentence {
  const { text, basis } = SENTENCE_WORDS[locale].missing(invited - participants, invited);
  return { text, basis: [basis] };
}

export function hardshipSentence(saying: Saying, telling: Telling): string {
  return upper(SENTENCE_WORDS[telling.locale].hard(quantityText(saying, telling)));
}

/** Stands below the institution's own, which says what it is and of whom. */
export function areaHardshipSentence(area: string, saying: Saying, telling: Telling): string {
  return SENTENCE_WORDS[telling.locale].hardInArea(area, quantityText(saying, telling, true));
}
