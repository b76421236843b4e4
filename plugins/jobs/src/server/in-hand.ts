/** The runs that this process works on just now. */
export interface InHand {
  /** Held from before the run is claimed until its outcome is written, or cannot be. */
  during<R>(runId: string, work: () => Promise<R>): Promise<R>;
  has(runId: string): boolean;
}

export function createInHand(): InHand {
  // A run that was sent twice is held twice, and the one that finds nothing to claim lets go first.
  const holds = new Map<string, number>();
  const change = (runId: string, by: number): void => {
    const left = (holds.get(runId) ?? 0) + by;
    if (left === 0) holds.delete(runId);
    else holds.set(runId, left);
  };
  return {
    async during(runId, work) {
      change(runId, 1);
      try {
        return await work();
      } finally {
        change(runId, -1);
      }
    },
    has: (runId) => holds.has(runId),
  };
}
