/** Arms: shoulder, elbow and hand of each side. Neighbours at the same scale meet hand in hand 124 × scale apart. */
import { SHIRT, SKIN, shade } from "./palette";
import type { ARMS, Figure } from "./picture";
import { dot } from "./svg";

type Arms = (typeof ARMS)[number];
type Arm = readonly [elbowX: number, elbowY: number, handX: number, handY: number];

const LEFT_DOWN: Arm = [26, 112, 28, 136];
const RIGHT_DOWN: Arm = [94, 112, 92, 136];

const POSES: Record<Arms, { readonly left: Arm; readonly right: Arm; readonly isInFront?: boolean }> = {
  down: { left: LEFT_DOWN, right: RIGHT_DOWN },
  wave: { left: LEFT_DOWN, right: [102, 94, 108, 60] },
  up: { left: [18, 92, 13, 56], right: [102, 92, 107, 56] },
  out: { left: [22, 112, 9, 122], right: [98, 112, 111, 122] },
  "hold-left": { left: [18, 112, -2, 122], right: RIGHT_DOWN },
  "hold-right": { left: LEFT_DOWN, right: [102, 112, 122, 122] },
  tummy: { left: [20, 116, 50, 122], right: [100, 116, 70, 124], isInFront: true },
  ears: { left: [8, 86, 22, 52], right: [112, 86, 98, 52], isInFront: true },
  "hand-up": { left: LEFT_DOWN, right: [104, 78, 105, 22] },
  "hand-half": { left: LEFT_DOWN, right: [110, 106, 108, 76] },
  give: { left: [26, 118, 54, 124], right: [98, 110, 110, 104], isInFront: true },
  point: { left: LEFT_DOWN, right: [100, 96, 111, 88] },
  hug: { left: [20, 100, 10, 88], right: [100, 100, 110, 88] },
};

function drawArm([elbowX, elbowY, handX, handY]: Arm, shoulderX: number, sleeve: string, skin: string): string {
  const path = `M${shoulderX} 92 Q${elbowX} ${elbowY} ${handX} ${handY}`;
  return `<path d="${path}" fill="none" stroke="${sleeve}" stroke-width="15" stroke-linecap="round"/>${dot(handX, handY, 8.5, skin)}`;
}

/** Both arms, and whether they lie in front of the body and the head. */
export function drawArms({ arms = "down", shirt = "sky", skin = "sand" }: Figure): {
  drawn: string;
  isInFront: boolean;
} {
  const { left, right, isInFront = false } = POSES[arms];
  const sleeve = shade(SHIRT[shirt], 0.92);
  return { drawn: drawArm(left, 38, sleeve, SKIN[skin]) + drawArm(right, 82, sleeve, SKIN[skin]), isInFront };
}
