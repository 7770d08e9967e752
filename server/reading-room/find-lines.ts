/** What an editor is told of a writing beside its words: the question and the form, where that names no few children. */
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import { mostCharacters } from "#surveys/paper/answer-value";
import type { Theme } from "#surveys/paper/paper";
import type { Group } from "../organisation/contract";
import type { Round } from "../rounds/contract";
import type { Writing, WritingLine } from "./contract";
import { dueAt, isDeputy, isFormNamed, isOverdue } from "./rules";

export interface LineDeps {
  readonly library: Pick<SurveyLibrary, "paper">;
  readonly listGroups: (ids: readonly string[]) => Promise<readonly Group[]>;
}

type Of = Pick<Writing, "form" | "item" | "language">;

const itemOf = ({ library }: LineDeps, { survey, surveyVersion }: Round, { form, item }: Of, language: "da" | "en") =>
  library.paper(survey, surveyVersion, form, language).items.find(({ name }) => name === item);

export const themeOf = (deps: LineDeps, round: Round, writing: Of): Theme =>
  itemOf(deps, round, writing, "da")?.theme ?? "voice";

export function mostCharactersOf(deps: LineDeps, round: Round, writing: Of): number {
  const item = itemOf(deps, round, writing, "da");
  return item ? mostCharacters(item) : 0;
}

interface Place {
  readonly round: string;
  readonly institution: string;
  readonly form: string;
}
const placeOf = ({ round, institution, form }: Place) => `${round} ${institution} ${form}`;

/** How many were invited, by round, institution and form. */
export async function countInvited({ listGroups }: LineDeps, rounds: readonly Round[]): Promise<Map<string, number>> {
  const groups = new Map(
    (await listGroups([...new Set(rounds.flatMap(({ groupIds }) => groupIds))])).map((group) => [group.id, group]),
  );
  const invited = new Map<string, number>();
  for (const { id: round, groupIds } of rounds)
    for (const group of groupIds.flatMap((id) => groups.get(id) ?? [])) {
      const place = placeOf({ round, institution: group.institutionId, form: group.band });
      invited.set(place, (invited.get(place) ?? 0) + group.childCount);
    }
  return invited;
}

interface Seen {
  readonly round: Round;
  readonly invited: ReadonlyMap<string, number>;
  readonly userId: string;
  readonly now: Date;
}

export function lineOf(deps: LineDeps, writing: Writing, { round, invited, userId, now }: Seen): WritingLine {
  const { id, kind, language, form } = writing;
  const isNamed = isFormNamed(invited.get(placeOf(writing)) ?? 0);
  const [da, en] = [itemOf(deps, round, writing, "da"), itemOf(deps, round, writing, "en")];
  return {
    id,
    kind,
    language,
    theme: da?.theme ?? "voice",
    ...(isNamed && { form }),
    ...(isNamed && da && en && { question: { da: da.question, en: en.question } }),
    state: writing.state === "worrying" ? "worrying" : "waiting",
    dueAt: (dueAt(writing) ?? now).toISOString(),
    isOverdue: isOverdue(writing, now),
    isDeputy: isDeputy(round, language, userId),
  };
}
