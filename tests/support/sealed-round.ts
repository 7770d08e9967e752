/** A sealed round of the small municipality with results per group: two groups of Egeskolen were heard, Birken's few were. */
import { OPERATOR } from "../../server/accounts/rules";
import type { Round } from "../../server/rounds/contract";
import type { Application } from "../../server/services";
import { answersFor, aSubmission, freshId, issueKeys } from "./submissions";

export const SECOND_GROUP = {
  id: "eg-1b",
  institutionId: "eg",
  name: '=1+1;"1. B"',
  band: "6-9",
  childCount: 22,
  code: "p123456789",
} as const;

const HEARD = [
  ["eg-1a", "6-9", 24],
  [SECOND_GROUP.id, "6-9", 19],
  ["birk-rod", "3-5", 12],
] as const;

/** `round` is a draft with an id of its own; its groups are the municipality's and the second. */
export async function sealRoundPerGroup(application: Application, round: Round): Promise<void> {
  const { services, stores } = application;
  await stores.organisation.insertGroups([SECOND_GROUP]);
  await stores.rounds.insert({ ...round, resultsPer: "group", groupIds: [...round.groupIds, SECOND_GROUP.id] });
  await services.rounds.open(OPERATOR, round.id);
  for (const [group, band, count] of HEARD)
    for (const [at, { secret }] of (await issueKeys(application, group, count, round.id)).entries()) {
      const answers = answersFor(application, band, (choices) => at % choices);
      const submission = aSubmission(application, secret, { round: round.id, band, answers });
      await services.responses.submit(freshId(), submission, { address: "test" });
    }
  await services.rounds.close(OPERATOR, round.id);
  await services.rounds.seal(OPERATOR, round.id, { isEarlyAccepted: true });
}
