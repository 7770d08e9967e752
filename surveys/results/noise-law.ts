/**
 * The law of the noise in a count: two-sided geometric (discrete Laplace), P(k) = (1−a)/(1+a) · a^|k| with a = e^(−s/t).
 * Source: Ghosh, Roughgarden, Sundararajan (2009), "Universally utility-maximizing privacy mechanisms".
 */

/** s/t is ε/m: epsilon of the table, divided by the most counts of a question in which one child can be. Whole numbers. */
export interface NoiseLaw {
  readonly s: number;
  readonly t: number;
}

/** Probabilities of the whole numbers from −reach to reach. */
export interface WholeLaw {
  readonly reach: number;
  readonly probabilities: Float64Array;
}

const decay = ({ s, t }: NoiseLaw): number => Math.exp(-s / t);

export function noiseProbability(law: NoiseLaw, k: number): number {
  const a = decay(law);
  return ((1 - a) / (1 + a)) * a ** Math.abs(k);
}

export function noiseVariance(law: NoiseLaw): number {
  const a = decay(law);
  return (2 * a) / (1 - a) ** 2;
}

/** Fourth cumulant: a two-sided geometric is the difference of two geometrics, whose cumulants add up. */
export function noiseFourthCumulant(law: NoiseLaw): number {
  const y = decay(law) / (1 - decay(law));
  return 2 * y * (1 + y) * (1 + 6 * y + 6 * y * y);
}

/** What lies further out is left out of a law: less than a ten-millionth. */
const LEFT_OUT = 1e-8;

function single(law: NoiseLaw): WholeLaw {
  const reach = Math.ceil((Math.log(LEFT_OUT) * -law.t) / law.s);
  return {
    reach,
    probabilities: Float64Array.from({ length: 2 * reach + 1 }, (_, at) => noiseProbability(law, at - reach)),
  };
}

function trimmed({ reach, probabilities }: WholeLaw): WholeLaw {
  let cut = 0;
  for (let tail = 0; cut < reach; cut += 1) {
    tail += 2 * (probabilities[cut] ?? 0);
    if (tail > LEFT_OUT) break;
  }
  return { reach: reach - cut, probabilities: probabilities.slice(cut, probabilities.length - cut) };
}

function convolved(one: WholeLaw, other: WholeLaw): WholeLaw {
  const probabilities = new Float64Array(one.probabilities.length + other.probabilities.length - 1);
  one.probabilities.forEach((p, at) => {
    for (let and = 0; and < other.probabilities.length; and += 1)
      probabilities[at + and] = (probabilities[at + and] ?? 0) + p * (other.probabilities[and] ?? 0);
  });
  return trimmed({ reach: one.reach + other.reach, probabilities });
}

const known = new Map<string, WholeLaw>();

/** The law of the sum of `terms` independent noises; 0 terms are surely 0. */
export function sumLaw(law: NoiseLaw, terms: number): WholeLaw {
  if (terms === 0) return { reach: 0, probabilities: Float64Array.of(1) };
  const name = `${law.s}/${law.t} ${terms}`;
  const made = known.get(name) ?? (terms === 1 ? single(law) : convolved(sumLaw(law, terms - 1), sumLaw(law, 1)));
  known.set(name, made);
  return made;
}
