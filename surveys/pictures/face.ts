/** A face: eyes, brows, cheeks and mouth by mood. Sad is sad, but not dramatic. */
import type { Figure, MOODS } from "./picture";
import { dot, line, oval, ring, shape } from "./svg";

type Mood = (typeof MOODS)[number];

/** What a face is drawn with on its skin: a mood must be as easy to read on dark skin as on light, 3:1 at least. */
interface Ink {
  readonly eye: string;
  readonly lip: string;
  readonly brow: string;
  /** Inside an open mouth. */
  readonly mouth: string;
  readonly tongue: string;
}

const ON_LIGHT: Ink = { eye: "#2c2320", lip: "#5a2d22", brow: "#3a2a22", mouth: "#7a2e2e", tongue: "#c9605a" };
const ON_DARK: Ink = { eye: "#120704", lip: "#120704", brow: "#120704", mouth: "#170505", tongue: "#b9544f" };

export const inkOn = (skin: Figure["skin"]): Ink => (skin === "umber" || skin === "chestnut" ? ON_DARK : ON_LIGHT);

const MOUTHS: Record<Mood, (ink: Ink) => string> = {
  happy: ({ mouth }) => shape("M46 57 Q60 77 74 57 Z", mouth) + shape("M48 58 Q60 64.5 72 58 L73 57 H47 Z", "#fff"),
  smile: ({ lip }) => line("M47 58.5 Q60 71 73 58.5", lip, 3.2),
  calm: ({ lip }) => line("M51 60.6 Q60 66 69 60.6", lip, 3),
  "so-so": ({ lip }) => line("M51 62 H69", lip, 3),
  bored: ({ lip }) => line("M54 63.2 Q60 62 67 63.6", lip, 3),
  sad: ({ lip }) => line("M50 64.5 Q60 56.5 70 64.5", lip, 3),
  worried: ({ lip }) => line("M50 62 q5 -4 10 0 t10 0", lip, 3),
  angry: ({ lip }) => line("M51 64 Q60 59 69 64", lip, 3),
  open: ({ mouth, tongue }) => oval(60, 62, 6, 7, mouth) + oval(60, 66, 3.6, 2.2, tongue),
  shy: ({ lip }) => line("M53 62.5 Q58 65.5 63 61.5", lip, 3),
};

const innerUp = (brow: string) => line("M42 37 l10 -3.5 M78 37 l-10 -3.5", brow, 2.6);
const innerDown = (brow: string) => line("M42 34 l10 3.5 M78 34 l-10 3.5", brow, 2.6);
const BROWS: Partial<Record<Mood, (brow: string) => string>> = { sad: innerUp, worried: innerUp, angry: innerDown };

/** Glass lies below the eyes and the frame is thin: whoever wears glasses has a face as easy to read as any. */
const LENSES = `<g fill="#ffffff" fill-opacity=".3"><circle cx="47" cy="47" r="10"/><circle cx="73" cy="47" r="10"/></g>`;
const FRAME =
  ring(47, 47, 10, "#4a3f3a", 2) + ring(73, 47, 10, "#4a3f3a", 2) + line("M57 46 q3 -2.4 6 0", "#4a3f3a", 2);

/** Eyelids that hang. */
const lids = (eye: string): string => line("M41.5 48.6 Q46 44.6 52.5 45.4 M78.5 48.6 Q74 44.6 67.5 45.4", eye, 2.2);

/** Behind the right ear, on top of hair or scarf, in a blue that shows on all of them. */
export function drawHearingAid(isFromBehind: boolean): string {
  const aid = line("M92 41 Q101 44 97 55", "#3aa6c9", 4.2) + dot(94, 56, 3.2, "#1f7f9e");
  return isFromBehind ? `<g transform="translate(120 0) scale(-1 1)">${aid}</g>` : aid;
}

/** Sad looks down a little, shy down and aside; nobody looks at the viewer to please. */
function eyes(mood: Mood, { eye }: Ink): string {
  if (mood === "bored")
    return (
      shape(
        "M43 47 L51.6 45.8 q.6 5 -3.8 5.7 q-4.4 .2 -4.8 -4.5z M77 47 L68.4 45.8 q-.6 5 3.8 5.7 q4.4 .2 4.8 -4.5z",
        eye,
      ) + lids(eye)
    );
  const lowered = mood === "shy" ? 2.2 : mood === "sad" ? 1.5 : 0;
  const aside = mood === "shy" ? -3 : 0;
  return dot(47 + aside, 47 + lowered, 4.2, eye) + dot(73 + aside, 47 + lowered, 4.2, eye);
}

const cheeks = (opacity: string): string =>
  `<g fill="#e8745a" fill-opacity="${opacity}"><circle cx="40" cy="57" r="5"/><circle cx="80" cy="57" r="5"/></g>`;

export function drawFace({ mood = "calm", aids = [], skin }: Figure): string {
  const ink = inkOn(skin);
  const blush = cheeks(mood === "shy" ? ".5" : ".28");
  const [lenses, frame] = aids.includes("glasses") ? [LENSES, FRAME] : ["", ""];
  return lenses + eyes(mood, ink) + blush + (BROWS[mood]?.(ink.brow) ?? "") + MOUTHS[mood](ink) + frame;
}
