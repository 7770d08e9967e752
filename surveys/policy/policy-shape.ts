/**
 * What a policy file says: its themes, and of every goal, measure, commitment, mark and stance what it wants (in short
 * words of our own), for which ages, and who or what can show it. Ids and themes are the municipality's.
 */
import { z } from "zod";
import type { Audience } from "../paper/form";
import { PLATFORM_FACTS } from "./platform-facts";
import type { PlatformFact } from "./platform-facts";

/** `mark`: a sign by which a goal is known to be reached. `stance`: how the municipality meets children. */
export const GOAL_KINDS = ["commitment", "stance", "goal", "mark", "measure"] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** Who can show a goal by answering; shown side by side, never as one number. */
export const VOICES = ["child", "observer", "parent", "staff"] as const satisfies readonly Audience[];
export type Voice = (typeof VOICES)[number];

const FACT_NAMES = Object.keys(PLATFORM_FACTS) as [PlatformFact, ...PlatformFact[]];

const words = z.string().trim().min(1).max(120);
const localText = z.strictObject({ da: words, en: words });
const id = z.string().regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, "use letters and digits, joined by dots or hyphens");
const age = z.int().min(0).max(18);

const shownBy = z
  .strictObject({
    voices: z.array(z.enum(VOICES)).default([]),
    facts: z.array(z.enum(FACT_NAMES)).default([]),
    /** Where it is measured, when that is not here. */
    elsewhere: localText.optional(),
  })
  .refine((by) => by.voices.length > 0 || by.facts.length > 0 || by.elsewhere, {
    error: "names nobody and nothing that could show it",
  });

const goalShape = z.strictObject({
  id,
  kind: z.enum(GOAL_KINDS),
  /** The id of a theme of this policy. */
  theme: id,
  text: localText,
  ages: z.strictObject({ from: age, to: age }).refine(({ from, to }) => from <= to, { error: "from is after to" }),
  shownBy,
  /** The ids by which the bank's items name it, where those are not its own: the bank follows `policy.json`. */
  itemGoals: z.array(id).min(1).optional(),
});

export const policyShape = z
  .strictObject({
    municipality: words,
    name: localText,
    themes: z.array(z.strictObject({ id, name: localText })).min(1),
    goals: z.array(goalShape).min(1),
  })
  .superRefine(({ themes, goals }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    for (const [list, name] of [[themes, "themes"] as const, [goals, "goals"] as const]) {
      const ids = list.map((one) => one.id);
      ids.forEach((one, index) => {
        if (ids.indexOf(one) < index) refuse([name, index, "id"], `"${one}" is taken already`);
      });
    }
    goals.forEach(({ theme }, index) => {
      if (!themes.some((one) => one.id === theme)) refuse(["goals", index, "theme"], `there is no theme "${theme}"`);
    });
  });

export type Policy = z.infer<typeof policyShape>;
export type PolicyGoal = Policy["goals"][number];
