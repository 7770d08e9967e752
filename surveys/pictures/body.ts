/** What carries a figure: legs by posture, the trunk, a wheelchair, a walker, and a body on all fours. */
import { buildOf } from "./build";
import { SHIRT, SHOES, SKIN, STEEL, TROUSERS, shade } from "./palette";
import type { Figure, POSTURES } from "./picture";
import { dot, line, oval, ring, shape } from "./svg";

type Posture = (typeof POSTURES)[number];

/** The leg that lies further away. */
const FAR = shade(TROUSERS, 0.86);

const standing = (hip: number): string =>
  line(`M48 ${hip} V180 M72 ${hip} V180`, TROUSERS, 19) +
  shape("M34 192 q0 -12 14 -12 h8 v12z M86 192 q0 -12 -14 -12 h-8 v12z", SHOES);

const LEGS: Record<Posture, (hip: number) => string> = {
  standing,
  back: standing,
  walking: (hip) =>
    line(`M54 ${hip} L42 178`, FAR, 19) +
    line(`M66 ${hip} L80 176`, TROUSERS, 19) +
    shape("M28 192 q0 -12 14 -12 h8 v12z", SHOES) +
    shape("M96 190 q3 -12 -11 -15 l-11 11 q8 6 22 4z", SHOES),
  // Cross-legged on the floor, a shin before the other.
  sitting: () =>
    line("M47 160 L24 172 M73 160 L96 172", TROUSERS, 20) +
    line("M97 175 L62 181", FAR, 17) +
    oval(51, 184, 12, 8, SHOES) +
    line("M23 175 L60 182", TROUSERS, 17) +
    oval(70, 184, 12, 8, SHOES),
  wheelchair: () => line("M50 144 q10 10 34 8 M84 152 V176", TROUSERS, 18) + oval(92, 182, 13, 8, SHOES),
  crawling: () => "",
};

/** How far a posture lowers everything above the legs. */
export const SITS_LOWER: Partial<Record<Posture, number>> = { sitting: 22 };

const CHAIR =
  line("M22 96 V150 H88", "#5c6675", 7) +
  ring(44, 164, 28, STEEL, 7) +
  dot(44, 164, 5, STEEL) +
  ring(96, 186, 8, STEEL, 5);
/** Grips just below hands that hang down. */
const WALKER =
  line("M26 146 V186 M94 146 V186 M26 166 H94", "#7d8894", 5) +
  line("M20 144 H34 M86 144 H100", STEEL, 7) +
  ring(26, 189, 5, STEEL, 4) +
  ring(94, 189, 5, STEEL, 4);

export function drawLegs(figure: Figure): string {
  return LEGS[figure.posture ?? "standing"](138 - buildOf(figure).lift);
}

export function drawTrunk({ shirt = "sky" }: Figure): string {
  return shape("M36 92 Q38 78 52 78 H68 Q82 78 84 92 L86 146 Q60 156 34 146Z", SHIRT[shirt]);
}

export function drawAids({ posture, aids = [] }: Figure): string {
  return (posture === "wheelchair" ? CHAIR : "") + (aids.includes("walker") ? WALKER : "");
}

/** On all fours, seen from the side, the head turned to us; `head` is drawn around (60, 46). */
export function drawCrawler({ shirt = "sky", skin = "sand" }: Figure, head: string): string {
  const [cloth, sleeve] = [SHIRT[shirt], shade(SHIRT[shirt], 0.92)];
  return (
    line("M30 150 L36 180 M36 181 L16 184", FAR, 16) +
    line("M74 146 L72 176", sleeve, 14) +
    dot(72, 183, 8.5, shade(SKIN[skin], 0.94)) +
    shape("M14 146 Q16 120 44 120 H82 Q98 122 96 142 Q94 164 74 164 H40 Q14 166 14 146Z", cloth) +
    line("M30 152 L43 180 M43 181 L24 184", TROUSERS, 17) +
    oval(14, 184, 10, 8, SHOES) +
    line("M86 146 L92 176", sleeve, 15) +
    dot(92, 183.5, 8.5, SKIN[skin]) +
    `<g transform="translate(25 62) scale(.86)">${head}</g>`
  );
}
