/** What a plan says of a stratum, as far as sizes go: its share in millionths, and how many at least and at most. */
export interface StratumShare {
  readonly rate: bigint;
  readonly minimum: number;
  readonly maximum: number | null;
}

/** Payments of a stratum whose payers are drawn by one factor (抽查倍数). */
export interface FactorCell {
  readonly factor: number;
  readonly population: number;
}

/** How often payers of a class are drawn beside the share of the plan; who has none is drawn by the plan alone. */
export type ClassFactors = Readonly<Record<string, number>>;

const WHOLE = 1_000_000n;
/** Factors have two decimals at most. */
const HUNDRED = 100n;

export function factorOf(factors: ClassFactors | null, name: string | null): number {
  return (name === null ? undefined : factors?.[name]) ?? 1;
}

/**
 * How many are drawn of each cell of a stratum (按等级加倍抽查, R6.2). The share of each is the plan's times its factor, never more than all of
 * them; their sum is rounded up and kept within the bounds of the stratum, then shared out by these weights with the largest remainders. With
 * one cell of factor 1 it is what the plan says alone.
 */
export function cellSizes({ rate, minimum, maximum }: StratumShare, cells: readonly FactorCell[]): number[] {
  const population = cells.reduce((sum, cell) => sum + cell.population, 0);
  const weights = cells.map((cell) => BigInt(cell.population) * shareOf(rate, cell.factor));
  const weight = weights.reduce((sum, one) => sum + one, 0n);
  const whole = WHOLE * HUNDRED;
  const wanted = Number((weight + whole - 1n) / whole);
  const size = Math.min(population, maximum ?? population, Math.max(wanted, minimum));
  return sharedOut(size, cells, weights);
}

/** In hundredths of a millionth. */
function shareOf(rate: bigint, factor: number): bigint {
  const share = rate * BigInt(Math.round(factor * 100));
  return share > WHOLE * HUNDRED ? WHOLE * HUNDRED : share;
}

/** Parts of a size by weights, none above what its cell has; what has no weight is drawn last. */
function sharedOut(size: number, cells: readonly FactorCell[], weights: readonly bigint[]): number[] {
  const sum = weights.reduce((total, one) => total + one, 0n);
  const of = (at: number): bigint => (sum === 0n ? 0n : (BigInt(size) * (weights[at] ?? 0n)) % sum);
  const sizes = cells.map(({ population }, at) =>
    sum === 0n ? 0 : Math.min(population, Number((BigInt(size) * (weights[at] ?? 0n)) / sum)),
  );
  const order = cells
    .map((_, at) => at)
    .sort((one, other) => Number(of(other) > of(one)) - Number(of(other) < of(one)) || one - other);
  const heavy = order.filter((at) => (weights[at] ?? 0n) > 0n);
  let left = size - sizes.reduce((total, one) => total + one, 0);
  for (const turn of [heavy, order]) left = fill(left, turn, cells, sizes);
  return sizes;
}

/** One to each in turn that has room, until nothing is left or no room is; gives what is left. */
function fill(left: number, turn: readonly number[], cells: readonly FactorCell[], sizes: number[]): number {
  let rest = left;
  for (let given = 1; rest > 0 && given > 0;) {
    given = 0;
    for (const at of turn) {
      if (rest === 0 || (sizes[at] ?? 0) >= (cells[at]?.population ?? 0)) continue;
      sizes[at] = (sizes[at] ?? 0) + 1;
      rest -= 1;
      given += 1;
    }
  }
  return rest;
}
