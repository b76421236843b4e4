import type { Bracket } from './tables';

const YUAN = 100n;
const PERCENT = 10_000n;

/** Rows of `[up to (yuan) or null, rate (%), quick deduction (yuan)]`, as the law prints them. */
function brackets(rows: readonly (readonly [number | null, number, number])[]): readonly Bracket[] {
  return rows.map(([upTo, rate, quick]) => ({
    upToFen: upTo === null ? null : BigInt(upTo) * YUAN,
    rate: BigInt(rate) * PERCENT,
    quickFen: BigInt(quick) * YUAN,
  }));
}

/** Table A (个人所得税税率表一): resident, comprehensive income, annual; used for cumulative withholding. */
export const TABLE_A = brackets([
  [36_000, 3, 0],
  [144_000, 10, 2_520],
  [300_000, 20, 16_920],
  [420_000, 25, 31_920],
  [660_000, 30, 52_920],
  [960_000, 35, 85_920],
  [null, 45, 181_920],
]);

/** Table B (预扣率表二): labour remuneration per payment. */
export const TABLE_B = brackets([
  [20_000, 20, 0],
  [50_000, 30, 2_000],
  [null, 40, 7_000],
]);

/** Table C (税率表二): business income, annual. */
export const TABLE_C = brackets([
  [30_000, 5, 0],
  [90_000, 10, 1_500],
  [300_000, 20, 10_500],
  [500_000, 30, 40_500],
  [null, 35, 65_500],
]);

/** Table D (税率表三): non-residents, monthly. */
export const TABLE_D = brackets([
  [3_000, 3, 0],
  [12_000, 10, 210],
  [25_000, 20, 1_410],
  [35_000, 25, 2_660],
  [55_000, 30, 4_410],
  [80_000, 35, 7_160],
  [null, 45, 15_160],
]);
