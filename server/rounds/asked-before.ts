/**
 * How often a question was asked of a group in a school year, where its answers were told by group: the same children asked
 * the same once more add up for whoever compares the tables (docs/privacy.md). After the second time results are per
 * institution.
 */
import { dayAt } from "#surveys/paper/calendar";
import type { Group } from "../organisation/contract";
import type { Round } from "./contract";

export const MOST_BY_GROUP = 2;

/** The year in which the school year begins that an instant lies in: August is its first month. */
function schoolYearOf(instant: Date): number {
  const [year = 0, month = 1] = dayAt(instant).split("-").map(Number);
  return month >= 8 ? year : year - 1;
}

export interface AskedDeps {
  /** Names of the questions that a round asks of a group. */
  readonly questionsOf: (round: Round, group: Group) => readonly string[];
}

/** Also where small groups were told together: the same children asked again are the same leaf. */
const isByGroup = ({ leaves = [] }: Round, { id }: Group): boolean => leaves.some((leaf) => leaf.includes(id));

/** Of one group: how often its most asked question of this round has been told by group before, in the round's school year. */
export function timesAsked(round: Round, group: Group, others: readonly Round[], { questionsOf }: AskedDeps): number {
  const year = schoolYearOf(round.opensAt);
  const before = others.filter(
    (other) =>
      other.id !== round.id &&
      other.state !== "draft" &&
      schoolYearOf(other.opensAt) === year &&
      isByGroup(other, group),
  );
  const times = new Map<string, number>();
  for (const other of before)
    for (const question of questionsOf(other, group)) times.set(question, (times.get(question) ?? 0) + 1);
  return Math.max(0, ...questionsOf(round, group).map((question) => times.get(question) ?? 0));
}
