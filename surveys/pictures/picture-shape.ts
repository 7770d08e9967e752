/** The strict shape of a picture as it stands in a survey file. */
import { z } from "zod";
import { AGES, AIDS, ARMS, HAIRS, HAIR_COLOURS, LADDER_RUNGS, MOODS, PLACES, POSTURES } from "./picture";
import { PROPS, PROP_NAMES, SHIRTS, SKINS, STONES } from "./picture";
import type { PropName } from "./picture";
import { isThingName } from "./things";

const words = z.string().min(1);
const alt = z.strictObject({ da: words, en: words, ar: words, tr: words, pl: words, uk: words, ur: words }).partial({
  ar: true,
  tr: true,
  pl: true,
  uk: true,
  ur: true,
});
export const thingName = z
  .string()
  .refine(isThingName, { error: "there is no such thing in surveys/pictures/things.ts" });

const figure = z.strictObject({
  skin: z.enum(SKINS).optional(),
  hair: z.enum(HAIRS).optional(),
  hairColour: z.enum(HAIR_COLOURS).optional(),
  shirt: z.enum(SHIRTS).optional(),
  clothColour: z.enum(SHIRTS).optional(),
  mood: z.enum(MOODS).optional(),
  arms: z.enum(ARMS).optional(),
  posture: z.enum(POSTURES).optional(),
  age: z.enum(AGES).optional(),
  aids: z.array(z.enum(AIDS)).optional(),
});

const placedFigure = figure.extend({
  x: z.number(),
  y: z.number(),
  scale: z.number().positive().optional(),
  isMirrored: z.boolean().optional(),
});
const placedThing = z.strictObject({ thing: thingName, x: z.number(), y: z.number(), size: z.number().positive() });

const placedProp = z.strictObject({
  prop: z.enum(PROP_NAMES),
  state: z.string().optional(),
  x: z.number(),
  y: z.number(),
  size: z.number().positive(),
});
const hasItsState = ({ prop, state }: { prop: PropName; state?: string | undefined }): boolean =>
  state === undefined || (PROPS[prop] as readonly string[]).includes(state);
const unknownState = { error: "that prop has no such state (PROPS in surveys/pictures/picture.ts)", path: ["state"] };

export const pictureShape = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("scene"),
    place: z.enum(PLACES),
    parts: z.array(z.union([placedThing, placedProp.refine(hasItsState, unknownState), placedFigure])),
    alt,
    hasDirection: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("face"), figure, alt }),
  z.strictObject({ kind: z.literal("thing"), thing: thingName, alt }),
  z.strictObject({ kind: z.literal("amount"), filled: z.literal([0, 1, 2, 3, 4]), alt }),
  z.strictObject({ kind: z.literal("tokens"), count: z.int().min(0).max(STONES), alt }),
  z.strictObject({
    kind: z.literal("ladder"),
    rung: z
      .int()
      .min(0)
      .max(LADDER_RUNGS - 1),
    alt,
  }),
]);

const id = z.string().regex(/^[a-z0-9-]{1,20}$/);

/** A scene whose parts have names, for `vary`. */
export const baseSceneShape = z.strictObject({
  kind: z.literal("scene"),
  place: z.enum(PLACES),
  parts: z
    .array(
      z.union([
        placedThing.extend({ id: id.optional() }),
        placedProp.extend({ id: id.optional() }).refine(hasItsState, unknownState),
        placedFigure.extend({ id: id.optional() }),
      ]),
    )
    .min(1),
  hasDirection: z.boolean().optional(),
});

/** By the name of a part: what differs of it, or null where it is not there. */
export const changesShape = z.record(
  id,
  z.union([placedFigure.partial(), placedThing.partial(), placedProp.partial(), z.null()]),
);
