/** What is said of changes in a whole municipality: how long it takes for 120 institutions, eight indices and five rounds. */
import type { Figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { compareRounds } from "../../surveys/results/compare-rounds";
import { drawMunicipality } from "../support/drawn-municipality";
import { fastChance } from "../support/fast-chance";

const ROUNDS = 5;
const INSTITUTIONS = 120;
const INDICES = 8;

export function measureSignals(): Figure {
  const chance = fastChance(7);
  const plan = { institutions: INSTITUTIONS, indices: INDICES, size: () => 160, leaf: 20, drift: 2, fall: () => 0 };
  const rounds = Array.from({ length: ROUNDS }, () =>
    drawMunicipality(plan, chance).map(({ comparison }) => comparison),
  );
  const startedAt = performance.now();
  const compared = rounds.map((comparisons) => compareRounds(comparisons).compared.length);
  const seconds = (performance.now() - startedAt) / 1000;
  if (compared.some((count) => count < INSTITUTIONS)) throw new Error("Next to nothing was compared.");
  const of = `${INSTITUTIONS} institutions, ${INDICES} indices, ${ROUNDS} rounds`;
  return figure("releases", `signals of ${of}`, seconds, "s", { atMost: 2 });
}
