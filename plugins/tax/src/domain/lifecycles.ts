import type { Lifecycle } from '@linggong/core/domain';

/** A tax record (税款记录): reserved when the batch is confirmed, paid with the payment, voided when that did not happen. */
export type RecordState = 'reserved' | 'paid' | 'voided';
export type RecordAction = 'finalize' | 'void';

export const recordLifecycle: Lifecycle<RecordState, RecordAction> = {
  name: { zh: '税款记录', en: 'Tax record' },
  initial: 'reserved',
  states: ['reserved', 'paid', 'voided'],
  transitions: {
    finalize: { from: ['reserved'], to: 'paid', by: 'system' },
    // A paid record is voided when the bank returns the payment days later (退汇).
    void: { from: ['reserved', 'paid'], to: 'voided', by: 'system' },
  },
};

/** A tax period (税款所属期): one month of one cumulation group, due by the 15th of the next month (IIT Law art. 14). */
export type PeriodState = 'open' | 'closed' | 'filed' | 'paid';
export type PeriodAction = 'close' | 'reopen' | 'file' | 'pay';

export const periodLifecycle: Lifecycle<PeriodState, PeriodAction> = {
  name: { zh: '税款所属期', en: 'Tax period' },
  initial: 'open',
  states: ['open', 'closed', 'filed', 'paid'],
  transitions: {
    close: { from: ['open'], to: 'closed', by: ['tax-officer'] },
    reopen: { from: ['closed'], to: 'open', by: ['tax-officer'] },
    file: { from: ['closed'], to: 'filed', by: ['tax-officer'] },
    pay: { from: ['filed'], to: 'paid', by: ['tax-officer'] },
  },
};

/** After filing a void is a correction of the return (更正申报), not a change of it. */
export function isFiled(state: PeriodState): boolean {
  return state === 'filed' || state === 'paid';
}
