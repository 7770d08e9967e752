/** Opening publishes a survey to children: everything that the law and the children need is looked at once more. */
import type { Finding } from "#surveys/linter/rule";
import type { Clock } from "../lib/clock";
import { problems } from "../lib/problem";
import type { Group } from "../organisation/contract";
import { institutionsOf } from "../organisation/rules";
import type { Round } from "./contract";
import { hasEditors } from "./editors";
import type { EditorDeps } from "./find-editors";
import { checkEditors } from "./find-editors";
import type { ResultCodes } from "./find-result-codes";
import type { LeavesDeps } from "./plan-leaves";
import { planLeaves } from "./plan-leaves";
import { hasReader, lacksBeforeOpening, roundLabel } from "./rules";
import type { RoundStore } from "./store";

export interface OpenDeps extends LeavesDeps, Pick<EditorDeps, "listPeople"> {
  readonly store: Pick<RoundStore, "list" | "move">;
  readonly clock: Clock;
  readonly resultCodes: Pick<ResultCodes, "give">;
  readonly listGroups: (ids: readonly string[]) => Promise<Group[]>;
  readonly findings: (survey: string, version: number) => readonly Finding[];
  readonly isSensitive: (survey: string, version: number) => boolean;
  readonly takesOwnWords: (survey: string, version: number) => boolean;
}

function checkWhole(deps: OpenDeps, round: Round): void {
  // What else is told of a label, its day, is not asked here.
  const promise = roundLabel(round, { hasFreeText: false, backupRetentionDays: 0, now: deps.clock.now() });
  const isSensitive = deps.isSensitive(round.survey, round.surveyVersion);
  const lacks = lacksBeforeOpening(round, { promise, isSensitive });
  if (lacks.length > 0) throw problems.round.incomplete(`It needs ${lacks.join(", ")}.`);
}

async function checkReaders(deps: OpenDeps, round: Round, institutionIds: readonly string[]): Promise<void> {
  if (!deps.takesOwnWords(round.survey, round.surveyVersion)) return;
  if (!hasReader(round)) throw problems.round.noReader();
  if (!hasEditors(round, "da")) throw problems.round.noEditor();
  await checkEditors(deps, round.editors, institutionIds);
}

function checkSurvey(deps: OpenDeps, round: Round): void {
  const [first] = deps.findings(round.survey, round.surveyVersion);
  if (first)
    throw problems.round.unfitSurvey(
      `${[first.form, first.item].filter(Boolean).join(" ")}: ${first.message} [${first.rule}]`,
    );
}

export async function openRound(deps: OpenDeps, round: Round): Promise<void> {
  const groups = await deps.listGroups(round.groupIds);
  const institutionIds = institutionsOf(groups);
  checkWhole(deps, round);
  await checkReaders(deps, round, institutionIds);
  checkSurvey(deps, round);
  const leaves = await planLeaves(deps, round, groups);
  if (round.state === "draft") await deps.resultCodes.give(round.id, institutionIds);
  if (!(await deps.store.move(round.id, ["draft"], "open", leaves ? { leaves } : {})))
    throw problems.round.wrongState();
}
