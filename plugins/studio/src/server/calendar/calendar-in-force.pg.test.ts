import type { Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { createTools } from '../tools';
import { calendarGapOn, workingDaysInForce } from './calendar-in-force';
import { calendarSeed } from './calendar-seed';
import { clocksInForce } from './clocks';

let kit: TestDatabase;
const system: Command = {
  actor: { kind: 'system', name: 'studio' },
  at: new Date('2026-11-26T01:00:00Z'),
  traceId: 't',
};
const clock = (amount: number) => ({
  opens: '09:00',
  closes: '18:00',
  clocks: [
    {
      ...{ id: 'answer', name: { zh: '答复', en: 'Answer' }, matter: 'test.answer', severity: null, amount },
      ...{ unit: 'working-hours', warnAt: '0.5', basis: { zh: '', en: '' } },
    },
  ],
});
const adopt = (...seeds: Parameters<typeof adoptSeeds>[3]) => adoptSeeds(createTools(), kit.db, system, seeds);

beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/access', 'plugins/jobs', 'plugins/audit', 'plugins/studio'] });
}, 240_000);
afterAll(() => kit?.drop());

it('counts by the delivered calendar until one is in force, and tells that none is', async () => {
  const days = await workingDaysInForce(kit.db);
  expect(days.isWorking('2026-10-01')).toBe(false);
  expect((await calendarGapOn(kit.db, '2026-06-01'))?.zh).toContain('没有生效中的工作日历');
  await adopt(calendarSeed);
  expect((await workingDaysInForce(kit.db)).isWorking('2026-10-10')).toBe(true);
});

it('warns from November on that the arrangement of the next year is missing', async () => {
  expect(await calendarGapOn(kit.db, '2026-06-01')).toBeNull();
  expect((await calendarGapOn(kit.db, '2026-11-01'))?.zh).toContain('2027');
});

it('runs clocks by what is in force: hours of work, over the days that the calendar names', async () => {
  const start = new Date('2026-09-30T08:00:00Z');
  const before = await clocksInForce(kit.db, 'test.clocks', clock(4));
  // Two hours on the last of September, two after the seven days off.
  expect(before('test.answer', start).toISOString()).toBe('2026-10-08T03:00:00.000Z');
  const name = { zh: '测试时限', en: 'Clocks of a test' };
  const input = { matter: 'test.answer', severity: 'P1', start: '2026-11-23T01:00:00Z', holidays: [], workdays: [] };
  await adopt({
    ...{ kind: 'sla', key: 'test.clocks', name, description: name, content: clock(2) },
    cases: [{ name: '两小时', input, expect: { due: '2026-11-23T03:00:00.000Z' } }],
  });
  const after = await clocksInForce(kit.db, 'test.clocks', clock(4));
  expect(after('test.answer', start).toISOString()).toBe('2026-09-30T10:00:00.000Z');
  expect(() => after('test.unknown', start)).toThrow(RangeError);
});
