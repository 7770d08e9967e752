/** Counts the answers of one unit and draws its noise: what it gives is all that is left of them. */
import { randomInt } from "node:crypto";
import type { FormName } from "#surveys/paper/form";
import type { ScoringKey } from "#surveys/paper/scoring-key";
import { countAnswers } from "#surveys/results/count-answers";
import { drawTable } from "#surveys/results/draw-table";
import type { UnitTable, Way } from "#surveys/results/table";
import { HELPER_DEEDS, MODES } from "../responses/contract";
import type { ResponseStore } from "../responses/store";
import type { TallyStore } from "../responses/tally-store";
import type { Round } from "../rounds/contract";
import type { SealingUnit } from "./contract";

export interface CountDeps {
  readonly store: Pick<ResponseStore, "eachOpen">;
  readonly tallies: Pick<TallyStore, "find">;
  readonly languages: (round: Round, form: FormName) => readonly string[];
  readonly scoringKey: (round: Round, form: FormName) => ScoringKey;
  /** Of the municipality's questions, in thousandths. */
  readonly epsilonPermille: () => Promise<number>;
}

type Ways = Record<Way, Record<string, number>>;

/** The counts are fixed before the first answer: a language in which nobody answered gets noise like any other. */
function noWays(languages: readonly string[]): Ways {
  const zeros = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]));
  return { languages: zeros(languages), modes: zeros(MODES), help: zeros(HELPER_DEEDS) };
}

function add(counts: Record<string, number>, name: string, times: number): void {
  if (Object.hasOwn(counts, name)) counts[name] = (counts[name] ?? 0) + times;
}

export async function countUnit(deps: CountDeps, round: Round, unit: SealingUnit): Promise<UnitTable> {
  const { place, form, leaves, institutions } = unit;
  const key = deps.scoringKey(round, form);
  const exact = countAnswers(key, leaves);
  const ways = noWays(deps.languages(round, form));
  const heard: Record<string, number> = {};
  for (const institution of institutions) {
    const scope = { round: round.id, institution, band: form };
    heard[institution] = 0;
    await deps.store.eachOpen(scope, (response) => {
      if (!exact.add(response)) return;
      add(heard, institution, 1);
      add(ways.help, response.helper, 1);
    });
    const tally = await deps.tallies.find(scope);
    for (const [language, times] of Object.entries(tally?.locales ?? {})) add(ways.languages, language, times);
    for (const [mode, times] of Object.entries(tally?.modes ?? {})) add(ways.modes, mode, times);
  }
  const epsilonPermille = await deps.epsilonPermille();
  const drawn = drawTable(exact, ways, { key, epsilonPermille, draw: randomInt });
  return { round: round.id, place, form, heard, epsilonPermille, ...drawn };
}
