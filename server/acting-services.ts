/** What is done with what children said: talked about, acted on, answered. */
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import { createActionService } from "./actions/service";
import type { RecordDeed } from "./audit/service";
import { createDialogueService } from "./dialogues/service";
import { createFeedbackService } from "./feedback/service";
import { createUnknownNames } from "./guessing/throttle";
import type { Clock } from "./lib/clock";
import { newResultCode } from "./lib/ids";
import { problems } from "./lib/problem";
import type { OrganisationService } from "./organisation/service";
import { createResultCodes } from "./rounds/find-result-codes";
import type { Stores } from "./stores";

interface ActingDeps {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly record: RecordDeed;
  readonly library: SurveyLibrary;
  readonly organisation: Pick<OrganisationService, "getInstitution" | "getMunicipality">;
}

export function createActing({ stores, clock, record, library, organisation }: ActingDeps) {
  const { getInstitution, getMunicipality } = organisation;
  const { find: findRelease, listOfInstitution: listReleases } = stores.releases;
  const { insert: insertAction } = stores.actions;
  return {
    dialogues: createDialogueService({
      store: stores.dialogues,
      clock,
      library,
      getInstitution,
      findRelease,
      insertAction,
    }),
    actions: createActionService({ store: stores.actions, clock, getInstitution, listReleases }),
    feedback: createFeedbackService({
      store: stores.feedback,
      clock,
      record,
      throttle: createUnknownNames(clock, problems.result.unknown),
      resultCodes: createResultCodes(stores.resultCodes, newResultCode),
      findCode: stores.resultCodes.find,
      findRound: stores.rounds.find,
      listRoundsInStates: stores.rounds.listInStates,
      listGroups: stores.organisation.listGroups,
      findInstitution: async (id) => (await stores.organisation.listInstitutions([id]))[0],
      findRelease,
      getMunicipality,
    }),
  };
}
