/** `npm run docs:write`: writes the pages of docs/ that are made of data (permissions.md, policy.md, scales.md). */
import { writeFileSync } from "node:fs";
import { register } from "tsx/esm/api";

register();
const { bank } = await import("../surveys/bank/bank.ts");
const { definitions } = await import("../surveys/definitions/index.ts");
const { askedItems } = await import("../surveys/engine/asked-items.ts");
const { loadSurvey } = await import("../surveys/engine/load-survey.ts");
const { access } = await import("../app/access.ts");
const { writePermissionsPage } = await import("../server/permissions/permissions-page.ts");
const { policy } = await import("../surveys/policy/policy.ts");
const { writePolicyPage } = await import("../surveys/policy/policy-page.ts");
const { writeScalesPage } = await import("../surveys/scales/scales-page.ts");

const write = (name, text) => writeFileSync(new URL(`../docs/${name}.md`, import.meta.url), text);
write("policy", writePolicyPage(policy, bank, askedItems(definitions.map(({ json }) => loadSurvey(json)))));
write("scales", writeScalesPage());
write("permissions", writePermissionsPage(access));
