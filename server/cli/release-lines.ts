/** A release as lines on a terminal: who was heard, what stands out, each form's indices, and whether it still holds. */
import type { FormRelease, HeardLeaf, IndexBeside, Release, Verified } from "../releases/contract";
import type { VerifiedTables } from "../tables/contract";
import { columns } from "./output";

const heard = ({ invited, participants }: Pick<HeardLeaf, "invited" | "participants">): string =>
  `${participants ?? "fewer than 5"} of ${invited}`;

const signed = (points: number): string => `${points > 0 ? "+" : ""}${points}`;

function changeOf({ change }: IndexBeside): string {
  if (!change) return "";
  if (change === "cannot-tell") return "cannot be told";
  return `${signed(change.by)} (${signed(change.low)} to ${signed(change.high)}), ${change.certainty}`;
}

function formLines({
  form,
  invited,
  participants,
  hidden,
  response,
  indices,
  questions,
  leaves,
}: FormRelease): string[] {
  const name = /^\d/.test(form) ? `${form} years` : form;
  const why = hidden ? `, not shown: ${hidden}` : "";
  const shown = `${questions.length} questions, ${leaves.length} groups with figures of their own`;
  const rows = indices.map((index) => [
    `  ${index.index} ${index.theme}`,
    `${index.value} (${index.low}-${index.high})`,
    index.municipality === undefined ? "" : `municipality ${index.municipality}`,
    changeOf(index),
  ]);
  return ["", `${name}: ${heard({ invited, participants })} heard (${response}${why}); ${shown}`, ...columns(rows)];
}

function findingLine(finding: Release["findings"][number]): string {
  switch (finding.kind) {
    case "good":
    case "hard": {
      const { kind, form, theme, item, side, saying } = finding;
      const { value, low, high } = saying.share;
      return `  ${kind}: ${form}, ${theme}: ${saying.quantity} (${value}, ${low}-${high}) ${side} on "${item}"`;
    }
    case "change":
      return `  change: ${finding.form}, ${finding.theme} (${finding.index}): ${signed(finding.by)} points, ${finding.certainty}`;
    case "missing":
      return `  missing: ${heard(finding)} were heard`;
    default:
      return `  change: ${finding.kind}`;
  }
}

export function releaseLines(release: Release, label: string): string[] {
  const { institutionName, roundTitle, survey, surveyVersion, version, findings, forms } = release;
  return [
    `${institutionName}, ${roundTitle.da}: ${heard(release)} children heard; ${label}`,
    `${survey} ${surveyVersion}; closed ${release.closedOn}, sealed ${release.sealedOn}, feedback due ${release.feedbackDueOn}; epsilon ${release.epsilonPermille / 1000}`,
    ...(release.isMoreThanInvited ? ["More answers than children: spare cards were used."] : []),
    "",
    "What stands out:",
    ...findings.map(findingLine),
    ...forms.flatMap(formLines),
    "",
    `version ${version}, SHA-256 ${release.hash}`,
  ];
}

const VERDICTS: Readonly<Record<Verified["verdict"], string>> = {
  same: "as computed",
  differs: "DIFFERS from what its tables tell",
  damaged: "DAMAGED: its hash is not its own",
  missing: "MISSING: its tables tell a release that is not there",
  unknown: "UNKNOWN: nothing says of what it was computed",
};

export const verifiedLines = (verified: readonly Verified[]): string[] =>
  columns(
    verified.map(({ institutionId, institutionName, verdict, hash = "", at }) => [
      institutionId,
      institutionName,
      `${VERDICTS[verdict]}${at === undefined ? "" : `, first at ${at}`}`,
      hash.slice(0, 12),
    ]),
  );

const TABLE_VERDICTS: Readonly<Record<VerifiedTables["tables"][number]["verdict"], string>> = {
  same: "as kept",
  differs: "DIFFERS from the one that was kept",
  missing: "MISSING: it is kept, and not stored",
  unkept: "NOT KEPT: others of this round are",
};

/** Only what is wrong by name: a round has hundreds. */
export function tableLines({ isNoneKept, tables }: VerifiedTables): string[] {
  if (isNoneKept)
    return [
      "None of its tables is kept beside the rounds' secrets (another house's, or lost): there is nothing to hold them against.",
    ];
  const wrong = tables.filter(({ verdict }) => verdict !== "same");
  return [
    ...columns(wrong.map(({ id, verdict }) => [id, TABLE_VERDICTS[verdict]])),
    `${tables.length - wrong.length} of ${tables.length} tables are the ones that were kept.`,
  ];
}
