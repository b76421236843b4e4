/** How many stand in a state; what a board is told of. */
export interface StateCount {
  readonly state: string;
  readonly count: number;
}

/** A step of a way, and how many came so far. */
export interface FunnelStep<Step extends string> {
  readonly step: Step;
  readonly count: number;
  /** The states of those who are at least here: the rows that are counted. */
  readonly states: readonly string[];
}

/**
 * Who came how far: each step counts whoever is in one of its states or in one of a later step's. Only where a row stands now is known,
 * so whoever was sent back counts where he was sent back to.
 */
export function funnelOf<Step extends string>(
  counts: readonly StateCount[],
  steps: readonly (readonly [Step, readonly string[]])[],
): FunnelStep<Step>[] {
  return steps.map(([step], index) => {
    const states = steps.slice(index).flatMap(([, own]) => own);
    const count = counts.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + one.count, 0);
    return { step, count, states };
  });
}

/** The way of an enterprise (入驻): filled in, sent, approved, signed and open. Who left it again had gone it. */
export const enterpriseWay = [
  ['came', ['draft']],
  ['submitted', ['submitted', 'rejected']],
  ['approved', ['approved']],
  ['active', ['active', 'suspended', 'offboarded']],
] as const;

/** The way of a worker: registered, and able to be paid. */
export const workerWay = [
  ['came', ['registered', 'blocked', 'deregistered', 'erased']],
  ['active', ['active', 'suspended']],
] as const;
