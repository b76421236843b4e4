import type { Random } from '../demo/synthetic/random';

/** The stages of a batch, in their order, and the process that does the work of each. */
export const stages = {
  upload: 'web',
  check: 'worker',
  quote: 'worker',
  confirm: 'web',
  release: 'web',
  pay: 'worker',
  send: 'worker',
  answers: 'worker',
  book: 'worker',
} as const;

export type Stage = keyof typeof stages;
export const stageNames = Object.keys(stages) as Stage[];

/** What is struck. `clock` is the product's; `redis-flush` empties a Redis that goes on running. */
export type Victim = 'web' | 'worker' | 'postgres' | 'redis' | 'redis-flush' | 'clock' | 'disk';

/** One strike of a plan. */
export interface Fault {
  readonly stage: Stage;
  readonly victim: Victim;
  /** When, as a part of the time that the stage takes undisturbed: 0 is its first moment. */
  readonly moment: number;
}

/** Latest moment of a strike: about the end of the stage, a little of it beyond. */
const momentMax = 1;

export const moment = (random: Random): number => (random.integer(0, 1_000) / 1_000) * momentMax;

/**
 * Kills of the process that works, spread over the stages in turn, beginning with another stage each time: any `count` of them
 * differ by one at most from stage to stage.
 */
export function killPlan(random: Random, count: number): Fault[] {
  const first = random.integer(0, stageNames.length - 1);
  return Array.from({ length: count }, (_, index) => {
    const stage = stageNames[(first + index) % stageNames.length] ?? 'upload';
    return { stage, victim: stages[stage], moment: moment(random) };
  });
}

/** So few that a stage of a batch has tries left: a job is given up as `job-lost` after its last one (see last-tries.ts). */
export const killsOfBatchMax = 13;

/** Splits a plan into batches, each of so many faults in a row: in a row stages differ. */
export function inBatches(faults: readonly Fault[], batches: number): Fault[][] {
  const size = Math.ceil(faults.length / batches);
  return Array.from({ length: batches }, (_, batch) => faults.slice(batch * size, (batch + 1) * size));
}
