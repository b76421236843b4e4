import { systemCommand } from '@linggong/core';
import { adoptSeeds } from '@linggong/studio';
import { policySeed } from '../../domain';
import { riskWorld, type RiskWorld } from '../risk.fixture';
import { drawInspection } from './draw';
import { drawMonth } from './draw-month';
import { planSeed } from './plan-seed';
import type { PaidItem, Population } from './populations';

/** A month that is over is inspected without anybody asking for it, once (R6.3). */
const at = (day: string): Date => new Date(`${day}T02:00:00Z`);
const command = (day: string) => systemCommand('risk', at(day), 'inspection-month');
let kit: RiskWorld;
let asked: string[];

const payments = (count: number): PaidItem[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    number: `OR-2026-10-${String(index + 1).padStart(4, '0')}`,
    enterpriseId: 1 + (index % 3),
    workerId: 1 + index,
    kindOfWork: null,
    amountFen: BigInt(100_000 + index),
  }));

const offered = (items: readonly PaidItem[]) => ({
  of: (): Population => (_db, from, to) => {
    asked.push(`${from} ${to}`);
    return Promise.resolve([...items]);
  },
});

beforeAll(async () => {
  kit = await riskWorld(at('2026-11-01'));
  await adoptSeeds(kit.db, systemCommand('studio', at('2026-11-01'), 'inspection-month'), [planSeed, policySeed]);
}, 400_000);
afterAll(() => kit?.stop());
beforeEach(() => (asked = []));

describe('inspections by the calendar', () => {
  it('wait for what the banks return', async () => {
    expect(await drawMonth(offered(payments(200)), kit.db, command('2026-11-05'))).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('draw the month that is over, once, whoever runs', async () => {
    const runs = await Promise.all([
      drawMonth(offered(payments(200)), kit.db, command('2026-11-06')),
      drawMonth(offered(payments(200)), kit.db, command('2026-11-06')),
    ]);
    const [drawn, ...others] = runs.filter((run) => run !== undefined);
    expect([others, asked]).toEqual([[], ['2026-10-01 2026-10-31']]);
    const kept = await kit.db.query('SELECT title, period_from, period_to, drawn_by, population FROM risk.inspections');
    expect(kept).toEqual([
      {
        title: '2026-10 月度抽查',
        period_from: '2026-10-01',
        period_to: '2026-10-31',
        drawn_by: 'risk',
        population: 200,
      },
    ]);
    expect(drawn).toEqual({ month: '2026-10', inspectionId: expect.any(Number) });
    expect(await drawMonth(offered(payments(201)), kit.db, command('2026-11-30'))).toBeUndefined();
  });

  it('take the sample that somebody drew of the month himself; no other is drawn while it is open, by two at once neither', async () => {
    const wish = { title: '十二月', from: '2026-12-01', to: '2026-12-31' };
    const draw = (): Promise<number> =>
      kit.db.transaction((tx) => drawInspection(offered(payments(50)), tx, command('2027-01-02'), wish));
    const [one, other] = await Promise.allSettled([draw(), draw()]);
    const drawn = [one, other].flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const refused = [one, other].flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refused).toMatchObject([{ code: 'inspection-drawn', extra: { id: drawn[0] } }]);
    const month = await drawMonth(offered(payments(50)), kit.db, command('2027-01-06'));
    expect(month).toEqual({ month: '2026-12', inspectionId: drawn[0] });
  });

  it('share no day with a sample that is open, wherever a period begins; once that one is closed they do', async () => {
    const draw = (from: string, to: string): Promise<number> =>
      kit.db.transaction((tx) =>
        drawInspection(offered(payments(50)), tx, command('2027-03-20'), { title: '再抽', from, to }),
      );
    // The sample of December stands open.
    for (const [from, to] of [
      ['2026-12-02', '2026-12-31'],
      ['2026-11-20', '2026-12-01'],
      ['2026-12-31', '2027-01-05'],
      ['2026-11-01', '2027-01-31'],
      ['2026-12-10', '2026-12-11'],
    ] as const)
      await expect(draw(from, to)).rejects.toMatchObject({
        code: 'inspection-drawn',
        message: expect.stringContaining('2026-12-01'),
      });
    const january = await draw('2027-01-10', '2027-01-20');
    await kit.db.query(
      `UPDATE risk.inspection_items SET state = 'passed', answers = '{}', checked_by = 'x', checked_at = now()`,
    );
    await kit.db.query(
      `UPDATE risk.inspections SET state = 'closed', summary = '完', closed_by = 'x', closed_at = now() WHERE id <> $1`,
      [january],
    );
    expect(await draw('2026-12-02', '2026-12-31')).toBeGreaterThan(january);
    await expect(draw('2027-01-20', '2027-01-25')).rejects.toMatchObject({ code: 'inspection-drawn' });
  });

  it('give way to no part of a month: the days between are drawn with it', async () => {
    const month = await drawMonth(offered(payments(50)), kit.db, command('2027-02-08'));
    const kept = await kit.db.query('SELECT period_from AS "from" FROM risk.inspections WHERE id = $1', [
      month?.inspectionId,
    ]);
    expect([month?.month, kept]).toEqual(['2027-01', [{ from: '2027-01-01' }]]);
  });

  it('note a month of which there is nothing to draw', async () => {
    expect(await drawMonth(offered([]), kit.db, command('2026-12-06'))).toEqual({
      month: '2026-11',
      inspectionId: null,
    });
    expect(await drawMonth(offered(payments(5)), kit.db, command('2026-12-07'))).toBeUndefined();
  });
});
