import { seededNumbers } from './seeded-numbers';

/** Something that may be drawn, with the stratum (层) that it belongs to. */
export interface Drawable {
  /** Names it for ever: the business number of an order. */
  readonly number: string;
  readonly stratum: string;
}

export interface DrawnStratum {
  readonly stratum: string;
  readonly population: number;
  readonly numbers: readonly string[];
}

/**
 * Draws a stratified random sample without repetition (分层随机抽样). The outcome follows from the seed, the population and the sizes alone, in
 * whatever order the population comes: who has the three draws the very same sample again.
 * @param sizeOf how many of a stratum's population are drawn; never more than there are
 * @throws RangeError for a size below zero or above the population, and for a number that comes twice
 */
export function drawSample(
  seed: string,
  population: readonly Drawable[],
  sizeOf: (stratum: string, population: number) => number,
): DrawnStratum[] {
  const strata = new Map<string, string[]>();
  for (const { number, stratum } of population) {
    const known = strata.get(stratum);
    if (known) known.push(number);
    else strata.set(stratum, [number]);
  }
  return [...strata.keys()].sort(byCode).map((stratum) => {
    const numbers = (strata.get(stratum) ?? []).sort(byCode);
    if (numbers.some((number, index) => number === numbers[index + 1])) throw new RangeError('a number comes twice');
    const size = sizeOf(stratum, numbers.length);
    return { stratum, population: numbers.length, numbers: draw(seed, stratum, numbers, size) };
  });
}

/** The first steps of a shuffle of Fisher and Yates: each subset of that size is as likely as the others. */
function draw(seed: string, stratum: string, numbers: string[], size: number): string[] {
  if (!Number.isInteger(size) || size < 0 || size > numbers.length) throw new RangeError(`cannot draw ${size}`);
  const random = seededNumbers(seed, stratum);
  const left = [...numbers];
  for (let index = 0; index < size; index += 1) {
    const other = index + random.below(left.length - index);
    // Both lie within the list.
    [left[index], left[other]] = [left[other] as string, left[index] as string];
  }
  return left.slice(0, size).sort(byCode);
}

/** By code units: the order of a language would differ from machine to machine. */
function byCode(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
