/** The plans of a release's place maps, out of the survey that was answered: the same ones that the children had. */
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import type { PaperItem } from "#surveys/paper/paper";
import type { FormRelease, PlacePlan, Release } from "./contract";

type Library = Pick<SurveyLibrary, "find" | "paper">;

/** Nothing where a sticker has no picture: one could not be told from the other. */
function planOf(form: PlacePlan["form"], { name: item, picture, choices, places = [] }: PaperItem): PlacePlan[] {
  const stickers = choices.flatMap((choice) => (choice.picture ? [[choice.value, choice.picture] as const] : []));
  if (!picture || stickers.length < choices.length) return [];
  const spots = Object.fromEntries(places.map(({ value, x, y }) => [value, { x, y }]));
  return [{ form, item, picture, stickers: Object.fromEntries(stickers), spots }];
}

const mapsOf = ({ questions }: FormRelease): Set<string> =>
  new Set(questions.filter(({ place }) => place !== undefined).map(({ item }) => item));

/** None of a survey that is no longer there: its places are still told, without a drawing. */
export function placePlans({ survey, surveyVersion, forms }: Release, library: Library): readonly PlacePlan[] {
  const asked = library.find(survey, surveyVersion)?.forms;
  return forms.flatMap((release) => {
    const maps = mapsOf(release);
    if (maps.size === 0 || !asked?.[release.form]) return [];
    const { items } = library.paper(survey, surveyVersion, release.form, "da");
    return items.filter(({ name }) => maps.has(name)).flatMap((item) => planOf(release.form, item));
  });
}
