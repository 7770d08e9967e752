/** How a body is built by age and posture: adults are taller with a smaller head, babies small with a large one. */
import type { Figure } from "./picture";

/** The chin, in the box of a figure: a head grows and shrinks around it, so that the neck still meets it. */
export const CHIN = { x: 60, y: 80 } as const;
/** The line on which everybody stands, sits, crawls or rolls. */
export const GROUND = 192;

export interface Build {
  /** How far hips and everything above them are raised: the length of the legs. */
  readonly lift: number;
  /** Size of the head, 1 for a child. */
  readonly head: number;
  /** Size of the whole, shrunk towards the middle of the ground. */
  readonly whole: number;
}

const BUILDS: Record<NonNullable<Figure["age"]>, Build> = {
  baby: { lift: -8, head: 1.08, whole: 0.64 },
  child: { lift: 0, head: 1, whole: 1 },
  youth: { lift: 7, head: 0.87, whole: 1 },
  adult: { lift: 13, head: 0.77, whole: 1 },
};

/** Long legs count only for those who stand on them. */
export function buildOf({ age = "child", posture = "standing" }: Figure): Build {
  const build = BUILDS[age];
  const isUpright = posture === "standing" || posture === "walking" || posture === "back";
  return isUpright ? build : { ...build, lift: 0 };
}
