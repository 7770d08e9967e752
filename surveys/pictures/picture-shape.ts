/** The strict shape of a picture as it stands in a survey file. */
import { z } from "zod";
import { AGES, AIDS, ARMS, HAIRS, HAIR_COLOURS, MOODS, PLACES, POSTURES, SHIRTS, SKINS } from "./picture";
import { isThingName } from "./things";

const alt = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
const thing = z.string().refine(isThingName, { error: "there is no such thing in surveys/pictures/things.ts" });

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
const placedThing = z.strictObject({ thing, x: z.number(), y: z.number(), size: z.number().positive() });

export const pictureShape = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("scene"),
    place: z.enum(PLACES),
    parts: z.array(z.union([placedThing, placedFigure])),
    alt,
    hasDirection: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("face"), figure, alt }),
  z.strictObject({ kind: z.literal("thing"), thing, alt }),
]);
