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
  shy: (lip) => line("M55 62 Q60 65 66 61", lip, 3),
};

const innerUp = (brow: string) => line("M42 37 l10 -3.500 M78 37 l-10 -3.500", brow, 2.6);
const innerDown = (brow: string) => line("M42 34 l10 3.500 M78 34 l-10 3.500", brow, 2.6);
const BROWS: Partial<Record<Mood, (brow: string) => string>> = { sad: innerUp, worried: innerUp, angry: innerDown };

const GLASSES =
  `<g fill="#ffffff" fill-opacity=".25" stroke="#4a3f3a" stroke-width="2.400"><circle cx="46" cy="47" r="10"/><circle cx="74" cy="47" r="10"/></g>` +
  line("M56 46 q4 -3 8 0", "#4a3f3a", 2.4);
const HEARING_AID = line("M93 42 q7 3 3 11", "#4a626a", 3.4) + dot(95, 54, 3, "#4a626a");

/** Shy and sad look down a little; nobody looks at the viewer to please. */
function eyes(mood: Mood, eye: string): string {
  const lowered = mood === "shy" || mood === "sad" ? 1.5 : 0;
  return dot(47, 47 + lowered, 4.2, eye) + dot(73, 47 + lowered, 4.2, eye);
}

const CHEEKS = `<g fill="#e8745a" fill-opacity=".28"><circle cx="40" cy="57" r="5"/><circle cx="80" cy="57" r="5"/></g>`;

export function drawFace({ mood = "calm", aids = [], skin }: Figure): string {
  const { eye, lip, brow } = inkOn(skin);
  const extras = (aids.includes("glasses") ? GLASSES : "") + (aids.includes("hearing-aid") ? HEARING_AID : "");
  return eyes(mood, eye) + CHEEKS + (BROWS[mood]?.(brow) ?? "") + MOUTHS[mood](lip) + extras;
}
