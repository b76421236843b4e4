/**
 * Mann–Whitney's U of two samples as a normal deviate (ties share their mean rank): how far the first lies above the second. For samples of
 * some dozens |z| > 3.9 comes by chance once in ten thousand times.
 */
export function rankSum(first: readonly number[], second: readonly number[]): number {
  const all = [...first, ...second].sort((a, b) => a - b);
  const rankOf = (value: number): number => (all.indexOf(value) + all.lastIndexOf(value)) / 2 + 1;
  const [m, n] = [first.length, second.length];
  const u = first.reduce((sum, value) => sum + rankOf(value), 0) - (m * (m + 1)) / 2;
  return (u - (m * n) / 2) / Math.sqrt((m * n * (m + n + 1)) / 12);
}
