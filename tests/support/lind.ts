/** Of a leader's site (leader-site.ts): somebody who leads Lindeskolen, and what one posts there. */
import { PASSWORD } from "./small-municipality";
import type { Site } from "./site";

export const LIND_ROUND = "forar-2026";

/** Liv, who may sign in with the password of the others. */
export async function addLiv({ application }: Site): Promise<void> {
  await application.services.accounts.addUser({
    name: "liv",
    displayName: "Liv",
    role: "leader",
    institutionIds: ["lind"],
    password: PASSWORD,
  });
}
