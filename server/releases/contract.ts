/**
 * A release: what one institution is told of one sealed round. Arithmetic on tables of noisy counts, made once, immutable,
 * hashed; pages, prints and exports read it and nothing else. Numbers and codes; its words are the survey's own.
 */
import type { Change, Finding } from "#surveys/results/findings";
import type { Response } from "#surveys/results/floors";
import type { FormResult, HardshipResult, IndexResult } from "#surveys/results/form-result";
import type { Index } from "#surveys/scoring/indices";
import type { FormName } from "#surveys/paper/form";
import type { LocalText } from "#surveys/paper/local-text";
import type { Drawable } from "#surveys/pictures/picture";
import type { Area, Group, Institution } from "../organisation/contract";
import type { Round } from "../rounds/contract";

/** A group or several that were counted together, and how many of them took part. */
export interface HeardLeaf {
  readonly form: FormName;
  readonly names: readonly string[];
  readonly invited: number;
  /** Absent when fewer than five. */
  readonly participants?: number;
}

/** Percent or points: the value, and from where to where the noise may have moved it. */
export type Bounds = readonly [value: number, low: number, high: number];

/** A leaf's own figures, where the round promised them; their words stand with the institution's questions. */
export interface LeafResult {
  readonly names: readonly string[];
  readonly invited: number;
  readonly participants: number;
  readonly indices: readonly { readonly index: Index; readonly share: Bounds }[];
  /** In the order of the institution's; those with fewer than ten answers are left out. */
  readonly questions: readonly {
    readonly id: string;
    /** In the order of the question's choices. */
    readonly choices: readonly Bounds[];
    readonly favourable?: Bounds;
  }[];
}

/** An index in an earlier round, made of the same items: `margin` is the change model's, not the noise's alone. */
export interface PastIndex {
  readonly roundId: string;
  readonly title: LocalText;
  readonly closedOn: string;
  readonly value: number;
  readonly margin: number;
}

export interface IndexBeside extends IndexResult {
  /** The same form's in the whole municipality. */
  readonly municipality?: number;
  /** Half of the change model's band around the value, in points. */
  readonly margin: number;
  /** Since the last round made of the same items; absent where there is none. */
  readonly change?: Change | "cannot-tell";
  /** Oldest first, at most two. */
  readonly past: readonly PastIndex[];
}

/** Why a form's figures are not there. `with-area`: fewer than ten took part, and are counted with other small ones. */
export type Hidden = "nobody" | "with-area" | "low-response";

/** Over all institutions of the area that have the form, its small ones counted together and this one included. */
export interface AreaHardship extends HardshipResult {
  readonly area: string;
}

export interface FormRelease extends Omit<FormResult, "indices" | "participants"> {
  /** Absent when fewer than five. */
  readonly participants?: number;
  readonly response: Response;
  readonly hidden?: Hidden;
  readonly indices: readonly IndexBeside[];
  /** Beside the institution's own; absent where it has none, where nobody else is in the area, and in older releases. */
  readonly areaHardship?: AreaHardship;
  readonly leaves: readonly LeafResult[];
}

export interface Release {
  readonly roundId: string;
  readonly roundTitle: LocalText;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly version: number;
  readonly survey: string;
  readonly surveyVersion: number;
  /** ISO dates without a time. */
  readonly closedOn: string;
  readonly sealedOn: string;
  readonly feedbackDueOn: string;
  readonly ownerRole: LocalText;
  readonly epsilonPermille: number;
  readonly invited: number;
  /** Absent when fewer than five took part. */
  readonly participants?: number;
  /** More answers than children were given somewhere: spare cards were used. */
  readonly isMoreThanInvited: boolean;
  readonly response: Response;
  readonly heard: readonly HeardLeaf[];
  readonly findings: readonly Finding[];
  readonly forms: readonly FormRelease[];
  /** SHA-256, in hexadecimal, of the canonical JSON of everything above. */
  readonly hash: string;
}

/** What was known of a round, beside its tables, when its releases were computed: names change, and institutions close. */
export interface Told {
  readonly round: Pick<
    Round,
    | "id"
    | "title"
    | "survey"
    | "surveyVersion"
    | "leaves"
    | "ownerRole"
    | "feedbackDueAt"
    | "closesAt"
    | "closedAt"
    | "sealedAt"
  >;
  /** Its area is absent in what was kept before a release told of areas: it is computed again without. */
  readonly institutions: readonly (Pick<Institution, "id" | "name"> & Partial<Pick<Institution, "areaId">>)[];
  readonly areas?: readonly Area[];
  readonly groups: readonly Pick<Group, "id" | "institutionId" | "name" | "band" | "childCount">[];
}

/**
 * Whether a release is what its tables tell. `damaged`: not what its own hash says. `unknown`: nothing says of what it was
 * computed.
 */
type Verdict = "same" | "differs" | "damaged" | "missing" | "unknown";

export interface Verified {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly verdict: Verdict;
  /** Of the release as it is stored. */
  readonly hash?: string;
  /** Where it differs first: `forms.0.indices.2.value`. */
  readonly at?: string;
}

/**
 * The plan that children put their stickers on, as their own page draws it. No part of a release, which has no pictures: it is
 * taken from the survey when a release is read.
 */
export interface PlacePlan {
  readonly form: FormName;
  readonly item: string;
  readonly picture: Drawable;
  /** By the value of the choice. */
  readonly stickers: Readonly<Record<string, Drawable>>;
  /** Where each place is, in percent of the plan's width and height. */
  readonly spots: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
}
