/** A round that is planned, counted, drawn and released by the functions that sealing calls, without a database. */
import type { Area, Group, Institution } from "../../server/organisation/contract";
import type { Release } from "../../server/releases/contract";
import { computeReleases } from "../../server/releases/rules";
import type { Round } from "../../server/rounds/contract";
import type { HeardGroup } from "../../server/sealing/contract";
import { planUnits } from "../../server/sealing/rules";
import type { FormName } from "../../surveys/paper/form";
import type { ScoringKey } from "../../surveys/paper/scoring-key";
import type { GivenAnswers } from "../../surveys/results/count-answers";
import { countAnswers } from "../../surveys/results/count-answers";
import type { DrawBelow } from "../../surveys/results/draw-noise";
import { EPSILON_PERMILLE, drawTable } from "../../surveys/results/draw-table";
import type { UnitTable } from "../../surveys/results/table";

export interface GivenAnswer extends GivenAnswers {
  readonly institution: string;
  readonly form: FormName;
}

export interface Played {
  readonly round: Round;
  readonly groups: readonly Group[];
  readonly institutions: readonly Institution[];
  /** Absent: as in what was kept before releases told of areas. */
  readonly areas?: readonly Area[];
  readonly answers: readonly GivenAnswer[];
  readonly scoringKey: (form: FormName) => ScoringKey;
  readonly draw: DrawBelow;
  readonly earlier?: ReadonlyMap<string, readonly Release[]>;
}

function heardOf(answers: readonly GivenAnswer[]): HeardGroup[] {
  const heard = new Map<string, HeardGroup>();
  for (const { institution, form, group } of answers) {
    const name = `${institution} ${form} ${group}`;
    heard.set(name, { institution, form, group, participants: (heard.get(name)?.participants ?? 0) + 1 });
  }
  return [...heard.values()];
}

export function sealTables({ round, groups, institutions, answers, scoringKey, draw }: Played): UnitTable[] {
  return planUnits({ round, groups, institutions, heard: heardOf(answers) }).map((unit) => {
    const key = scoringKey(unit.form);
    const exact = countAnswers(key, unit.leaves);
    for (const given of answers)
      if (given.form === unit.form && unit.institutions.includes(given.institution)) exact.add(given);
    const ways = { languages: { da: 0 }, modes: { solo: 0 }, help: { none: 0 } };
    const heard = Object.fromEntries(
      unit.institutions.map((id) => [
        id,
        answers.filter(({ institution, form }) => institution === id && form === unit.form).length,
      ]),
    );
    const drawn = drawTable(exact, ways, { key, epsilonPermille: EPSILON_PERMILLE, draw });
    return { round: round.id, place: unit.place, form: unit.form, heard, epsilonPermille: EPSILON_PERMILLE, ...drawn };
  });
}

/** By institution, as they are published; the hash says what stands in them. */
export function releasesOf(played: Played, tables = sealTables(played)): Map<string, Release> {
  const { round, groups, institutions, areas, scoringKey, earlier = new Map() } = played;
  const told = { round, institutions, groups, ...(areas && { areas }) };
  const found = [...computeReleases({ ...told, tables, scoringKey, earlier })];
  return new Map(found.flatMap((one) => (one ? [[one.institutionId, { ...one, hash: JSON.stringify(one) }]] : [])));
}
