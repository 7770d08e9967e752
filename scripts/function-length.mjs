/**
 * A rule of the linter: no function over 60 lines, blank ones and comments left out. What was longer before the rule
 * stands here with its length, which can only shrink: a shorter one has to be written down. A `describe` is a chapter.
 */
import { relative } from "node:path";

const MOST_LINES = 60;

/**
 * The longest function of each file that is older than the rule.
 * @type {Readonly<Record<string, number>>}
 */
export const OLD_LENGTHS = {
  "app/components/gallery/trial-page.tsx": 73,
  "app/components/player/scales/drawing.tsx": 89,
  "app/components/player/scales/place-map.tsx": 62,
  "app/components/player/thanks-page.tsx": 67,
  "app/components/player/use-walk.ts": 82,
  "server/guessing/throttle.ts": 72,
  "server/responses/service.ts": 127,
  "tests/e2e/scales.spec.ts": 73,
  "tests/support/layout-faults.ts": 64,
};

const CHAPTER = /^(test\.)?describe\b/;

/** @type {import("eslint").Rule.RuleModule} */
export const functionLength = {
  meta: { type: "suggestion", schema: [{ type: "object", additionalProperties: { type: "integer" } }] },
  create(context) {
    const { sourceCode } = context;
    const file = relative(process.cwd(), context.filename);
    const [known = OLD_LENGTHS] = context.options;
    const allowed = known[file] ?? MOST_LINES;
    let longest = 0;

    /** @type {Set<number>} */
    const withCode = new Set();
    for (const { loc } of sourceCode.ast.tokens)
      for (let line = loc.start.line; line <= loc.end.line; line += 1) withCode.add(line);

    /** @param {import("eslint").Rule.Node} node */
    function measure(node) {
      const { parent, loc } = node;
      if (!loc) return;
      if (parent?.type === "CallExpression" && CHAPTER.test(sourceCode.getText(parent.callee))) return;
      let lines = 0;
      for (let { line } = loc.start; line <= loc.end.line; line += 1) if (withCode.has(line)) lines += 1;
      longest = Math.max(longest, lines);
      if (lines > allowed)
        context.report({ node, message: `This function has ${lines} lines; ${allowed} are the limit.` });
    }

    return {
      FunctionDeclaration: measure,
      FunctionExpression: measure,
      ArrowFunctionExpression: measure,
      "Program:exit"(node) {
        if (!Object.hasOwn(known, file) || longest >= allowed) return;
        const advice = longest > MOST_LINES ? `write ${longest} there` : "take it off the list";
        context.report({
          node,
          message: `The longest function has ${longest} lines, not ${allowed}: ${advice} (OLD_LENGTHS).`,
        });
      },
    };
  },
};
