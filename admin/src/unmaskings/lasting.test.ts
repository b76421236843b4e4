import { UNMASK_VISIBLE_MS } from '@linggong/vault/domain';
import { lastingMs, sensitiveOf } from './lasting';

describe('how long a clear value stands', () => {
  const now = Date.parse('2026-11-26T10:00:00Z');

  it.each([
    ['2026-11-26T10:00:30Z', 30_000],
    ['2026-11-26T10:01:00Z', UNMASK_VISIBLE_MS],
    // The clock of the computer is wrong: never longer than a minute.
    ['2026-11-26T09:00:00Z', UNMASK_VISIBLE_MS],
    ['2026-11-26T18:00:00Z', UNMASK_VISIBLE_MS],
    ['not a time', UNMASK_VISIBLE_MS],
  ])('until %s: %d ms', (until, lasts) => {
    expect(lastingMs(until, now)).toBe(lasts);
  });
});

it('reads whose field an approval is about', () => {
  expect(sensitiveOf('bank-card:7:card@3')).toEqual({ kind: 'bank-card', id: 7, field: 'card' });
  expect(sensitiveOf('enterprise:12:contactPhone@12')).toEqual({ kind: 'enterprise', id: 12, field: 'contactPhone' });
  expect(['7', 'worker:x:phone@1', 'worker:7', 'worker:7:phone'].map(sensitiveOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
