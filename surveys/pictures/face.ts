/** A face: eyes, brows, cheeks and mouth by mood. Sad is sad, but not dramatic. */
import type { Figure, MOODS } from "./picture";
import { dot, line, oval, shape } from "./svg";

type Mood = (typeof MOODS)[number];

const MOUTH_INSIDE = "#7a2e2e";

/** What a face is drawn with on its skin: a mood must be as easy to read on dark skin as on light. */
interface Ink {
  readonly eye: string;
  readonly lip: string;
  readonly brow: string;
}

const ON_LIGHT: Ink = { eye: "#2c2320", lip: "#5a2d22", brow: "#3a2a22" };
const ON_DARK: Ink = { eye: "#17100d", lip: "#2a110b", brow: "#1d120d" };

const inkOn = (skin: Figure["skin"]): Ink => (skin === "umber" || skin === "chestnut" ? ON_DARK : ON_LIGHT);

const MOUTHS: Record<Mood, (lip: string) => string> = {
  happy: () => shape("M47 58 Q60 74 73 58 Z", MOUTH_INSIDE) + shape("M49 59 Q60 64 71 59 L72 58 H48 Z", "#fff"),
  smile: (lip) => line("M49 59 Q60 68 71 59", lip, 3),
  calm: (lip) => line("M51 61.8 Q60 64 69 61.8", lip, 3),
  sad: (lip) => line("M51 64 Q60 57 69 64", lip, 3),
  worried: (lip) => line("M50 62 q5 -4 10 0 t10 0", lip, 3),
  angry: (lip) => line("M51 63 Q60 59 69 63", lip, 3),
  open: () => oval(60, 62, 6, 7, MOUTH_INSIDE),
  shy: (lip) => line("M53 62.5 Q58 65.5 63 61.5", lip, 3),
};

const innerUp = (brow: string) => line("M42 37 l10 -3.5 M78 37 l-10 -3.5", brow, 2.6);
const innerDown = (brow: string) => line("M42 34 l10 3.5 M78 34 l-10 3.5", brow, 2.6);
const BROWS: Partial<Record<Mood, (brow: string) => string>> = { sad: innerUp, worried: innerUp, angry: innerDown };

const GLASSES =
  `<g fill="#ffffff" fill-opacity=".25" stroke="#4a3f3a" stroke-width="2.4"><circle cx="46" cy="47" r="10"/><circle cx="74" cy="47" r="10"/></g>` +
  line("M56 46 q4 -3 8 0", "#4a3f3a", 2.4);

/** Behind the right ear, on top of hair or scarf, in a blue that shows on all of them. */
export function drawHearingAid(isFromBehind: boolean): string {
  const aid = line("M92 41 Q101 44 97 55", "#3aa6c9", 4.2) + dot(94, 56, 3.2, "#1f7f9e");
  return isFromBehind ? `<g transform="translate(120 0) scale(-1 1)">${aid}</g>` : aid;
}

/** Sad looks down a little, shy down and aside; nobody looks at the viewer to please. */
function eyes(mood: Mood, eye: string): string {
  const lowered = mood === "shy" ? 2.2 : mood === "sad" ? 1.5 : 0;
  const aside = mood === "shy" ? -3 : 0;
  return dot(47 + aside, 47 + lowered, 4.2, eye) + dot(73 + aside, 47 + lowered, 4.2, eye);
}

const cheeks = (opacity: string): string =>
  `<g fill="#e8745a" fill-opacity="${opacity}"><circle cx="40" cy="57" r="5"/><circle cx="80" cy="57" r="5"/></g>`;

export function drawFace({ mood = "calm", aids = [], skin }: Figure): string {
  const { eye, lip, brow } = inkOn(skin);
  const blush = cheeks(mood === "shy" ? ".5" : ".28");
  const glasses = aids.includes("glasses") ? GLASSES : "";
  return eyes(mood, eye) + blush + (BROWS[mood]?.(brow) ?? "") + MOUTHS[mood](lip) + glasses;
}
