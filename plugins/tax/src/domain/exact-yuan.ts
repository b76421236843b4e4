const FEN_PER_YUAN = 100n;
const FRACTION_DIGITS = 8;
const FRACTION_SCALE = 100_000_000n;

/**
 * An amount of 1/scale fen as yuan with every digit it has (at least two decimals): fifths of a fen need three decimals,
 * and no scale of the tables needs more than eight.
 */
export function exactYuan(value: bigint, scale: bigint): string {
  const sign = value < 0n ? '-' : '';
  const size = value < 0n ? -value : value;
  const scaled = (size * FRACTION_SCALE) / (scale * FEN_PER_YUAN);
  const digits = scaled.toString().padStart(FRACTION_DIGITS + 1, '0');
  const fraction = digits.slice(-FRACTION_DIGITS).replace(/0{1,6}$/, '');
  return `${sign}${digits.slice(0, -FRACTION_DIGITS)}.${fraction}`;
}
