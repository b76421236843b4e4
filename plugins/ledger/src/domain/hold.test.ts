import { step, validateLifecycle } from '@linggong/core/domain';
import { availableOf } from './balance';
import { holdLifecycle, holdStateOf, outstandingOf } from './hold';

describe('the life of a hold', () => {
  it('is a sound table', () => {
    expect(validateLifecycle(holdLifecycle)).toEqual([]);
  });

  it.each(['captured', 'released'] as const)('ends with %s', (state) => {
    expect(step(holdLifecycle, state, 'capture')).toEqual({ ok: false, allowed: [] });
    expect(step(holdLifecycle, state, 'release')).toEqual({ ok: false, allowed: [] });
  });

  it.each([
    [0n, 0n, 'open', 1000n],
    [400n, 0n, 'open', 600n],
    [400n, 599n, 'open', 1n],
    [1000n, 0n, 'captured', 0n],
    [1n, 999n, 'captured', 0n],
    [0n, 1000n, 'released', 0n],
  ])('captured %s and released %s of 1000 is %s with %s left', (capturedFen, releasedFen, state, left) => {
    const totals = { amountFen: 1000n, capturedFen, releasedFen };
    expect(holdStateOf(totals)).toBe(state);
    expect(outstandingOf(totals)).toBe(left);
  });
});

it('what is held is not available (blnk #181)', () => {
  expect(availableOf({ debitFen: 0n, creditFen: 5000n, heldFen: 5000n })).toBe(0n);
});
