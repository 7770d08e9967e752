/** What carries a figure: legs by posture, the trunk, a wheelchair, a walker. */
import { SHIRT, SHOES, STEEL, TROUSERS } from "./palette";
import type { Figure, POSTURES } from "./picture";
import { dot, line, oval, ring, shape } from "./svg";

type Posture = (typeof POSTURES)[number];

const STANDING =
  line("M48 138 V180 M72 138 V180", TROUSERS, 19) +
  shape("M34 192 q0 -12 14 -12 h8 v12z M86 192 q0 -12 -14 -12 h-8 v12z", SHOES);
const SITTING =
  line("M48 144 q-4 18 -18 20 M72 144 q4 18 18 20", TROUSERS, 18) +
  oval(20, 168, 13, 8, SHOES) +
  oval(100, 168, 13, 8, SHOES);

const LEGS: Record<Posture, string> = {
  standing: STANDING,
  back: STANDING,
  walking:
    line("M52 138 L40 180 M68 138 L84 176", TROUSERS, 19) +
    shape("M26 192 q0 -12 14 -12 h8 v12z M98 188 q2 -12 -14 -14 l-6 12z", SHOES),
  sitting: SITTING,
  wheelchair: line("M50 144 q10 10 34 8 V176", TROUSERS, 18) + oval(92, 182, 13, 8, SHOES),
  crawling:
    line("M46 150 q-8 22 -24 30 M74 150 q8 22 24 30", TROUSERS, 18) +
    oval(20, 184, 12, 8, SHOES) +
    oval(100, 184, 12, 8, SHOES),
};

const CHAIR =
  line("M22 96 V150 H88", "#5c6675", 7) +
  ring(44, 164, 28, STEEL, 7) +
  dot(44, 164, 5, STEEL) +
  ring(96, 186, 8, STEEL, 5);
const WALKER =
  line("M14 118 V188 M106 118 V188 M14 124 H106", "#7d8894", 5) +
  ring(14, 190, 5, STEEL, 4) +
  ring(106, 190, 5, STEEL, 4);

export function drawLegs({ posture = "standing" }: Figure): string {
  return LEGS[posture];
}

export function drawTrunk({ shirt = "sky" }: Figure): string {
  return shape("M36 92 Q38 78 52 78 H68 Q82 78 84 92 L86 146 Q60 156 34 146Z", SHIRT[shirt]);
}

export function drawAids({ posture, aids = [] }: Figure): string {
  return (posture === "wheelchair" ? CHAIR : "") + (aids.includes("walker") ? WALKER : "");
}
