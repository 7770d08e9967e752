/**
 * The interval of a mean or share over an area or the municipality, when its institutions are read as a sample of more:
 * children of one institution are alike, so institutions are counted, not children.
 */
import tQuantile from "@stdlib/stats-base-dists-t-quantile";

export interface ClusterMean {
  /** Children who answered. */
  readonly n: number;
  /** Their mean score (0-100) or share (0-1), as it stands in the table: noise is one more scatter between clusters. */
  readonly mean: number;
}

export interface ClusterRobustMean {
  readonly mean: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly low: number;
  readonly high: number;
}

export interface ClusterRobustOptions {
  /** 0.95 unless said. */
  readonly confidence?: number;
  /** Where the scale ends; the interval is cut there. Not cut unless said. */
  readonly scale?: { readonly low: number; readonly high: number };
}

/**
 * Mean m = Σnᵢmᵢ ÷ N; variance k/(k − 1) · Σ(nᵢ(mᵢ − m))² ÷ N²: Liang and Zeger (1986), Biometrika 73, 13-22, with the
 * correction CR1, which with a mean alone has the factor (N − 1)/(N − 1) beside it; t with k − 1 degrees of freedom: Cameron
 * and Miller (2015), Journal of Human Resources 50, 317-372. Clusters with nobody are left out. Null with fewer than two.
 */
export function clusterRobustMean(
  clusters: readonly ClusterMean[],
  { confidence = 0.95, scale = { low: -Infinity, high: Infinity } }: ClusterRobustOptions = {},
): ClusterRobustMean | null {
  const heard = clusters.filter(({ n }) => n > 0);
  const k = heard.length;
  if (k < 2) return null;
  const total = heard.reduce((sum, { n }) => sum + n, 0);
  const mean = heard.reduce((sum, cluster) => sum + cluster.n * cluster.mean, 0) / total;
  const scatter = heard.reduce((sum, cluster) => sum + (cluster.n * (cluster.mean - mean)) ** 2, 0);
  const standardError = Math.sqrt((k / (k - 1)) * scatter) / total;
  const half = tQuantile(1 - (1 - confidence) / 2, k - 1) * standardError;
  return {
    mean,
    standardError,
    degreesOfFreedom: k - 1,
    low: Math.max(scale.low, mean - half),
    high: Math.min(scale.high, mean + half),
  };
}
