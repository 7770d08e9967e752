/** What children find under their code: what is published, what is owed, and nothing else. */
import type { Day } from "#surveys/paper/calendar";
import type { FormName } from "#surveys/paper/form";
import type { UnknownNames } from "../guessing/throttle";
import type { Group, Institution, Municipality } from "../organisation/contract";
import type { Release } from "../releases/contract";
import type { Round } from "../rounds/contract";
import type { ChildrensResult } from "./contract";
import { audiencesOf, closedOn, owedOf, promisedIn } from "./rules";
import type { FeedbackStore } from "./store";

export interface ChildrenDeps {
  readonly store: Pick<FeedbackStore, "find">;
  readonly throttle: UnknownNames;
  readonly findRound: (id: string) => Promise<Round | null>;
  readonly listGroups: (ids: readonly string[]) => Promise<readonly Group[]>;
  readonly findInstitution: (id: string) => Promise<Institution | undefined>;
  readonly findRelease: (institutionId: string, roundId: string) => Promise<Release | undefined>;
  readonly findCode: (code: string) => Promise<{ readonly round: string; readonly institution: string } | undefined>;
  readonly getMunicipality: () => Promise<Municipality>;
}

const CODE = /^[0-9a-hjkmnp-tv-z]{10}$/;

interface Found {
  readonly round: Round;
  readonly institution: string;
}

/** Of those who are asked, until a release says who they were. */
async function formsOf({ listGroups }: ChildrenDeps, { round, institution }: Found, release?: Release) {
  if (release) return release.forms.map(({ form }) => form);
  const groups = await listGroups(round.groupIds);
  return groups.filter(({ institutionId }) => institutionId === institution).map(({ band }): FormName => band);
}

async function tell(deps: ChildrenDeps, found: Found, today: Day): Promise<ChildrensResult> {
  const { round, institution } = found;
  const [release, feedback, named, municipality] = await Promise.all([
    deps.findRelease(institution, round.id),
    deps.store.find(round.id, institution),
    deps.findInstitution(institution),
    deps.getMunicipality(),
  ]);
  const audiences = audiencesOf(await formsOf(deps, found, release));
  const { published, followUp } = feedback ?? {};
  return {
    institutionName: release?.institutionName ?? named?.name ?? "",
    roundTitle: round.title,
    closedOn: closedOn(round),
    ...(release?.participants !== undefined && { participants: release.participants }),
    ownerRole: round.ownerRole,
    audiences: published ? audiences.filter((audience) => published.letters[audience]) : audiences,
    isOver: round.state !== "open",
    owed: owedOf(promisedIn(round), feedback ?? {}, today),
    letters: published?.letters ?? {},
    ...(published && { publishedOn: published.on }),
    ...(followUp && { followUp }),
    isInvented: municipality.isInvented,
  };
}

/** Throws `result.unknown`, or `request.tooMany` when this address has come with many codes that are not there. */
export async function findForChildren(
  deps: ChildrenDeps,
  text: string,
  { address, today }: { address: string; today: Day },
): Promise<ChildrensResult> {
  const code = text.toLowerCase();
  const found = CODE.test(code) ? await deps.findCode(code) : undefined;
  const round = found && (await deps.findRound(found.round));
  // A draft is nobody's to read about.
  if (!round || round.state === "draft") return deps.throttle.refuseUnknown(address);
  return tell(deps, { round, institution: found.institution }, today);
}
