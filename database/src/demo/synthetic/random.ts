/** Repeatable randomness of the demo: the same seed gives the same people, so that a report can be compared. */
export interface Random {
  /** Whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
  /** True once in `times` on average. */
  oneIn(times: number): boolean;
}

/** Mulberry32: small, well spread, and of no use for secrets – passwords never come from here. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    integer,
    pick<T>(items: readonly T[]): T {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('pick: nothing to pick from');
      return item;
    },
    oneIn: (times) => integer(1, times) === 1,
  };
}
