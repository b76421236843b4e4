/** Paid so far at the end of each hour of a day, from the first to the present one; hours without payments keep what was before. */
export function hourSums(
  hours: readonly { readonly hour: number; readonly netFen: number }[],
  now: number,
): { hour: number; fen: number }[] {
  let fen = 0;
  return Array.from({ length: now + 1 }, (_, hour) => {
    fen += hours.find((one) => one.hour === hour)?.netFen ?? 0;
    return { hour, fen };
  });
}
