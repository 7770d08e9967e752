/** The map of places as a leader sees it: the children's own plan and stickers, drawn on the server so that no script is needed. */
import type { PlacePlan } from "#server/releases/contract";
import type { LocalText, Locale } from "#surveys/paper/local-text";
import { drawPicture } from "#surveys/pictures/draw-picture";
import type { Drawable } from "#surveys/pictures/picture";
import type { QuestionResult } from "#surveys/results/form-result";
import { THINGS_URL } from "../pictures/thing";
import type { PlanView } from "./leader-page";

/** One place of a map: a question of its own, by the name of the item and `/<place>`. */
export interface Placed extends QuestionResult {
  readonly place: LocalText;
}

export const isPlaced = (question: QuestionResult): question is Placed => question.place !== undefined;

const draw = (picture: Drawable): string => drawPicture(picture, { thingsUrl: THINGS_URL, shape: "4:3" });

const spotOf = ({ spots }: PlacePlan, { id, item }: Placed) => spots[id.slice(item.length + 1)];

/** In the order of a place's rows: a place that was left alone has none. Undefined where one of them has no picture. */
function stickersOf(
  { stickers }: PlacePlan,
  places: readonly Placed[],
  locale: Locale,
): PlanView["stickers"] | undefined {
  const told = places.find(({ choices }) => choices.length > 0)?.choices ?? [];
  const labelled = told.flatMap(({ value, label }) => (label ? [{ value, label }] : []));
  const drawn = labelled.flatMap(({ value, label }) => {
    const picture = stickers[value];
    return picture ? [{ label: label[locale], drawing: draw(picture) }] : [];
  });
  return drawn.length > 0 && drawn.length === labelled.length ? drawn : undefined;
}

export function planOf(plan: PlacePlan, places: readonly Placed[], locale: Locale): PlanView | undefined {
  const spots = places.flatMap((place) => spotOf(plan, place) ?? []);
  const stickers = stickersOf(plan, places, locale);
  if (!stickers || spots.length < places.length) return undefined;
  const shares = places.flatMap(({ choices }) => choices.filter(({ label }) => label).map(({ share }) => share));
  const within = Math.ceil(Math.max(...shares.map(({ value, low, high }) => Math.max(high - value, value - low))));
  return { drawing: draw(plan.picture), stickers, spots, within };
}
