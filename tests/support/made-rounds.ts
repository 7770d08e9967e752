/**
 * Releases as sealing makes them, of children who never were: the real counting, noise from a seed, the real rules. One
 * municipality with institutions of every size, over three rounds.
 */
import { hashJson } from "../../server/lib/canonical-json";
import type { Group, Institution } from "../../server/organisation/contract";
import type { Release } from "../../server/releases/contract";
import { computeReleases } from "../../server/releases/rules";
import { HELPER_DEEDS, MODES } from "../../server/responses/contract";
import type { Round } from "../../server/rounds/contract";
import { roundWindow } from "../../server/rounds/window";
import { planUnits } from "../../server/sealing/rules";
import { definitions } from "../../surveys/definitions/index";
import { buildLibrary } from "../../surveys/engine/survey-library";
import { startOf } from "../../surveys/paper/calendar";
import type { Answers, NonAnswers } from "../../surveys/paper/paper";
import type { ScoredItem, ScoringKey } from "../../surveys/paper/scoring-key";
import { countAnswers } from "../../surveys/results/count-answers";
import type { DrawBelow } from "../../surveys/results/draw-noise";
import { EPSILON_PERMILLE, drawTable } from "../../surveys/results/draw-table";
import type { UnitTable } from "../../surveys/results/table";
import { aRound } from "./small-municipality";

const library = buildLibrary(definitions);

/** From 0 to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** How well children fare at an institution, in a round, with what a question counts towards: 0 to 1. */
type Level = (place: { institution: string; round: string; item: ScoredItem }) => number;

export interface MadeRound {
  readonly round: Round;
  /** The part of the invited that takes part. */
  readonly rate: (group: Group) => number;
  readonly level: Level;
}

const about = (random: () => number): number => random() + random() + random() - 1.5;

function answerTo(item: ScoredItem, level: number, random: () => number): string | string[] {
  const values = item.choices.map(({ value }) => value);
  const any = () => values[Math.floor(random() * values.length)] ?? "";
  if (item.places) return item.places.filter(() => random() < 0.6).map(({ value }) => `${value}=${any()}`);
  if (item.type === "choose-pictures" || item.type === "rank-pictures") return [any()];
  const met = Math.min(0.999, Math.max(0, level + 0.35 * about(random)));
  return values[Math.floor((1 - met) * values.length)] ?? "";
}

interface Child {
  readonly answers: Answers;
  readonly nonAnswers: NonAnswers;
}

function childOf(key: ScoringKey, level: (item: ScoredItem) => number, random: () => number): Child {
  const own = 0.25 * about(random);
  const answers: Record<string, string | string[]> = {};
  const nonAnswers: Record<string, "declined" | "not-understood"> = {};
  for (const item of key.items) {
    if (random() < 0.06) nonAnswers[item.name] = random() < 0.6 ? "declined" : "not-understood";
    else answers[item.name] = answerTo(item, level(item) + own, random);
  }
  return { answers, nonAnswers };
}

interface Made {
  readonly institutions: readonly Institution[];
  readonly groups: readonly Group[];
  readonly rounds: readonly MadeRound[];
  readonly seed?: number;
}

function tablesOf({ institutions, groups }: Made, made: MadeRound, random: () => number): UnitTable[] {
  const { round, rate, level } = made;
  const asked = groups.filter(({ id }) => round.groupIds.includes(id));
  const heard = asked
    .map((group) => ({
      institution: group.institutionId,
      form: group.band,
      group: group.id,
      participants: Math.round(group.childCount * rate(group)),
    }))
    .filter(({ participants }) => participants > 0);
  const draw: DrawBelow = (bound) => Math.floor(random() * bound);
  return planUnits({ round, groups: asked, institutions, heard }).map(
    ({ place, form, leaves, institutions: counted }) => {
      const key = library.scoringKey(round.survey, round.surveyVersion, form);
      const exact = countAnswers(key, leaves);
      for (const { group, institution, participants } of heard.filter((row) => row.form === form))
        for (let child = 0; child < participants; child += 1)
          exact.add({ group, ...childOf(key, (item) => level({ institution, round: round.id, item }), random) });
      const zeros = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]));
      const ways = { languages: zeros(["da"]), modes: zeros(MODES), help: zeros(HELPER_DEEDS) };
      const drawn = drawTable(exact, ways, { key, epsilonPermille: EPSILON_PERMILLE, draw });
      const taken = (institution: string): number =>
        heard
          .filter((row) => row.form === form && row.institution === institution)
          .reduce((sum, { participants }) => sum + participants, 0);
      const told = Object.fromEntries(counted.map((institution) => [institution, taken(institution)]));
      return { round: round.id, place, form, heard: told, epsilonPermille: EPSILON_PERMILLE, ...drawn };
    },
  );
}

/** Of every institution, oldest round first. */
function makeReleases(made: Made): Release[] {
  const random = randomOf(made.seed ?? 1);
  const all: Release[] = [];
  for (const one of made.rounds) {
    const { round } = one;
    const earlier = new Map(
      made.institutions.map(({ id }) => [id, all.filter(({ institutionId }) => institutionId === id).toReversed()]),
    );
    const scoringKey = (form: Group["band"]) => library.scoringKey(round.survey, round.surveyVersion, form);
    const input = {
      round,
      institutions: made.institutions,
      areas: [{ id: "nord", name: "Nord" }],
      groups: made.groups.filter(({ id }) => round.groupIds.includes(id)),
      tables: tablesOf(made, one, random),
      scoringKey,
      earlier,
    };
    for (const release of computeReleases(input)) if (release) all.push({ ...release, hash: hashJson(release) });
  }
  return all;
}

const school = (id: string, name: string): Institution => ({ id, name, kinds: ["skole"], areaId: "nord" });

/** Lindeskolen is large, Askeskolen small; the others are what they are held up against. */
const SCHOOLS: readonly Institution[] = [
  school("lind", "Lindeskolen"),
  school("ask", "Askeskolen"),
  school("elm", "Elmeskolen"),
  school("fyr", "Fyrreskolen"),
  school("gran", "Granskolen"),
  ...["Bøgeskolen", "Egeskolen", "Hasselskolen", "Kastanjeskolen", "Pileskolen", "Rønneskolen"].map((name, at) =>
    school(`skole-${at}`, name),
  ),
];

const CODES = "0123456789abcdefghjkmnpqrstvwxyz";
const codeOf = (at: number): string => `m${CODES.charAt(Math.floor(at / 32))}${CODES.charAt(at % 32)}0000000`;

function groupsOf(): Group[] {
  const sizes: readonly (readonly [string, Group["band"], readonly string[], number])[] = [
    ["lind", "6-9", ["1. A", "1. B", "2. A", "2. B", "3. A", "3. B"], 24],
    ["lind", "10-12", ["4. A", "4. B", "5. A", "6. A"], 25],
    ["lind", "13-18", ["7. A", "8. A", "9. A", "10. <b>A</b>"], 22],
    ["ask", "6-9", ["Sol & <i>Måne</i>"], 14],
    ["elm", "6-9", ["1. A"], 12],
    ["fyr", "6-9", ["1. A"], 20],
    ["gran", "6-9", ["1. A", "2. A"], 25],
    ...SCHOOLS.slice(5).flatMap(({ id }) => [
      [id, "6-9", ["1. A", "2. A", "3. A"], 24] as const,
      [id, "10-12", ["4. A", "5. A"], 24] as const,
      [id, "13-18", ["7. A", "8. A"], 24] as const,
    ]),
  ];
  let at = 0;
  return sizes.flatMap(([institutionId, band, names, childCount]) =>
    names.map((name) => ({
      id: `${institutionId}-${(at += 1)}`,
      institutionId,
      name,
      band,
      childCount,
      code: codeOf(at),
    })),
  );
}

/** The part that takes part: all but a few; four of twelve at Elmeskolen, nobody at Fyrreskolen, a fifth at Granskolen. */
const RATES: Readonly<Record<string, number>> = { lind: 0.84, ask: 0.7, elm: 0.33, fyr: 0, gran: 0.2 };

/** At Lindeskolen one thing falls in the last round, another stands high. */
const lifelike: Level = ({ institution, round, item: { index } }) => {
  const usual = { W1: 0.74, W2: 0.68, W3: 0.6, W4: 0.52, W5: 0.64, P1: 0.5, P2: 0.6 } as Record<string, number>;
  const level = usual[index ?? ""] ?? 0.6;
  if (institution !== "lind") return level;
  if (index === "P1" && round === "forar-2026") return level - 0.22;
  if (index === "W2") return level + 0.12;
  return level;
};

export function aMadeMunicipality() {
  const groups = groupsOf();
  const rounds = [2024, 2025, 2026].map((year): MadeRound => {
    const round = aRound({
      id: `forar-${year}`,
      title: { da: `Forår ${year}`, en: `Spring ${year}` },
      survey: "trivsel",
      groupIds: groups.map(({ id }) => id),
      institutionIds: SCHOOLS.map(({ id }) => id),
      leaves: groups.map(({ id }) => [id]),
      ...roundWindow(`${year}-01-12`, `${year}-02-06`),
      state: "sealed",
      sealedAt: startOf(`${year}-02-12`),
      feedbackDueAt: startOf(`${year}-03-19`),
    });
    return { round, rate: ({ institutionId }) => RATES[institutionId] ?? 0.85, level: lifelike };
  });
  return { institutions: SCHOOLS, groups, rounds, releases: makeReleases({ institutions: SCHOOLS, groups, rounds }) };
}
