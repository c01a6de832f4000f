// A conditional logit: the weights of features under which the right one of several candidates is likeliest, by Newton's
// method. Deterministic: the same examples give the same weights to the last digit.

/** A choice among candidates, each a row of features; at least one of them is right. */
export interface Example {
  readonly candidates: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  /** How much it counts. */
  readonly weight: number;
}

export interface Fitted {
  readonly weights: readonly number[];
  /** Mean negative logarithm of the probability of what is right. */
  readonly loss: number;
}

/** Penalty on the square of each weight: keeps features apart that say nearly the same. */
interface Penalty {
  readonly penalty: number;
}

const MOST_STEPS = 50;
const SHORTEST_STEP = 1e-4;
/** Steps end when the loss falls by less. */
const SETTLED = 1e-7;

interface Slope {
  readonly loss: number;
  readonly gradient: Float64Array;
  readonly curvature: readonly Float64Array[];
}

export function fitSoftmax(examples: readonly Example[], { penalty }: Penalty): Fitted {
  const size = examples[0]?.candidates[0]?.length ?? 0;
  let weights = new Float64Array(size);
  let slope = slopeAt(examples, weights, penalty);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const direction = solve(slope.curvature, slope.gradient);
    const next = walk(examples, { weights, direction, slope, penalty });
    if (next === undefined) break;
    const gain = slope.loss - next.slope.loss;
    ({ weights, slope } = next);
    if (gain < SETTLED) break;
  }
  return { weights: [...weights], loss: lossOf(examples, weights) };
}

/** Half as far until the loss falls. */
function walk(
  examples: readonly Example[],
  from: {
    readonly weights: Float64Array;
    readonly direction: Float64Array;
    readonly slope: Slope;
    readonly penalty: number;
  },
): { weights: Float64Array<ArrayBuffer>; slope: Slope } | undefined {
  for (let length = 1; length > SHORTEST_STEP; length /= 2) {
    const weights = from.weights.map((weight, at) => weight - length * (from.direction[at] ?? 0));
    const slope = slopeAt(examples, weights, from.penalty);
    if (slope.loss < from.slope.loss) return { weights, slope };
  }
  return undefined;
}

/** The probability of each candidate. */
export function chancesOf(
  candidates: readonly (readonly number[])[],
  weights: ArrayLike<number>,
): readonly number[] {
  const odds = candidates.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
  const highest = Math.max(...odds);
  const shares = odds.map((own) => Math.exp(own - highest));
  const all = shares.reduce((sum, own) => sum + own, 0);
  return shares.map((own) => own / all);
}

function lossOf(examples: readonly Example[], weights: Float64Array): number {
  let loss = 0;
  let all = 0;
  for (const { candidates, right, weight } of examples) {
    const chances = chancesOf(candidates, weights);
    const good = chances.reduce((sum, own, at) => sum + (right[at] ? own : 0), 0);
    loss -= weight * Math.log(good);
    all += weight;
  }
  return loss / all;
}

/** Gradient: what is expected less what is right; curvature: the spread of what is expected. */
function slopeAt(examples: readonly Example[], weights: Float64Array, penalty: number): Slope {
  const size = weights.length;
  const gradient = weights.map((weight) => penalty * weight);
  const curvature = Array.from({ length: size }, (_, row) => {
    const line = new Float64Array(size);
    line[row] = penalty;
    return line;
  });
  let loss = weights.reduce((sum, weight) => sum + (penalty * weight * weight) / 2, 0);
  for (const { candidates, right, weight } of examples) {
    const chances = chancesOf(candidates, weights);
    const good = chances.reduce((sum, own, at) => sum + (right[at] ? own : 0), 0);
    loss -= weight * Math.log(good);
    const mean = new Float64Array(size);
    candidates.forEach((row, at) => {
      const chance = chances[at] ?? 0;
      const owed = right[at] ? chance / good : 0;
      for (let column = 0; column < size; column += 1) {
        const value = row[column] ?? 0;
        mean[column] = (mean[column] ?? 0) + chance * value;
        gradient[column] = (gradient[column] ?? 0) + weight * (chance - owed) * value;
        if (value !== 0) addTo(curvature[column], row, weight * chance * value);
      }
    });
    mean.forEach((value, column) => {
      addTo(curvature[column], mean, -weight * value);
    });
  }
  return { loss, gradient, curvature };
}

function addTo(line: Float64Array | undefined, row: ArrayLike<number>, times: number): void {
  if (line === undefined) return;
  for (let at = 0; at < line.length; at += 1) line[at] = (line[at] ?? 0) + times * (row[at] ?? 0);
}

/** Gaussian elimination; the curvature of a penalised loss is positive definite. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const rows = matrix.map((row, at) => Float64Array.from([...row, right[at] ?? 0]));
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const own = rows[pivot];
    for (let other = 0; other < size; other += 1) {
      if (other === pivot || own === undefined) continue;
      addTo(rows[other], own, -(rows[other]?.[pivot] ?? 0) / (own[pivot] || 1));
    }
  }
  return Float64Array.from(rows, (row, at) => (row[size] ?? 0) / (row[at] || 1));
}
