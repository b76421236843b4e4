/** How long to wait before a restart: 1, 2, 4 … 30 s while it keeps dying, 1 s again once it has run for a minute. */
export interface BackOff {
  /** @param ranForMs how long the process that just died had run; @returns the wait in ms */
  next(ranForMs: number): number;
  /** Deaths in a row, each within a minute of its start. */
  readonly deaths: number;
}

const firstMs = 1_000;
const longestMs = 30_000;
const stableMs = 60_000;

export function createBackOff(): BackOff {
  let deaths = 0;
  return {
    get deaths() {
      return deaths;
    },
    next(ranForMs) {
      deaths = ranForMs >= stableMs ? 1 : deaths + 1;
      return Math.min(firstMs * 2 ** (deaths - 1), longestMs);
    },
  };
}
