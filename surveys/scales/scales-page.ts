/** Writes `docs/scales.md`: every way of answering, as its description says. Pure, so that a test can hold the page to it. */
import { SCALES } from "../paper/paper";
import { SCALE_DESCRIPTIONS } from "./scales";

const cell = (text: string): string => text.replaceAll("|", "\\|");

export function writeScalesPage(): string {
  const sections = SCALES.map((scale) => {
    const { forms, surveyJsTypes, keyboard, textAlternative, rightToLeft, scoring, why } = SCALE_DESCRIPTIONS[scale];
    const [written, ...read] = surveyJsTypes;
    const rows = [
      ["Forms", forms.join(", ")],
      ["In SurveyJS", `\`${written}\`${read.length > 0 ? `; also read as \`${read.join("`, `")}\`` : ""}`],
      ["Keyboard and switch", keyboard],
      ["Text alternative", textAlternative],
      ["Right to left", rightToLeft],
      ["Scored", `${scoring}. ${why}`],
    ];
    const table = rows.map(([name = "", text = ""]) => `| ${name} | ${cell(text)} |`).join("\n");
    return `## ${scale}\n\n| | |\n|---|---|\n${table}\n`;
  });
  return [
    "# The ways of answering\n",
    "Made by `npm run docs:write` of `surveys/scales/scales.ts`; do not edit.\n",
    "A scale is a SurveyJS question with `itemType` set to the scale's name. All of them can be tried at `/galleri`.\n",
    ...sections,
  ].join("\n");
}
