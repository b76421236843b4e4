/** `2026-11-22 11:00:00 (UTC+8)`: an instant as papers of the house print it. */
export function shanghaiTime(at: Date): string {
  const shifted = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 19)} (UTC+8)`;
}
