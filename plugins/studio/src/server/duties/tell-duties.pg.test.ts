import type { Role } from '@linggong/config/access';
import type { Command, Database } from '@linggong/core';
import { addDays } from '@linggong/core/domain';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { acknowledgeBy, type Seed } from '../../domain';
import { acknowledge } from '../procedures/acknowledgements';
import { inForce } from '../reading/in-force';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { createTools } from '../tools';
import { tellDays } from './tell-duties';

let kit: TestDatabase;
let db: Database;
let procedureId: number;

const text = { zh: '文', en: 'text' };
const content = {
  area: 'risk' as const,
  purpose: text,
  basis: text,
  binds: ['risk-officer' as const],
  acknowledgeDays: 7,
  reviewBy: '2027-03-31',
  sections: [{ id: '1', heading: text, body: text }],
};
const procedure: Seed = {
  kind: 'procedure',
  key: 'risk.management',
  name: { zh: '风险管理制度', en: 'Procedure for risk' },
  description: text,
  content,
  cases: [
    {
      name: '适用',
      input: { role: 'risk-officer', inForceSince: '2026-11-20', day: '2026-11-20' },
      expect: { binds: true },
    },
  ],
};
/** Four in the afternoon of Shanghai, on that day. */
const on = (day: string): Command => ({
  actor: { kind: 'system', name: 'studio' },
  at: new Date(`${day}T08:00:00Z`),
  traceId: 'duties',
});
const open = async (identifier: string, role: Role, day: string): Promise<number> => {
  const { id } = await db.one<{ id: number }>('SELECT access.open_account($1, $2, $3, NULL, NULL, $4) AS id', [
    identifier.padEnd(24, '0'),
    identifier,
    role,
    on(day).at,
  ]);
  return id;
};
const notices = (accountId: number) =>
  db.query<{ kind: string; dueOn: string }>(
    `SELECT kind, about ->> 'dueOn' AS "dueOn" FROM access.notices WHERE account_id = $1 ORDER BY id`,
    [accountId],
  );
const steps = async (accountId: number): Promise<string[]> =>
  (
    await db.query<{ step: string }>(
      `SELECT about ->> 'step' AS step FROM access.notices WHERE account_id = $1 ORDER BY id`,
      [accountId],
    )
  ).map(({ step }) => step);
const see = (accountId: number) =>
  db.query('UPDATE access.notices SET seen_at = now() WHERE account_id = $1', [accountId]);

beforeAll(async () => {
  kit = await testDatabase({ only: ['jobs', 'audit', 'vault', 'access', 'studio'].map((name) => `plugins/${name}`) });
  db = kit.db;
  await adoptSeeds(createTools(), db, on('2026-11-20'), [procedure]);
  procedureId = (await inForce(db, 'procedure', 'risk.management')).configurationId;
}, 240_000);
afterAll(() => kit?.drop());

describe('whoever has not acknowledged a procedure is reminded (R1.7)', () => {
  let first: number;
  let late: number;

  it('by the days of the domain, and from his own first day where he came later', async () => {
    first = await open('risk-a', 'risk-officer', '2026-11-01');
    late = await open('risk-b', 'risk-officer', '2026-11-24');
    await open('tax-a', 'tax-officer', '2026-11-01');
    const duties = await db.query(
      `SELECT account_id AS "accountId", asked_on AS "askedOn", due_on AS "dueOn", acknowledged_at AS "acknowledgedAt"
         FROM studio.procedure_duties ORDER BY account_id`,
    );
    expect(duties).toEqual([
      {
        accountId: first,
        askedOn: '2026-11-20',
        dueOn: acknowledgeBy(content, '2026-11-20'),
        acknowledgedAt: null,
      },
      { accountId: late, askedOn: '2026-11-24', dueOn: acknowledgeBy(content, '2026-11-24'), acknowledgedAt: null },
    ]);
  });

  it('before the last day, and once for each step however often it runs', async () => {
    expect(await tellDays(db, on('2026-11-24'))).toEqual({ acknowledgements: 0, reviews: 0 });
    expect(await tellDays(db, on('2026-11-25'))).toEqual({ acknowledgements: 1, reviews: 0 });
    expect(await tellDays(db, on('2026-11-25'))).toEqual({ acknowledgements: 0, reviews: 0 });
    expect(await notices(first)).toEqual([{ kind: 'procedure-due', dueOn: '2026-11-27' }]);
  });

  it('on the first day after it though he has not looked, then each week once he has', async () => {
    await acknowledge(db, on('2026-11-28'), procedureId, { accountId: late, role: 'risk-officer' });
    expect((await tellDays(db, on('2026-11-28'))).acknowledgements).toBe(1);
    expect((await tellDays(db, on('2026-12-05'))).acknowledgements).toBe(0);
    expect(await steps(first)).toEqual(['soon', 'late']);
    await see(first);
    expect((await tellDays(db, on('2026-12-11'))).acknowledgements).toBe(0);
    expect((await tellDays(db, on('2026-12-12'))).acknowledgements).toBe(1);
    expect(await notices(late)).toEqual([]);
  });

  it('no more once he has acknowledged it', async () => {
    await see(first);
    await acknowledge(db, on('2026-12-13'), procedureId, { accountId: first, role: 'risk-officer' });
    expect((await tellDays(db, on('2026-12-31'))).acknowledgements).toBe(0);
  });
});

describe('a review that is near is told to who writes and who approves (R1.7, R13.1)', () => {
  let writer: number;

  it('thirty days before, seven days before and on the day, once each', async () => {
    writer = await open('config-a', 'config-operator', '2026-11-01');
    const told: Record<string, number> = {};
    for (const before of [31, 30, 29, 8, 7, 1, 0, -1]) {
      await see(writer);
      told[before] = (await tellDays(db, on(addDays('2027-03-31', -before)))).reviews;
    }
    expect(told).toEqual({ 31: 0, 30: 1, 29: 0, 8: 0, 7: 1, 1: 0, 0: 1, '-1': 0 });
    expect(await notices(writer)).toEqual(Array(3).fill({ kind: 'review-due', dueOn: '2027-03-31' }));
  });

  it('to whoever never looks as well', async () => {
    const blind = await open('config-c', 'config-operator', '2027-03-01');
    for (const before of [30, 7, 0]) await tellDays(db, on(addDays('2027-03-31', -before)));
    for (const before of [7, 0, -1]) await tellDays(db, on(addDays('2027-03-31', -before)));
    expect(await steps(blind)).toEqual(['review-30', 'review-7', 'review-0']);
  });

  it('only the nearest step to whoever comes late, or where no run was', async () => {
    const approver = await open('config-b', 'config-approver', '2027-03-01');
    expect((await tellDays(db, on('2027-03-28'))).reviews).toBe(1);
    expect(await notices(approver)).toHaveLength(1);
  });
});

it('keeps for good that it told', async () => {
  await expect(db.query('DELETE FROM studio.told_duties')).rejects.toThrow();
  await expect(db.query(`UPDATE studio.told_duties SET step = 'soon'`)).rejects.toThrow();
});

it('lets the day of a review be moved on, and nothing else of a configuration', async () => {
  await db.query(`UPDATE studio.configurations SET review_by = '2027-06-30'`);
  await expect(db.query(`UPDATE studio.configurations SET name_zh = 'x'`)).rejects.toThrow();
});
