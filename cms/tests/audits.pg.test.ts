import { createDatabase, type Database } from '@linggong/core';
import { createFeePlan } from '@linggong/billing';
import { auditOwners } from '@linggong/config';
import {
  person,
  rowOf,
  settlementWorld,
  type SettlementWorld,
} from '../../plugins/settlement/src/server/settlement.fixture';
import { auditJobs, runAudits } from '../../plugins/continuity/src/server/audits/run-audit';
import type { Audit } from '../../plugins/continuity/src/server/audits/difference';

/** Every audit on books that are right, and each kind of difference planted by the owner, past every trigger. */
let world: SettlementWorld;
let owner: Database;
const paid: number[] = [];
let batchId: number;

const audits = Object.values(auditJobs)
  .flat()
  .filter(({ name }) => name !== 'backups' && name !== 'audit-log');
const named = (name: string): Audit => audits.find((one) => one.name === name) as Audit;

async function kindsOf(name: string): Promise<Record<string, { count: bigint; samples: readonly string[] }>> {
  const { differences, compared } = await named(name).look(world.db, world.clock.now());
  expect(compared).toBeGreaterThan(0n);
  return Object.fromEntries(differences.map(({ kind, count, samples }) => [kind, { count, samples }]));
}

/** Changes rows as a DBA could, looks, and puts everything back. */
async function planted(sql: string, name: string): Promise<Awaited<ReturnType<typeof kindsOf>>> {
  return owner
    .transaction(async (tx) => {
      await tx.query("SET LOCAL session_replication_role = 'replica'");
      await tx.query(sql);
      const { differences } = await named(name).look(tx, world.clock.now());
      throw new Planted(Object.fromEntries(differences.map(({ kind, count, samples }) => [kind, { count, samples }])));
    })
    .catch((error: unknown) => {
      if (error instanceof Planted) return error.kinds;
      throw error;
    });
}

class Planted extends Error {
  constructor(readonly kinds: Awaited<ReturnType<typeof kindsOf>>) {
    super('planted');
  }
}

beforeAll(async () => {
  world = await settlementWorld();
  owner = createDatabase({ connectionString: world.test.superuserUrl, max: 2 });
  await world.deposit(1_000_000_000n);
  const people = [person(700, 'returned'), person(701), person(702), person(703, 'no-account')];
  const workers = await world.workers(people);
  await world.task('TK-AUDIT', workers, 100_000_000n);
  batchId = await world.quoted(people.map((one) => rowOf(one, 'TK-AUDIT', '10000.00')));
  await world.settlement.confirm(world.as('enterprise'), batchId, 1);
  await world.drain('2026-11-22T04:00:00Z');
  await world.drain('2026-11-23T03:00:00Z');
  // Evidence of identity, as real-name writes it; the fixture registers people without asking a provider.
  await owner.query(
    `INSERT INTO public.real_name_checks (code, kind, subject_kind, worker_id, outcome, provider, checked_at)
     SELECT 'RN-' || id, 'identity', 'worker', id, 'match', 'sandbox', now() AT TIME ZONE 'UTC' FROM public.workers`,
  );
  const orders = await world.db.query<{ id: number; state: string }>(
    "SELECT id, state FROM public.orders WHERE batch_id = $1 AND state = 'paid' ORDER BY id",
    [batchId],
  );
  paid.push(...orders.map(({ id }) => id));
  // A second batch that still waits for the bank: its hold is open.
  const more = [person(710), person(711)];
  await world.task('TK-AUDIT-2', await world.workers(more), 100_000_000n);
  const open = await world.quoted(more.map((one) => rowOf(one, 'TK-AUDIT-2', '5000.00')));
  await world.settlement.confirm(world.as('enterprise'), open, 1);
  await owner.query(
    `INSERT INTO public.real_name_checks (code, kind, subject_kind, worker_id, outcome, provider, checked_at)
     SELECT 'RN-' || w.id, 'identity', 'worker', w.id, 'match', 'sandbox', now() AT TIME ZONE 'UTC' FROM public.workers w
      WHERE NOT EXISTS (SELECT FROM public.real_name_checks c WHERE c.worker_id = w.id)`,
  );
}, 240_000);
afterAll(async () => {
  await owner.close();
  await world.stop();
});

describe('on books that are right', () => {
  it('has every state to look at: paid, returned, failed and waiting for the bank', async () => {
    const states = await world.db.query<{ state: string }>('SELECT DISTINCT state FROM public.orders ORDER BY 1');
    expect(states.map(({ state }) => state)).toEqual(['confirmed', 'failed', 'paid', 'returned']);
  });

  it.each(['books', 'taxes', 'holds', 'outbox', 'identities', 'contracts'])('%s: nothing is found', async (name) => {
    expect(await kindsOf(name)).toEqual({});
  });
});

describe('on a contract that was revoked on the day of a payment', () => {
  const revoked = (hours: number): string =>
    `UPDATE public.contracts c SET state = 'revoked', revoked_at = o.sent_at + interval '${hours} hours', valid_to = NULL FROM public.orders o
      WHERE o.id = ${paid[0]} AND c.worker_id = o.worker_id AND c.kind = 'worker-service'`;

  it('contracts: what was sent before is covered, what was sent after is not', async () => {
    expect(await planted(revoked(1), 'contracts')).toEqual({});
    expect((await planted(revoked(-1), 'contracts'))['order-not-covered']?.count).toBe(1n);
  });
});

/** SQL of the superuser in a session without triggers -> the kind that must be found. */
const plants: readonly (readonly [audit: string, kind: string, sql: () => string])[] = [
  [
    'books',
    'balance-wrong',
    () =>
      `UPDATE ledger.balances SET debits_fen = debits_fen + 1 WHERE account_id = (SELECT min(id) FROM ledger.accounts)`,
  ],
  ['books', 'order-without-entry', () => `UPDATE public.orders SET state = 'paid' WHERE state = 'failed'`],
  ['books', 'entry-without-order', () => `UPDATE public.orders SET state = 'failed' WHERE id = ${paid[0]}`],
  ['books', 'amount-differs', () => `UPDATE public.orders SET fee_fen = fee_fen + 1 WHERE id = ${paid[0]}`],
  ['books', 'return-not-reversed', () => `UPDATE public.orders SET state = 'returned' WHERE id = ${paid[1]}`],
  ['books', 'paid-but-reversed', () => `UPDATE public.orders SET state = 'paid' WHERE state = 'returned'`],
  ['taxes', 'order-without-record', () => `DELETE FROM public.tax_records WHERE order_id = ${paid[0]}`],
  ['taxes', 'record-without-order', () => `UPDATE public.orders SET state = 'failed' WHERE id = ${paid[0]}`],
  ['taxes', 'record-not-final', () => `UPDATE public.tax_records SET state = 'reserved' WHERE order_id = ${paid[0]}`],
  [
    'taxes',
    'figures-differ',
    () =>
      `UPDATE public.tax_records SET income_tax_fen = income_tax_fen + 1, net_fen = net_fen - 1 WHERE order_id = ${paid[0]}`,
  ],
  [
    'taxes',
    'totals-wrong',
    () =>
      `UPDATE tax.cumulations SET run_gross_fen = run_gross_fen + 1 WHERE worker_id = (SELECT worker_id FROM public.orders WHERE id = ${paid[0]})`,
  ],
  ['holds', 'hold-without-orders', () => `UPDATE public.orders SET state = 'cancelled' WHERE state = 'confirmed'`],
  [
    'holds',
    'orders-without-hold',
    () =>
      `UPDATE ledger.holds SET state = 'released', released_fen = amount_fen, finished_at = now() WHERE state = 'open'`,
  ],
  ['holds', 'amount-differs', () => `UPDATE ledger.holds SET amount_fen = amount_fen + 1 WHERE state = 'open'`],
  [
    'outbox',
    'overdue',
    () =>
      `INSERT INTO jobs.runs (id, queue, name, payload, actor, trace_id, attempts, created_at) VALUES ('00000000-0000-4000-8000-000000000001', 'tax', 'tax.lost', 'null', '{"kind":"system","name":"x"}', 't', 1, now()); INSERT INTO jobs.outbox (queue, run_id, due_at) VALUES ('tax', '00000000-0000-4000-8000-000000000001', '2026-11-01')`,
  ],
  [
    'outbox',
    'not-heard',
    () =>
      `INSERT INTO jobs.events (id, type, key, payload, actor, trace_id, at) VALUES ('00000000-0000-4000-8000-000000000002', 'a.b.c', 'k', 'null', '{}', 't', '2026-11-01'); INSERT INTO jobs.outbox (queue, event_id, hearer, due_at, failed_at) VALUES ('events', '00000000-0000-4000-8000-000000000002', 'tax.deaf', '2026-11-01', '2026-11-01')`,
  ],
  [
    'identities',
    'not-verified',
    () =>
      `ALTER TABLE public.workers DROP CONSTRAINT workers_active_verified; UPDATE public.workers SET real_name_state = 'mismatch' WHERE id = (SELECT min(id) FROM public.workers WHERE state = 'active')`,
  ],
  [
    'identities',
    'no-evidence',
    () =>
      `DELETE FROM public.real_name_checks WHERE worker_id = (SELECT min(id) FROM public.workers WHERE state = 'active')`,
  ],
  [
    'requests',
    'overdue',
    () =>
      `INSERT INTO vault.data_requests (number, kind, worker_id, channel, asked, received_at, due_on) VALUES ('DR-1', 'copy', 1, 'self', 'x', '2026-01-01', '2026-01-16')`,
  ],
  [
    'contracts',
    'order-not-covered',
    () =>
      `UPDATE public.contracts SET valid_from = '2030-01-01', valid_to = NULL WHERE worker_id = (SELECT worker_id FROM public.orders WHERE id = ${paid[0]})`,
  ],
];

describe('a difference that a DBA makes with the triggers off', () => {
  it.each(plants)('%s finds %s', async (audit, kind, sql) => {
    const kinds = await planted(sql(), audit);
    expect(kinds[kind]?.count).toBeGreaterThan(0n);
    if (kind !== 'balance-wrong') expect(kinds[kind]?.samples.length).toBeGreaterThan(0);
  });
});

describe('what is found', () => {
  const state = (): Promise<{ state: string; owner: string; times: number; differences: bigint }> =>
    world.db.one(
      `SELECT state, owner, times_seen AS times, differences FROM continuity.findings
        WHERE audit = 'books' AND kind = 'amount-differs'`,
    );
  const run = () => runAudits({ db: world.db, jobs: world.tools.jobs }, [named('books')], world.as('operator'));
  const change = (by: number) =>
    owner.transaction(async (tx) => {
      await tx.query("SET LOCAL session_replication_role = 'replica'");
      await tx.query(`UPDATE public.orders SET fee_fen = fee_fen + ${by} WHERE id = ${paid[0]}`);
    });

  it('opens with its owner, is seen again, closes by itself, and recurs', async () => {
    await change(1);
    expect(await run()).toMatchObject({ found: 1, opened: 1, closed: 0 });
    expect(await state()).toEqual({ state: 'open', owner: auditOwners.books, times: 1, differences: 1n });
    expect(await run()).toMatchObject({ found: 1, opened: 0, closed: 0 });
    expect(await state()).toMatchObject({ state: 'open', times: 2 });
    await change(-1);
    expect(await run()).toMatchObject({ found: 0, closed: 1 });
    expect(await state()).toMatchObject({ state: 'closed' });
    await change(1);
    expect(await run()).toMatchObject({ found: 1, recurred: 1 });
    expect(await state()).toMatchObject({ state: 'recurring', times: 3 });
    await change(-1);
    await run();
    const steps = await world.db.query<{ step: string }>(
      `SELECT step FROM continuity.finding_steps s JOIN continuity.findings f ON f.id = s.finding_id
        WHERE f.kind = 'amount-differs' ORDER BY s.id`,
    );
    expect(steps.map(({ step }) => step)).toEqual(['found', 'closed', 'recurred', 'closed']);
    const told = await world.db.query<{ type: string }>(
      "SELECT type FROM jobs.events WHERE type LIKE 'continuity.finding.%' ORDER BY serial",
    );
    expect(told.map(({ type }) => type)).toEqual(['continuity.finding.found', 'continuity.finding.recurred']);
  });

  it('keeps its steps for good: the application can neither change nor remove one', async () => {
    await expect(world.db.query("UPDATE continuity.finding_steps SET step = 'closed'")).rejects.toThrow(
      /permission denied/,
    );
    await expect(owner.query('DELETE FROM continuity.finding_steps')).rejects.toThrow(/never changed/);
  });
});

describe('an open batch', () => {
  it.each(['before', 'after'] as const)('whose fee is charged %s holds what its orders need', async (chargedWhen) => {
    const { people, workerIds } = await world.another(1);
    await world.deposit(100_000_000n);
    await world.db.transaction((tx) =>
      createFeePlan(tx, world.as('finance-approver'), {
        enterpriseId: world.enterpriseId,
        rate: '0.1',
        chargedWhen,
        effectiveFrom: '2026-11-01',
      }),
    );
    await world.task(`TK-OPEN-${chargedWhen.toUpperCase()}`, workerIds, 100_000_000n);
    const id = await world.quoted(people.map((one) => rowOf(one, `TK-OPEN-${chargedWhen.toUpperCase()}`, '5000.00')));
    await world.settlement.confirm(world.as('enterprise'), id, 1);
    expect((await world.money()).heldFen).toBeGreaterThan(0n);
    expect(await kindsOf('holds')).toEqual({});
  });
});
