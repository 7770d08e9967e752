/** A face: eyes, brows, cheeks and mouth by mood. Sad is sad, but not dramatic. */
import type { Figure, MOODS } from "./picture";
import { dot, line, oval, shape } from "./svg";

type Mood = (typeof MOODS)[number];

const LIP = "#5a2d22";
const MOUTH_INSIDE = "#7a2e2e";
const EYE = "#2c2320";

const MOUTHS: Record<Mood, string> = {
  happy: shape("M47 58 Q60 74 73 58 Z", MOUTH_INSIDE) + shape("M49 59 Q60 64 71 59 L72 58 H48 Z", "#fff"),
  smile: line("M49 59 Q60 68 71 59", LIP, 3),
  calm: line("M52 60.5 Q60 65 68 60.5", LIP, 3),
  sad: line("M51 64 Q60 57 69 64", LIP, 3),
  worried: line("M50 62 q5 -4 10 0 t10 0", LIP, 3),
  angry: line("M51 63 Q60 59 69 63", LIP, 3),
  open: oval(60, 62, 6, 7, MOUTH_INSIDE),
  shy: line("M55 62 Q60 65 66 61", LIP, 3),
};

const INNER_UP = line("M42 37 l10 -3.500 M78 37 l-10 -3.500", "#3a2a22", 2.6);
const INNER_DOWN = line("M42 34 l10 3.500 M78 34 l-10 3.500", "#3a2a22", 2.6);
const BROWS: Partial<Record<Mood, string>> = { sad: INNER_UP, worried: INNER_UP, angry: INNER_DOWN };

const GLASSES =
  `<g fill="#ffffff" fill-opacity=".25" stroke="#4a3f3a" stroke-width="2.400"><circle cx="46" cy="47" r="10"/><circle cx="74" cy="47" r="10"/></g>` +
  line("M56 46 q4 -3 8 0", "#4a3f3a", 2.4);
const HEARING_AID = line("M93 42 q7 3 3 11", "#4a626a", 3.4) + dot(95, 54, 3, "#4a626a");

/** Shy and sad look down a little; nobody looks at the viewer to please. */
function eyes(mood: Mood): string {
  const lowered = mood === "shy" || mood === "sad" ? 1.5 : 0;
  return dot(47, 47 + lowered, 4.2, EYE) + dot(73, 47 + lowered, 4.2, EYE);
}

const CHEEKS = `<g fill="#e8745a" fill-opacity=".28"><circle cx="40" cy="57" r="5"/><circle cx="80" cy="57" r="5"/></g>`;

export function drawFace({ mood = "calm", aids = [] }: Figure): string {
  const extras = (aids.includes("glasses") ? GLASSES : "") + (aids.includes("hearing-aid") ? HEARING_AID : "");
  return eyes(mood) + CHEEKS + (BROWS[mood] ?? "") + MOUTHS[mood] + extras;
}
