/** What may become of an action, and what came of it. Pure. */
import type { Day } from "#surveys/paper/calendar";
import type { Change } from "#surveys/results/findings";
import type { IndexBeside, Release } from "../releases/contract";
import type { Action, ActionFields, ActionState, Effect } from "./contract";
import { NEXT_STATES } from "./contract";

/** What a field lacks, by its name. */
export type Lack = "who" | "due" | "reason";

/** Under way is what says who does it and by when; dropped is what says why, for a class has asked for it. */
export function lackOf({ who, due, reason }: ActionFields, to: ActionState): Lack | undefined {
  if (to === "underway" || to === "done") {
    if (who === "") return "who";
    return due === "" ? "due" : undefined;
  }
  return to === "dropped" && reason === "" ? "reason" : undefined;
}

/** To stay where it is and be worded otherwise is always possible. */
export const mayBecome = (from: ActionState, to: ActionState): boolean => from === to || NEXT_STATES[from].includes(to);

export const isOverdue = ({ state, due }: Pick<Action, "state" | "due">, today: Day): boolean =>
  state === "underway" && due !== "" && due < today;

const certaintyOf = (change: Change | "cannot-tell"): Effect["certainty"] =>
  change === "cannot-tell" ? "cannot-tell" : change.certainty;

function effectIn({ roundTitle }: Release, index: IndexBeside, roundId: string): Effect | undefined {
  const { change, past, value } = index;
  // The change model compares with the last round of the same items, and with no other.
  const before = past.at(-1);
  if (!change || !before || before.roundId !== roundId) return undefined;
  return {
    roundTitle,
    before: Math.round(before.value),
    after: Math.round(value),
    certainty: certaintyOf(change),
  };
}

/** Of the index that an action is about, in the round after its own; nothing where the two cannot be compared. */
export function effectOf({ about }: Pick<Action, "about">, releases: readonly Release[]): Effect | undefined {
  if (!about?.form || !about.index) return undefined;
  for (const release of releases) {
    const form = release.forms.find((one) => one.form === about.form && !one.hidden);
    const index = form?.indices.find((one) => one.index === about.index);
    const effect = index && effectIn(release, index, about.roundId);
    if (effect) return effect;
  }
  return undefined;
}

const ORDER: readonly ActionState[] = ["proposed", "underway", "done", "dropped"];

/** As the board has them: by state; what is under way by its day, the rest newest first. */
export function byStateAndDay(one: Action, other: Action): number {
  const states = ORDER.indexOf(one.state) - ORDER.indexOf(other.state);
  if (states !== 0) return states;
  if (one.state === "underway" && one.due !== other.due) return one.due < other.due ? -1 : 1;
  if (one.since !== other.since) return one.since > other.since ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
