import fc from 'fast-check';
import { keptBackups } from './retention';

const at = (text: string): { code: string; finishedAt: Date } => ({ code: text, finishedAt: new Date(text) });

describe('retention', () => {
  it('keeps the newest of each day, week and month, by the calendar of Shanghai', () => {
    const backups = [
      // 26 November in Shanghai, though the 25th in London.
      at('2026-11-25T18:40:00Z'),
      at('2026-11-26T02:00:00Z'),
      at('2026-11-24T18:40:00Z'),
      at('2026-11-22T18:40:00Z'),
      at('2026-11-15T18:40:00Z'),
      at('2026-10-31T18:40:00Z'),
      at('2026-10-30T18:40:00Z'),
      at('2026-09-30T02:00:00Z'),
    ];
    const kept = keptBackups(backups, { daily: 2, weekly: 2, monthly: 2 }, new Date('2026-12-01T00:00:00Z'));
    expect([...kept].sort()).toEqual([
      // The newest of October: 31 October 18:40Z is November in Shanghai.
      '2026-10-30T18:40:00Z',
      // The newest of the week before; the 22nd at 18:40Z is Monday of this one.
      '2026-11-15T18:40:00Z',
      '2026-11-24T18:40:00Z',
      '2026-11-26T02:00:00Z',
    ]);
  });

  it('removes nothing of the last two days', () => {
    const young = [at('2026-11-26T02:00:00Z'), at('2026-11-26T03:00:00Z'), at('2026-11-25T03:00:00Z')];
    const backups = [...young, at('2026-11-24T02:59:59Z')];
    const kept = keptBackups(backups, { daily: 1, weekly: 0, monthly: 0 }, new Date('2026-11-26T03:00:00Z'));
    expect([...kept].sort()).toEqual(young.map(({ code }) => code).sort());
  });

  it('always keeps the newest, keeps no more than it says, and drops nothing that a stricter rule keeps', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 800 }), { minLength: 1, maxLength: 60 });
    const counts = fc.record({ daily: fc.nat(9), weekly: fc.nat(9), monthly: fc.nat(9) });
    fc.assert(
      fc.property(instants, counts, (days, rule) => {
        const backups = days.map((day, index) => ({
          code: `b${index}`,
          finishedAt: new Date(Date.UTC(2026, 0, 1) + day * 86_400_000 + index),
        }));
        const later = new Date(Date.UTC(2030, 0, 1));
        const kept = keptBackups(backups, rule, later);
        const newest = backups.reduce((one, other) => (other.finishedAt > one.finishedAt ? other : one));
        expect(kept.has(newest.code)).toBe(true);
        expect(kept.size).toBeLessThanOrEqual(rule.daily + rule.weekly + rule.monthly + 1);
        const more = keptBackups(backups, { ...rule, daily: rule.daily + 1 }, later);
        for (const code of kept) expect(more.has(code)).toBe(true);
      }),
    );
  });
});
