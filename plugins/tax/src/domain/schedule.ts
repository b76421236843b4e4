import type { Fen, RateMillionths } from '@linggong/core/domain';
import { greatestCommonDivisor, halfUp } from './integer';
import type { Bracket } from './parameters';

/**
 * A step of a compiled table; `upTo` is in units of 1/scale fen, so that a taxable income is compared before any rounding. The
 * last step has no end: it holds whatever is above the others.
 */
export interface ScheduleStep {
  readonly upTo: bigint | undefined;
  readonly rateNumerator: bigint;
  readonly rate: RateMillionths;
  readonly quickFen: Fen;
}

/**
 * A progressive table compiled for exact arithmetic: taxable income is a whole number of 1/scale fen (20 % expense leaves
 * fifths of a fen), and only the tax itself is rounded, to the fen, half up.
 */
export interface Schedule {
  readonly scale: bigint;
  readonly denominator: bigint;
  readonly steps: readonly [ScheduleStep, ...ScheduleStep[]];
}

const MILLION = 1_000_000n;

/** Compiles a table. @throws RangeError on an empty table, unsorted steps, or a table without an open last step. */
export function scheduleOf(brackets: readonly Bracket[], scale: bigint): Schedule {
  const divisor = brackets.reduce((sum, { rate }) => greatestCommonDivisor(rate, sum), MILLION);
  const [first, ...others] = brackets.map(({ upToFen, rate, quickFen }) => ({
    upTo: upToFen === null ? undefined : upToFen * scale,
    rateNumerator: rate / divisor,
    rate,
    quickFen,
  }));
  if (!first) throw new RangeError('a bracket table needs at least one step');
  const steps: Schedule['steps'] = [first, ...others];
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (before === undefined || step.upTo === undefined) return;
    if (before.upTo === undefined || step.upTo <= before.upTo) throw new RangeError('bracket steps must rise');
  });
  const open = steps.findIndex(({ upTo }) => upTo === undefined);
  if (open !== steps.length - 1) throw new RangeError('the last bracket step must be open, and no other');
  return { scale, denominator: scale * (MILLION / divisor), steps };
}

/** The step of a taxable income (in 1/scale fen); the first one for nothing or less. */
export function stepFor(schedule: Schedule, taxable: bigint): ScheduleStep {
  const { steps } = schedule;
  for (const step of steps) if (step.upTo === undefined || taxable <= step.upTo) return step;
  return steps[0];
}

/** Tax on a taxable income (in 1/scale fen): × rate − quick deduction, rounded half up; nothing on nothing or less. */
export function taxOn(schedule: Schedule, step: ScheduleStep, taxable: bigint): Fen {
  if (taxable <= 0n) return 0n;
  return halfUp(taxable * step.rateNumerator, schedule.denominator) - step.quickFen;
}
