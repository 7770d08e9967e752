/**
 * What adults can ask the children to talk about a result: three open questions an index and age, and what the talk is about
 * ("Tal med børnene om" + lead). For the indices of what children say; X and Y are adults' answers, P3 is made of facts.
 */
import { z } from "zod";
import { bandOf } from "../paper/form";
import type { FormName } from "../paper/form";
import type { LocalText } from "../paper/local-text";
import type { Index } from "../scoring/indices";
import json from "./dialogue-questions.json" with { type: "json" };

const text = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
const three = z.tuple([text, text, text]);

/** `lead`: "at være med til at bestemme". */
const talkShape = z.strictObject({ lead: text, young: three, older: three });

const TALKED_OF = ["W1", "W2", "W3", "W4", "W5", "P1", "P2"] as const satisfies readonly Index[];
const talksShape = z.record(z.enum(TALKED_OF), talkShape);
export type Talks = z.infer<typeof talksShape>;

/** Throws an Error that says where the file is wrong and why. */
export function loadTalks(given: unknown): Talks {
  const { success, data, error } = talksShape.safeParse(given);
  if (!success) throw new Error(`These are no dialogue questions.\n${z.prettifyError(error)}`);
  return data;
}

export const talks: Talks = loadTalks(json);

const YOUNG: readonly (string | undefined)[] = ["3-5", "6-9"];
const OLDER: readonly (string | undefined)[] = ["10-12", "13-18"];

/** How children of a form are talked to; undefined for what adults answer. */
function ageOf(form: FormName): "young" | "older" | undefined {
  const band = bandOf(form);
  if (YOUNG.includes(band)) return "young";
  return OLDER.includes(band) ? "older" : undefined;
}

const isTalkedOf = (index: Index): index is (typeof TALKED_OF)[number] => TALKED_OF.some((one) => one === index);

export interface Dialogue {
  readonly lead: LocalText;
  readonly questions: readonly LocalText[];
}

/** Undefined for an index of adults' answers or of facts, and for a form that adults answer. */
export function dialogueOf(index: Index, form: FormName): Dialogue | undefined {
  const age = ageOf(form);
  if (age === undefined || !isTalkedOf(index)) return undefined;
  const { lead, [age]: questions } = talks[index];
  return { lead, questions };
}
