/** No function over 60 lines but the old ones, whose list can only grow shorter. */
import { existsSync } from "node:fs";
import { RuleTester } from "eslint";
import { describe, expect, it } from "vitest";
import { OLD_LENGTHS, functionLength } from "../../../scripts/function-length.mjs";

RuleTester.describe = describe;
RuleTester.it = it;

/** A function of so many lines. */
const long = (lines: number, before = "function a() {", after = "}") =>
  [before, ...Array.from({ length: lines - 2 }, (_, index) => `  b(${index});`), after].join("\n");
const withComments = long(60).replace("  b(3);", "\n  // Why.\n\n  /*\n   * Why.\n   */\n  b(3);");
const old = (lines: number) => [{ "server/old.js": lines }];
const error = (message: RegExp) => [{ message }];

new RuleTester().run("function-length", functionLength, {
  valid: [
    long(60),
    withComments,
    long(90, 'describe("a chapter", () => {', "});"),
    long(90, 'test.describe("a chapter", () => {', "});"),
    long(90, 'describe.each([1])("a chapter", () => {', "});"),
    { code: long(90), filename: "server/old.js", options: old(90) },
  ],
  invalid: [
    { code: long(61), errors: error(/has 61 lines; 60 are the limit/) },
    { code: long(61, "const a = () => {", "};"), errors: error(/has 61 lines/) },
    { code: long(61, 'it("is a test", () => {', "});"), errors: error(/has 61 lines/) },
    { code: long(61), filename: "server/new.js", options: old(90), errors: error(/60 are the limit/) },
    { code: long(91), filename: "server/old.js", options: old(90), errors: error(/90 are the limit/) },
    { code: long(80), filename: "server/old.js", options: old(90), errors: error(/write 80 there/) },
    { code: long(60), filename: "server/old.js", options: old(90), errors: error(/take it off the list/) },
  ],
});

it("the old functions are of files that are there", () => {
  expect(Object.keys(OLD_LENGTHS).filter((file) => !existsSync(file))).toEqual([]);
  expect(Object.values(OLD_LENGTHS).filter((lines) => lines <= 60)).toEqual([]);
});
