import type { Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { actOnCase } from '../cases/act-on-case';
import { complaintCase } from '../cases/complaint-case';
import { openCases } from '../cases/open-cases';
import { complaintFiguresAt } from './complaint-figures';
import { complaintList } from './complaint-list';

const told = new Date('2026-11-23T02:00:00Z');
const later = (minutes: number): Date => new Date(told.getTime() + minutes * 60_000);
const by = (at: Date): Command => ({
  actor: { kind: 'account', name: 'risk-officer#1', role: 'risk-officer', accountId: 1 },
  at,
  traceId: 'test',
  reason: '内部核实属实',
});
let kit: TestDatabase;
beforeAll(async () => {
  const needed = ['jobs', 'audit', 'vault', 'access', 'parties', 'studio', 'risk'];
  kit = await testDatabase({ only: needed.map((name) => `plugins/${name}`) });
}, 300_000);
afterAll(() => kit?.drop());

async function complain(number: string, at: Date): Promise<number> {
  const record = {
    ...{ number, form: 'service.complaint', enterpriseId: 6, workerId: null, about: null, data: {} },
    content: undefined,
  };
  const [made] = await kit.db.transaction((tx) => openCases(tx, by(at), [complaintCase(record)]));
  return made?.id ?? 0;
}
const take = (id: number, at: Date) => kit.db.transaction((tx) => actOnCase(tx, by(at), id, 'take'));
const close = (id: number, at: Date) =>
  kit.db.transaction((tx) => actOnCase(tx, by(at), id, 'close', 'confirmed', '已补发款项，请谅解'));

it('tells how long complaints waited and how many were closed by their clock (GB/T 19012 clause 8.3; R12.2)', async () => {
  expect(await complaintFiguresAt(kit.db, told)).toEqual({
    from: '2026-10-25',
    ...{ told: 0, taken: 0, medianTakenMinutes: null, closed: 0, closedInTime: 0, medianClosedMinutes: null },
  });
  const [quick, slow, open, old] = [
    await complain('FR-2026-11-000001', told),
    await complain('FR-2026-11-000002', told),
    await complain('FR-2026-11-000003', told),
    await complain('FR-2026-10-000001', new Date('2026-10-20T02:00:00Z')),
  ];
  await take(quick, later(10));
  await close(quick, later(60));
  await take(slow, later(50));
  // Its clock is 24 working hours: three working days.
  await close(slow, later(8 * 24 * 60));
  await take(old, later(5));
  expect(open).toBeGreaterThan(0);
  expect(await complaintFiguresAt(kit.db, later(9 * 24 * 60))).toEqual({
    from: '2026-11-03',
    ...{ told: 3, taken: 2, medianTakenMinutes: 10, closed: 2, closedInTime: 1, medianClosedMinutes: 60 },
  });
});

it('lists them by their clock, as whoever complained is told: no grade, owner or outcome', async () => {
  const { columns, from } = complaintList;
  expect(Object.keys(columns)).not.toEqual(expect.arrayContaining(['severity']));
  const rows = await kit.db.query<{ number: string; state: string; inTime: boolean | null }>(
    `SELECT ${['number', 'state', 'inTime'].map((name) => `${columns[name]?.sql ?? ''} AS "${name}"`).join(', ')}
       FROM ${from} ORDER BY 1`,
  );
  expect(rows).toEqual([
    { number: 'FR-2026-10-000001', state: 'in-hand', inTime: null },
    { number: 'FR-2026-11-000001', state: 'answered', inTime: true },
    { number: 'FR-2026-11-000002', state: 'answered', inTime: false },
    { number: 'FR-2026-11-000003', state: 'received', inTime: null },
  ]);
});
