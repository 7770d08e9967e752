/**
 * How much of the scatter between children lies between their groups or institutions: ICC(1) of a one-way analysis of
 * variance with clusters of unequal size, from tables alone, the noise of the tables taken off.
 */

export interface ClusterSummary {
  /** Children who answered, at least 1. */
  readonly n: number;
  readonly mean: number;
  /** With n − 1, of the children in the cluster, the noise already taken off; not looked at when n is 1. */
  readonly variance: number;
  /** Variance that the table's noise gives `mean`; 0 unless said. */
  readonly noiseVariance?: number;
}

export interface IntraclassCorrelation {
  /** From 0 to 1: the estimate, never below 0. */
  readonly icc: number;
  /** From −1: the same before it is raised to 0. Only this may be averaged, or compared over rounds. */
  readonly unclamped: number;
  readonly betweenVariance: number;
  readonly withinVariance: number;
}

interface MeanSquares {
  readonly between: number;
  readonly within: number;
  /** The size that clusters of one size would have had. */
  readonly size: number;
}

/**
 * ICC = (MSB − MSW) ÷ (MSB + (n₀ − 1)·MSW), n₀ = (N − Σn²/N) ÷ (k − 1): Donner, A. (1986), International Statistical Review
 * 54, 67-82; Searle, Casella and McCulloch, *Variance Components* (1992). Noise of variance vᵢ in each mean raises the
 * expected MSB by Σ nᵢ·vᵢ·(1 − nᵢ/N) ÷ (k − 1), which is taken off. Null with fewer than two clusters, or no cluster of
 * two; RangeError for an empty cluster or a negative variance.
 */
export function intraclassCorrelation(clusters: readonly ClusterSummary[]): IntraclassCorrelation | null {
  if (!clusters.every(({ n, variance }) => n === 1 || (n > 1 && variance >= 0)))
    throw new RangeError("A cluster has nobody in it, or a variance is negative.");
  const squares = meanSquares(clusters);
  if (squares === null) return null;
  const { between, within, size } = squares;
  const betweenVariance = (between - within) / size;
  const total = betweenVariance + within;
  const unclamped = betweenVariance === 0 ? 0 : total > 0 ? Math.max(-1, betweenVariance / total) : -1;
  return {
    icc: Math.max(0, unclamped),
    unclamped,
    betweenVariance: Math.max(0, betweenVariance),
    withinVariance: within,
  };
}

function meanSquares(clusters: readonly ClusterSummary[]): MeanSquares | null {
  const k = clusters.length;
  const total = sum(clusters, ({ n }) => n);
  if (k < 2 || total <= k) return null;
  const mean = sum(clusters, (cluster) => cluster.n * cluster.mean) / total;
  const scatter = sum(clusters, (cluster) => cluster.n * (cluster.mean - mean) ** 2);
  const noise = sum(clusters, ({ n, noiseVariance = 0 }) => n * noiseVariance * (1 - n / total));
  const withinSum = sum(clusters, ({ n, variance }) => (n > 1 ? (n - 1) * variance : 0));
  return {
    between: (scatter - noise) / (k - 1),
    within: withinSum / (total - k),
    size: (total - sum(clusters, ({ n }) => n * n) / total) / (k - 1),
  };
}

function sum(clusters: readonly ClusterSummary[], of: (cluster: ClusterSummary) => number): number {
  return clusters.reduce((total, cluster) => total + of(cluster), 0);
}
