import { step, validateLifecycle } from '@linggong/core/domain';
import { bankReasonOf, bankReasons } from './bank-reasons';
import { payoutLifecycle, payoutStates } from './payout-lifecycle';

it('is a sound table', () => {
  expect(validateLifecycle(payoutLifecycle)).toEqual([]);
});

it('never lets a payout that was sent be cancelled or sent again', () => {
  for (const state of payoutStates.filter((one) => one !== 'prepared')) {
    expect(step(payoutLifecycle, state, 'cancel').ok).toBe(false);
    expect(step(payoutLifecycle, state, 'send').ok).toBe(false);
  }
});

it('knows that settled is not final (退汇)', () => {
  expect(step(payoutLifecycle, 'settled', 'return')).toEqual({ ok: true, to: 'returned' });
});

it('has words in both languages for every reason, and for one it does not know', () => {
  for (const { text, next } of Object.values(bankReasons)) {
    for (const words of [text, next]) expect(words.zh && words.en).toBeTruthy();
  }
  expect(bankReasonOf('ZZ99')).toBe(bankReasons.MS03);
});
