/**
 * Subjects of commits fit in 72 characters. Without an argument: of the commits since the rule; with the file of a
 * message: of that one, which is what `.githooks/commit-msg` asks. Where there is no such history nothing is checked.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./project.mjs";

const MOST_CHARACTERS = 72;
/** The last commit before the rule. */
const BEFORE_THE_RULE = "69c434121fbe3cc4e961cfa5aa0a6c8ec0381179";

/** What `git commit --fixup` puts before the subject goes when it is squashed. */
const lengthOf = (subject) => [...subject.replace(/^((fixup|squash|amend)! )+/, "")].length;

const subjectOf = (message) => message.split("\n").find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "";

async function newSubjects() {
  if (!existsSync(join(root, ".git"))) return [];
  const { code, text } = await run("git", ["log", "--format=%s", `${BEFORE_THE_RULE}..HEAD`], { isQuiet: true });
  return code === 0 ? text.split("\n") : [];
}

const [file] = process.argv.slice(2);
const subjects = file ? [subjectOf(readFileSync(file, "utf8"))] : await newSubjects();
const tooLong = subjects.filter((subject) => lengthOf(subject) > MOST_CHARACTERS);
for (const subject of tooLong)
  process.stderr.write(
    `This subject has ${lengthOf(subject)} characters; ${MOST_CHARACTERS} are the limit: ${subject}\n`,
  );
process.exitCode = tooLong.length > 0 ? 1 : 0;
