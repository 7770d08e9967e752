/** A round for a person at a terminal. */
import type { EditorLine, RoundOverview } from "../rounds/contract";
import { columns } from "./output";

/** The code of each institution, under which its children read what became of their answers. */
export const codeLines = (institutions: RoundOverview["institutions"]): string[] =>
  columns(institutions.map(({ id, name, resultCode = "none yet" }) => [id, name, resultCode]));

const FAULTS = {
  unknownEditor: "no user any more",
  notEditor: "no editor any more",
  ownEditor: "of an institution of it",
};

const nameOf = ({ name, fault }: EditorLine): string => (fault ? `${name || "?"} (${FAULTS[fault]})` : name);

export const roundLines = (round: RoundOverview): string[] => [
  `${round.id}   ${round.state}   ${round.title.da}   ${round.invited} invited   results per ${round.resultsPer}`,
  ...(round.needsReader ? ["own words: needs a reader, an editor and a deputy"] : []),
  ...round.editors.map(
    ({ language, editor, deputy }) => `own words in ${language}: ${nameOf(editor)}, else ${nameOf(deputy)}`,
  ),
  ...codeLines(round.institutions),
];
