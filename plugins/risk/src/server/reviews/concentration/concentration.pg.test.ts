import { systemCommand } from '@linggong/core';
import { adoptSeeds } from '@linggong/studio';
import { seeds } from '../../../domain/seeds';
import { riskWorld, type RiskWorld } from '../../risk.fixture';
import { checkConcentration } from './check-concentration';
import { readPairs } from './read-pairs';

const at = new Date('2026-11-27T02:00:00Z');
const command = systemCommand('risk', at, 'concentration');
let kit: RiskWorld;

const YUAN = 100;
/** Enterprise 1 pays worker 1 much on two days, worker 2 a little often, worker 3 hardly; 2 pays worker 3 alone; the rest is another month. */
const paid: readonly (readonly [worker: number, day: string, enterprise: number, orders: number, fen: number])[] = [
  [1, '2026-10-01', 1, 1, 60_000 * YUAN],
  [1, '2026-10-31', 1, 1, 45_000 * YUAN],
  ...Array.from(
    { length: 26 },
    (_, day) => [2, `2026-10-${String(day + 1).padStart(2, '0')}`, 1, 2, 100 * YUAN] as const,
  ),
  [3, '2026-10-05', 1, 1, 10 * YUAN],
  [3, '2026-10-06', 2, 1, 60_000 * YUAN],
  [4, '2026-11-01', 1, 1, 900_000 * YUAN],
  [5, '2026-10-09', 1, 0, 0],
];

beforeAll(async () => {
  kit = await riskWorld(at);
  await adoptSeeds(kit.db, systemCommand('studio', at, 'concentration'), seeds);
  for (const [worker, day, enterprise, orders, fen] of paid)
    await kit.db.query(
      'INSERT INTO risk.worker_days (worker_id, day, enterprise_id, task_id, card_id, orders, amount_fen) VALUES ($1, $2, $3, 1, 1, $4, $5)',
      [worker, day, enterprise, orders, fen],
    );
}, 400_000);
afterAll(() => kit?.stop());

describe('concentrated, frequent and large payments (R8.5)', () => {
  it('are read by payer and payee for the days of a month', async () => {
    expect(await readPairs(kit.db, '2026-10-01', '2026-11-01')).toEqual([
      {
        enterpriseId: 1,
        workerId: 1,
        facts: {
          pairOrders: 2,
          pairAmountFen: 105_000 * YUAN,
          pairDays: 2,
          largestDayFen: 60_000 * YUAN,
          sharePercent: 98,
          payers: 1,
        },
      },
      expect.objectContaining({
        enterpriseId: 2,
        workerId: 3,
        facts: expect.objectContaining({ sharePercent: 100, payers: 2 }),
      }),
      expect.objectContaining({ workerId: 2, facts: expect.objectContaining({ pairOrders: 52, pairDays: 26 }) }),
      expect.objectContaining({ enterpriseId: 1, workerId: 3 }),
    ]);
  });

  it('become cases by the table in force, one a rule, worker and enterprise, and a month is looked at once', async () => {
    const [first, second] = await Promise.all([
      checkConcentration(kit.db, command),
      checkConcentration(kit.db, command),
    ]);
    expect([first, second].filter((run) => run !== undefined)).toEqual([{ month: '2026-10', pairs: 4, found: 3 }]);
    const cases = await kit.db.query<{ rule: string; worker: number; enterprise: number; severity: string }>(
      `SELECT rule, worker_id AS worker, enterprise_id AS enterprise, severity FROM risk.cases WHERE source = 'check'
        ORDER BY worker_id, rule COLLATE "C"`,
    );
    expect(cases.map(({ rule, worker, enterprise, severity }) => [rule, worker, enterprise, severity])).toEqual([
      ['concentration.concentrated', 1, 1, 'high'],
      ['concentration.large', 1, 1, 'high'],
      ['concentration.large-day', 1, 1, 'medium'],
      ['concentration.daily', 2, 1, 'medium'],
      ['concentration.frequent', 2, 1, 'medium'],
      ['concentration.concentrated', 3, 2, 'high'],
      ['concentration.large-day', 3, 2, 'medium'],
    ]);
    await expect(kit.db.query(`DELETE FROM risk.concentration_runs`)).rejects.toThrow(/denied|never/);
  });
});
