/** `npm run docs:policy`: writes docs/policy.md of the policy and the item bank. */
import { writeFileSync } from "node:fs";
import { register } from "tsx/esm/api";

register();
const { bank } = await import("../surveys/bank/bank.ts");
const { policy } = await import("../surveys/policy/policy.ts");
const { writePolicyPage } = await import("../surveys/policy/policy-page.ts");

writeFileSync(new URL("../docs/policy.md", import.meta.url), writePolicyPage(policy, bank));
