/** `npm test`: everything but the deep tests; what has passed whole is noted in proven.json. */
import { noteProven } from "./proven.mjs";
import { runTests } from "./run-tests.mjs";

const say = (text) => process.stdout.write(`${text}\n`);
const { passed, failed, skipped, isWhole } = await runTests({ isShort: process.argv.includes("--short"), say });
if (failed === 0 && isWhole) noteProven();
process.exitCode = failed > 0 ? 1 : 0;
say(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
