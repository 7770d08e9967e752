/**
 * Lytte, the companion: small, round, all ears. It asks, waits, listens and thanks; it never judges an answer. The
 * classes on its parts let a style sheet blink its eyes and turn an ear.
 */
import { dot, line, oval, shape } from "./svg";

export type LytteMood = "waits" | "asks" | "listens" | "thanks";

const TEAL = "#17868c";
const DEEP = "#0f6f74";
const INK = "#16313a";
const PINK = "#f7b7a3";

const LEFT_EAR =
  shape("M48 52 C2 20 -10 92 30 116 C44 124 58 112 60 96Z", DEEP) +
  shape("M46 64 C18 46 10 90 34 104 C44 108 52 100 52 92Z", PINK);
const RIGHT_EAR =
  shape("M152 52 C198 20 210 92 170 116 C156 124 142 112 140 96Z", DEEP) +
  shape("M154 64 C182 46 190 90 166 104 C156 108 148 100 148 92Z", PINK);
const EARS = `<g class="lytte-ear-left">${LEFT_EAR}</g><g class="lytte-ear-right">${RIGHT_EAR}</g>`;
const TUFT = line("M90 30 q-4 -16 8 -20 M104 30 q2 -12 12 -12", DEEP, 6);
const EYES =
  dot(80, 82, 13, "#fff") +
  dot(120, 82, 13, "#fff") +
  dot(82, 84, 7, INK) +
  dot(118, 84, 7, INK) +
  dot(84.5, 81, 2.4, "#fff") +
  dot(120.5, 81, 2.4, "#fff");
const EYELIDS = `<g class="lytte-eyelids" opacity="0">${dot(80, 82, 13.5, TEAL)}${dot(120, 82, 13.5, TEAL)}</g>`;
const BODY =
  shape("M100 30 C142 30 156 62 156 104 C158 152 142 184 100 184 C58 184 42 152 44 104 C44 62 58 30 100 30Z", TEAL) +
  shape(
    "M100 108 C128 108 134 134 130 156 C126 176 114 182 100 182 C86 182 74 176 70 156 C66 134 72 108 100 108Z",
    "#bfe6df",
  );
const CHEEKS = `<g opacity=".7">${dot(66, 98, 7, PINK)}${dot(134, 98, 7, PINK)}</g>`;
const SMILE = line("M86 102 Q100 116 114 102", "#0b3f44", 5);
const SPEAKS = oval(100, 106, 8, 9, "#0b3f44") + shape("M94 110 q6 5 12 0 q-6 8 -12 0Z", "#f7927b");
const LEFT_ARM = line("M48 122 Q38 140 50 154", DEEP, 15);
const RIGHT_ARM = line("M152 122 Q162 140 150 154", DEEP, 15);
const WAVING_ARM = `<g class="lytte-wave">${line("M152 126 Q176 120 178 92", TEAL, 17)}</g>`;
const SHADOW = `<ellipse cx="100" cy="190" rx="52" ry="7" fill="#000" opacity=".08"/>`;

/** 200 × 200. */
export function drawLytte(mood: LytteMood = "waits"): string {
  const mouth = mood === "asks" ? SPEAKS : SMILE;
  const arm = mood === "thanks" ? WAVING_ARM : RIGHT_ARM;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" class="lytte lytte-${mood}" aria-hidden="true" focusable="false">${SHADOW}${EARS}${BODY}${EYES}${EYELIDS}${mouth}${CHEEKS}${arm}${LEFT_ARM}${TUFT}</svg>`;
}

/** Head and ears only; legible at 24 px. */
export function drawLogo(): string {
  const head = shape(
    "M100 34 C140 34 152 62 152 92 C152 122 134 140 100 140 C66 140 48 122 48 92 C48 62 60 34 100 34Z",
    TEAL,
  );
  const eyes = dot(80, 84, 13, "#fff") + dot(120, 84, 13, "#fff") + dot(82, 86, 7.5, INK) + dot(118, 86, 7.5, INK);
  const mouth = line("M84 110 Q100 124 116 110", "#0b3f44", 7);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 160" aria-hidden="true" focusable="false">${LEFT_EAR}${RIGHT_EAR}${head}${eyes}${mouth}${TUFT}</svg>`;
}
