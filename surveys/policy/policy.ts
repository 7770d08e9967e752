/** The policy of this installation, checked when it is loaded; another municipality's file is loaded the same way. */
import { z } from "zod";
import json from "./policy.json" with { type: "json" };
import { policyShape } from "./policy-shape";
import type { Policy, PolicyGoal } from "./policy-shape";

/** Throws an Error that says where the file is wrong and why. */
export function loadPolicy(given: unknown): Policy {
  const { success, data, error } = policyShape.safeParse(given);
  if (!success) throw new Error(`This is not a policy.\n${z.prettifyError(error)}`);
  return data;
}

export function findGoal(of: Policy, id: string): PolicyGoal | undefined {
  return of.goals.find((goal) => goal.id === id);
}

export const policy: Policy = loadPolicy(json);
