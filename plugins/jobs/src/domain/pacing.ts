/**
 * Paces writes of something that changes often: tells how long to wait so that two writes are at least `gapMs` apart.
 * @param lastMs when it was last written, undefined if never
 */
export function waitBeforeWriteMs(lastMs: number | undefined, nowMs: number, gapMs: number): number {
  if (lastMs === undefined) return 0;
  return Math.max(0, lastMs + gapMs - nowMs);
}
