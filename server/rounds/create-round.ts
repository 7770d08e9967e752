/** Makes a draft of what an administrator wants to ask, of whom and when; nothing is asked before it is opened. */
import { startOf } from "#surveys/paper/calendar";
import type { FormName } from "#surveys/paper/form";
import { feedbackDueDay } from "#surveys/paper/school-days";
import type { Language } from "#surveys/paper/language";
import type { Group } from "../organisation/contract";
import { institutionsOf } from "../organisation/rules";
import { problems } from "../lib/problem";
import type { NewRound, Round } from "./contract";
import { newRound } from "./contract";
import type { EditorDeps } from "./find-editors";
import { checkEditors, findEditors } from "./find-editors";
import type { ResultCodes } from "./find-result-codes";
import type { RoundStore } from "./store";
import { roundWindow } from "./window";

export interface CreateDeps extends EditorDeps {
  readonly store: Pick<RoundStore, "insertNew">;
  readonly listGroups: (ids: readonly string[]) => Promise<Group[]>;
  readonly hasForm: (round: Round, group: Group) => boolean;
  readonly languages: (round: Round, form: FormName) => readonly Language[];
  readonly resultCodes: Pick<ResultCodes, "give">;
}

function readNewRound(input: unknown): NewRound {
  const { success, data, error } = newRound.safeParse(input);
  if (success) return data;
  const [issue] = error.issues;
  throw problems.round.unfit(`${issue?.path.join(".") || "It"}: ${issue?.message ?? "is not right"}.`);
}

type Asked = Omit<NewRound, "editors"> & Pick<Round, "editors" | "institutionIds">;

function draftOf({ firstDay, lastDay, feedbackDay, ...rest }: Asked): Round {
  try {
    const window = roundWindow(firstDay, lastDay);
    if (feedbackDay <= lastDay) throw new RangeError("feedbackDay: the children get their answer after the last day.");
    return { ...rest, ...window, feedbackDueAt: startOf(feedbackDueDay(feedbackDay, lastDay)), state: "draft" };
  } catch (error) {
    if (error instanceof RangeError) throw problems.round.unfit(`${error.message}`);
    throw error;
  }
}

function checkSurvey({ hasForm, languages }: CreateDeps, draft: Round, groups: readonly Group[]): void {
  const survey = `${draft.survey} ${draft.surveyVersion}`;
  const without = groups.find((group) => !hasForm(draft, group));
  if (without) throw problems.round.unfit(`${survey} has no form for ${without.band} (group ${without.id}).`);
  const spoken = new Set(groups.flatMap(({ band }) => languages(draft, band)));
  const unspoken = draft.editors?.find(({ language }) => !spoken.has(language));
  if (unspoken) throw problems.round.unfit(`editors: ${survey} is not asked in ${unspoken.language}.`);
}

/**
 * Throws `round.unfit` with what is wrong, `group.notFound`, `round.idTaken`, and what is wrong with its editors
 * (find-editors.ts).
 */
export async function createRound(deps: CreateDeps, input: unknown): Promise<Round> {
  const { editors: named, ...asked } = readNewRound(input);
  const editors = named && (await findEditors(deps, named));
  const groupIds = [...new Set(asked.groupIds)].sort();
  const groups = await deps.listGroups(groupIds);
  if (groups.length < groupIds.length) throw problems.group.notFound();
  const ended = groups.find(({ closedOn }) => closedOn !== undefined);
  if (ended) throw problems.round.unfit(`The group ${ended.id} has ended.`);
  const institutionIds = institutionsOf(groups);
  const draft = draftOf({ ...asked, groupIds, institutionIds, ...(editors && { editors }) });
  checkSurvey(deps, draft, groups);
  await checkEditors(deps, draft.editors, institutionIds);
  if (!(await deps.store.insertNew(draft))) throw problems.round.idTaken();
  await deps.resultCodes.give(draft.id, institutionIds);
  return draft;
}
