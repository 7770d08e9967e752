/** The tables of one unit of sealing, an institution's form: what is stored of a round's answers. Whole numbers, as drawn. */
import type { FormName } from "../paper/form";
import type { Index } from "../scoring/indices";

/** By question: a count for each choice, then declined, not understood, none (`questions.ts`). */
export type Counts = Readonly<Record<string, readonly number[]>>;

export interface LeafTable {
  /** Ids of its groups. */
  readonly groups: readonly string[];
  readonly invited: number;
  /** How many took part: known to whoever was there, and told exactly. */
  readonly participants: number;
  readonly counts: Counts;
}

/** How an answer came about; each is a set of counts that was known before the first answer came. */
export type Way = "languages" | "modes" | "help";

/** What is counted for the institution's form as a whole. */
export interface WholeTable {
  /** Questions of several choices. */
  readonly several: Counts;
  /** By index: the children's own scores in ten ranges, 0-10 … 90-100. For variances alone. */
  readonly spreads: Readonly<Partial<Record<Index, readonly number[]>>>;
  /** In how many themes it is hard at once: none, one, two, three or more. */
  readonly hardship: readonly number[];
  /** How many answered in which language, in which way, with which help. */
  readonly ways: Readonly<Record<Way, Readonly<Record<string, number>>>>;
}

export interface UnitTable {
  readonly round: string;
  /** The institution; of the small ones that are counted together, their area. */
  readonly place: { readonly kind: "institution" | "small-of-area"; readonly id: string };
  readonly form: FormName;
  /** How many took part, by institution: one, or the small ones of an area. */
  readonly heard: Readonly<Record<string, number>>;
  /** Epsilon of the questions, in thousandths; spreads have a quarter of it, hardship half. */
  readonly epsilonPermille: number;
  readonly leaves: readonly LeafTable[];
  readonly whole: WholeTable;
}
