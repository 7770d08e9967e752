/**
 * Which pictures children have shown they understand. Each trial is a line in `validated.json`; until a picture has been
 * tried with ten children it is a guess of ours, and the contact sheet says so.
 */
import { z } from "zod";
import trialsFile from "./validated.json" with { type: "json" };

/** A picture counts as tried from so many children on … */
const FEWEST_CHILDREN = 10;
/** … of whom so great a part said what it shows without being told. */
const LEAST_UNDERSTOOD = 0.8;

const trial = z
  .strictObject({
    /** `thing:fox`, `place:garden`, `mood:shy`, `arms:give`, `amount:2` … */
    picture: z.string().regex(/^[a-z]+:[a-z0-9-]+$/),
    on: z.iso.date(),
    children: z.int().min(1),
    understood: z.int().min(0),
    /** Ages in years, such as "3-5". */
    ages: z.string().regex(/^\d{1,2}-\d{1,2}$/),
  })
  .refine(({ children, understood }) => understood <= children, "more understood it than there were children");

export const validatedShape = z.strictObject({ trials: z.array(trial) });
export type Trial = z.infer<typeof trial>;

const known = validatedShape.parse(trialsFile).trials;

/** Whether enough children have understood a picture, all its trials counted together. */
export function isValidated(picture: string, trials: readonly Trial[] = known): boolean {
  const own = trials.filter((one) => one.picture === picture);
  const children = own.reduce((sum, one) => sum + one.children, 0);
  const understood = own.reduce((sum, one) => sum + one.understood, 0);
  return children >= FEWEST_CHILDREN && understood >= LEAST_UNDERSTOOD * children;
}
