/**
 * What a leader reads first: three to five things that stand out, chosen by one written rule (docs/privacy.md says it to
 * everybody). Good is the index whose lower bound lies highest above the same form in the municipality, hard the one whose
 * upper bound lies lowest below it, of another theme; then the two largest changes that are fairly certain, each of a
 * theme of its own, or that none is; then who is missing where fewer than 80 of 100 took part. Data, no words.
 */
import type { FormName } from "../paper/form";
import type { Theme } from "../paper/paper";
import type { Index } from "../scoring/indices";
import { FLOORS, SAYS_WHO_ANSWERED_BELOW } from "./floors";
import type { FormResult, IndexResult, KnownShare, QuestionResult } from "./form-result";
import type { Precision, Quantity } from "./quantity";
import { precisionOf, quantityOf, tenthsOf } from "./quantity";

/** How many children, as far as it can be said. */
export interface Saying {
  readonly quantity: Quantity;
  readonly tenths?: number;
  readonly share: KnownShare;
}

export interface Standing {
  readonly kind: "good" | "hard";
  readonly form: FormName;
  readonly theme: Theme;
  readonly index: Index;
  /** The item that shows it, and which of its endings is said. */
  readonly item: string;
  readonly side: "favourable" | "opposite";
  readonly saying: Saying;
  readonly ofThoseWhoAnswered: boolean;
  readonly precision: Precision;
}

export interface Change {
  readonly kind: "change";
  readonly form: FormName;
  readonly index: Index;
  readonly theme: Theme;
  readonly direction: "up" | "down";
  /** In points; the interval is the change model's. */
  readonly by: number;
  readonly low: number;
  readonly high: number;
  readonly certainty: "fairly-certain" | "maybe";
}

export interface NoChange {
  /** `first-time`: nothing to compare with; `cannot-tell`: compared, and nothing certain. */
  readonly kind: "first-time" | "cannot-tell";
}

export interface Missing {
  readonly kind: "missing";
  readonly invited: number;
  /** Absent when fewer than five. */
  readonly participants?: number;
}

export type Finding = Standing | Change | NoChange | Missing;

interface Beside {
  readonly own: FormResult;
  /** Absent where hardly anybody else was asked with this form: then its own indices are held against each other. */
  readonly municipality?: FormResult;
}

interface Placed {
  readonly own: FormResult;
  readonly beside?: FormResult;
  readonly index: IndexResult;
  readonly of: number;
}

/** "In between" says nothing of a share that stands out: it is the word of last resort, and chosen last. */
const saysLittle = ({ saying }: Standing): number => (saying.quantity === "between" ? 1 : 0);

export function sayingOf(share: KnownShare): Saying {
  const tenths = tenthsOf(share.value, share);
  return { quantity: quantityOf(share.value, share), ...(tenths !== undefined && { tenths }), share };
}

function besideOthers({ own, municipality }: Beside): Placed[] {
  return own.indices.flatMap((index) => {
    const beside = municipality?.indices.find((one) => one.index === index.index);
    return beside ? [{ own, beside: municipality, index, of: beside.value }] : [];
  });
}

function besideItself({ own }: Beside): Placed[] {
  const average = own.indices.reduce((sum, { value }) => sum + value, 0) / Math.max(1, own.indices.length);
  return own.indices.map((index) => ({ own, index, of: average }));
}

/** Of an index, the item that stands out most in the same direction. */
function standing(kind: Standing["kind"], { own, beside, index }: Placed): Standing[] {
  const shareBeside = ({ id }: QuestionResult): number =>
    beside?.questions.find((question) => question.id === id)?.favourable?.value ?? 50;
  const rate = own.participants / own.invited;
  const told = own.questions.flatMap((question) => {
    const { favourable, opposite } = question;
    if (question.index !== index.index || !favourable || !opposite) return [];
    const distance = kind === "good" ? favourable.low - shareBeside(question) : shareBeside(question) - favourable.high;
    const isOpposite = kind === "hard" && opposite.value >= 50;
    const share = isOpposite ? opposite : favourable;
    // What fewer than half can say is nothing to be glad of, however much others lack it.
    if (kind === "good" && share.value < 50) return [];
    const found: Standing = {
      kind,
      form: own.form,
      theme: index.theme,
      index: index.index,
      item: question.item,
      side: isOpposite ? "opposite" : "favourable",
      saying: sayingOf(share),
      ofThoseWhoAnswered: rate < SAYS_WHO_ANSWERED_BELOW,
      precision: precisionOf(share, rate < 0.6),
    };
    return [{ found, distance }];
  });
  return told
    .sort((one, other) => saysLittle(one.found) - saysLittle(other.found) || other.distance - one.distance)
    .map(({ found }) => found)
    .slice(0, 1);
}

function standings(forms: readonly Beside[]): Standing[] {
  const others = forms.flatMap(besideOthers);
  const all = others.length > 0 ? others : forms.flatMap(besideItself);
  const byGood = all.toSorted((one, other) => other.index.low - other.of - (one.index.low - one.of));
  const byHard = all.toSorted((one, other) => one.index.high - one.of - (other.index.high - other.of));
  const good = byGood.flatMap((one) => standing("good", one)).at(0);
  const hard = byHard
    .filter(({ index }) => index.theme !== good?.theme)
    .flatMap((one) => standing("hard", one))
    .at(0);
  return [good, hard].filter((one) => one !== undefined);
}

const MOST_CHANGES = 2;

export function findingsOf({
  forms,
  changes,
  isFirstTime,
  invited,
  participants,
}: {
  /** Those whose figures are shown. */
  readonly forms: readonly Beside[];
  readonly changes: readonly Change[];
  readonly isFirstTime: boolean;
  readonly invited: number;
  readonly participants: number;
}): readonly Finding[] {
  const told = standings(forms);
  const certain = changes
    .filter(({ certainty }) => certainty === "fairly-certain")
    .toSorted((one, other) => Math.abs(other.by) - Math.abs(one.by))
    .filter(({ theme }, at, all) => all.findIndex((one) => one.theme === theme) === at);
  const isShown = told.length > 0;
  const none: NoChange[] =
    isShown && certain.length === 0 ? [{ kind: isFirstTime ? "first-time" : "cannot-tell" }] : [];
  const isMissing = participants < SAYS_WHO_ANSWERED_BELOW * invited;
  return [
    ...told,
    ...certain.slice(0, MOST_CHANGES),
    ...none,
    ...(isMissing
      ? [{ kind: "missing", invited, ...(participants >= FLOORS.participants && { participants }) } as const]
      : []),
  ];
}
