import { performance } from 'node:perf_hooks';

/** How often a process looks whether it is idle. */
const everyMs = 15_000;

/** Share of that time in which it worked; below, nobody waits for it. */
const idleBelow = 0.05;

/** What is worth sweeping away; less V8 sweeps in passing. */
const grownBytes = 16 * 1024 ** 2;

/** What the sweep looks at. */
export interface Idleness {
  /** Share of the time since the last look in which the event loop worked, 0 to 1. */
  busy(): number;
  /** Bytes that the process holds on the heap and beside it. */
  held(): number;
}

/**
 * Gives memory back that loading, a demo or a large batch left behind: V8 collects when it allocates, and an idle process does not.
 * A look costs microseconds, a sweep a tenth of a second in which nobody waits. `sweep` is there under `--expose-gc` alone, as the
 * supervisor starts this process. Ends with the process.
 */
export function sweepWhenIdle(sweep: (() => void) | undefined, { busy, held }: Idleness = ofThisProcess()): void {
  if (sweep === undefined) return;
  let least = 0;
  const look = (): void => {
    if (busy() > idleBelow || held() - least < grownBytes) return;
    sweep();
    least = held();
  };
  setInterval(look, everyMs).unref();
}

function ofThisProcess(): Idleness {
  let before = performance.eventLoopUtilization();
  return {
    busy: () => {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, before);
      before = now;
      return utilization;
    },
    held: () => {
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    },
  };
}
