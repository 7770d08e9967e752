/** Arms: elbow and hand of each side. Neighbours at the same scale meet hand in hand 124 × scale apart. */
import { SITS_LOWER } from "./body";
import type { Build } from "./build";
import { CHIN, buildOf } from "./build";
import { SHIRT, SKIN, shade } from "./palette";
import type { ARMS, Figure } from "./picture";
import { dot } from "./svg";

type Arms = (typeof ARMS)[number];
type Arm = readonly [elbowX: number, elbowY: number, handX: number, handY: number];
interface Pose {
  readonly left: Arm;
  readonly right: Arm;
  /** In front of trunk and head. */
  readonly isInFront?: boolean;
  /** What the hands reach: the own head, which differs in size, or other people's hands, whose height does not differ. */
  readonly reaches?: "head" | "hands";
}

/** How far a hand may reach out of the 120 units a figure is wide: to the middle of the gap to its neighbour, and a palm. */
export const ARM_REACH = 11;

const LEFT_DOWN: Arm = [26, 112, 28, 136];
const RIGHT_DOWN: Arm = [94, 112, 92, 136];
/** To what stands beside: at the height of other people's hands, within the own box. */
const LEFT_REACHING: Arm = [20, 106, 9, 120];
const RIGHT_REACHING: Arm = [100, 106, 111, 120];
const LEFT_HELD: Arm = [18, 112, -2, 122];
const RIGHT_HELD: Arm = [102, 112, 122, 122];

const POSES: Record<Arms, Pose> = {
  down: { left: LEFT_DOWN, right: RIGHT_DOWN },
  wave: { left: LEFT_DOWN, right: [102, 94, 111, 60] },
  up: { left: [18, 92, 9, 56], right: [102, 92, 111, 56] },
  out: { left: [22, 112, 9, 122], right: [98, 112, 111, 122] },
  "hold-left": { left: LEFT_HELD, right: RIGHT_DOWN, reaches: "hands" },
  "hold-right": { left: LEFT_DOWN, right: RIGHT_HELD, reaches: "hands" },
  "hold-both": { left: LEFT_HELD, right: RIGHT_HELD, reaches: "hands" },
  "reach-left": { left: LEFT_REACHING, right: RIGHT_DOWN, reaches: "hands" },
  "reach-right": { left: LEFT_DOWN, right: RIGHT_REACHING, reaches: "hands" },
  "reach-both": { left: LEFT_REACHING, right: RIGHT_REACHING, reaches: "hands" },
  tummy: { left: [20, 116, 51, 124], right: [100, 116, 69, 126], isInFront: true },
  ears: { left: [8, 86, 24, 52], right: [112, 86, 96, 52], isInFront: true, reaches: "head" },
  mouth: { left: LEFT_DOWN, right: [112, 108, 68, 68], isInFront: true, reaches: "head" },
  "hand-up": { left: LEFT_DOWN, right: [104, 78, 105, 22] },
  "hand-half": { left: LEFT_DOWN, right: [110, 106, 111, 76] },
  give: { left: [26, 118, 54, 124], right: [98, 110, 110, 104], isInFront: true },
  carry: { left: [22, 124, 44, 130], right: [98, 124, 76, 130], isInFront: true },
  point: { left: LEFT_DOWN, right: [100, 96, 111, 88] },
  hug: { left: [20, 100, 10, 88], right: [100, 100, 110, 88] },
};

const towardsChin = (x: number, y: number, size: number): [number, number] => [
  CHIN.x + (x - CHIN.x) * size,
  CHIN.y + (y - CHIN.y) * size,
];

/** The arm as this body has it; it is drawn raised by `lift` with the trunk it hangs on. */
function fit([elbowX, elbowY, handX, handY]: Arm, isDown: boolean, reaches: Pose["reaches"], build: Build): Arm {
  if (reaches === "hands" && !isDown) return [elbowX, elbowY + build.lift / 2, handX, handY + build.lift];
  if (reaches === "head" && !isDown) return [elbowX, elbowY, ...towardsChin(handX, handY, build.head)];
  return [elbowX, elbowY, handX, handY];
}

const round = (value: number) => Math.round(value * 10) / 10;

function drawArm([elbowX, elbowY, ...hand]: Arm, shoulderX: number, sleeve: string, skin: string): string {
  const [handX, handY] = [round(hand[0]), round(hand[1])];
  const path = `M${shoulderX} 92 Q${elbowX} ${elbowY} ${handX} ${handY}`;
  return `<path d="${path}" fill="none" stroke="${sleeve}" stroke-width="15" stroke-linecap="round"/>${dot(handX, handY, 8.5, skin)}`;
}

/** Arms that reach for something or somebody, and have to find it. */
const TO_SOMETHING: readonly Arms[] = [
  "point",
  "reach-left",
  "reach-right",
  "reach-both",
  "hold-left",
  "hold-right",
  "hold-both",
];

/** Where the hands are that reach for something, in the box of the figure. */
export function reachingHands(figure: Figure): (readonly [x: number, y: number])[] {
  const { arms = "down", posture = "standing" } = figure;
  if (!TO_SOMETHING.includes(arms)) return [];
  const { left, right, reaches } = POSES[arms];
  const build = buildOf(figure);
  const lowered = (SITS_LOWER[posture] ?? 0) - build.lift;
  return [left, right]
    .filter((arm) => arm !== LEFT_DOWN && arm !== RIGHT_DOWN)
    .map((arm) => {
      const [, , x, y] = fit(arm, false, reaches, build);
      return [x, y + lowered] as const;
    });
}

/** Both arms, and whether they lie in front of trunk and head. From behind, what is in front of a trunk is hidden by it. */
export function drawArms(figure: Figure): { drawn: string; isInFront: boolean } {
  const { arms = "down", shirt = "sky", skin = "sand", posture } = figure;
  const { left, right, isInFront = false, reaches } = POSES[arms];
  const build = buildOf(figure);
  const sleeve = shade(SHIRT[shirt], 0.92);
  return {
    drawn:
      drawArm(fit(left, left === LEFT_DOWN, reaches, build), 38, sleeve, SKIN[skin]) +
      drawArm(fit(right, right === RIGHT_DOWN, reaches, build), 82, sleeve, SKIN[skin]),
    isInFront: isInFront && (posture !== "back" || arms === "ears"),
  };
}
