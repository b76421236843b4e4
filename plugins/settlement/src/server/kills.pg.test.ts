import type { Database } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { subAccounts } from '@linggong/channels';
import { accountOf, balances, verifyBooks } from '@linggong/ledger';
import { Killed, person, rowOf, settlementWorld, type SettlementWorld } from './settlement.fixture';

/** Where the process dies: in the n-th transaction before its commit, or right after it. */
interface Plan {
  at: number;
  when: 'before' | 'after';
}

let world: SettlementWorld;
let plan: Plan | undefined;
let transactions = 0;
let serial = 9_000;

function mortal(database: Database): Database {
  return {
    ...database,
    async transaction(work) {
      transactions += 1;
      const dies = plan?.at === transactions ? plan.when : undefined;
      const result = await database.transaction(async (tx) => {
        const done = await work(tx);
        if (dies === 'before') throw new Killed();
        return done;
      });
      if (dies === 'after') throw new Killed();
      return result;
    },
  };
}

beforeAll(async () => {
  world = await settlementWorld(mortal);
}, 120_000);
afterAll(() => world.stop());

/** What a person at the screen does after a crash: looks, and presses again where nothing had happened. */
async function untilDone(act: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await act();
      return;
    } catch (error) {
      if (error instanceof Problem && error.code === 'illegal-transition') return;
      if (!(error instanceof Killed)) throw error;
    }
  }
  throw new Error('three attempts were not enough');
}

/** One batch from the sheet to the booked payments; gives how many transactions it took. */
async function mainJob(): Promise<number> {
  await world.another(0);
  const people = ['settles', 'closed', 'settles', 'delayed'] as const;
  const crew = people.map((sandbox) => person((serial += 1), sandbox));
  const name = `TK-${serial}`;
  await world.task(name, await world.workers(crew), 10_000_000n);
  await world.deposit(100_000_000n);
  world.clock.moveTo('2026-11-22T03:00:00Z');
  transactions = 0;
  const rows = [...crew.map((one) => rowOf(one, name, '60000.00')), rowOf(person(1), name, 'x')];
  let id = 0;
  // The upload is killed too: nothing is there then, or the same sheet is refused and the batch is found.
  await untilDone(async () => {
    id = await world.upload(rows).catch(async (error: unknown) => {
      if (error instanceof Problem && error.code === 'sheet-already-uploaded') return latestBatch();
      throw error;
    });
  });
  await world.drain();
  await untilDone(() => world.settlement.confirm(world.as('enterprise'), id, 1));
  await untilDone(() => world.settlement.release(world.as('finance-approver', 2), id));
  await world.drain();
  await world.drain('2026-11-22T06:00:00Z');
  const made = transactions;
  plan = undefined;
  await everythingOnce(id);
  return made;
}

async function latestBatch(): Promise<number> {
  const { id } = await world.db.one<{ id: number }>(
    'SELECT max(id) AS id FROM public.settlement_batches WHERE enterprise_id = $1',
    [world.enterpriseId],
  );
  return id;
}

async function everythingOnce(id: number): Promise<void> {
  expect(await world.orderStates(id)).toEqual(['paid', 'failed', 'paid', 'paid']);
  expect(await world.batch(id)).toMatchObject({ state: 'completed', ready: 4, blocked: 1 });
  const { availableFen, heldFen } = await world.money();
  expect({ availableFen, heldFen }).toEqual({ availableFen: 100_000_000n - 3n * 6_360_000n, heldFen: 0n });
  expect(await verifyBooks(world.db)).toEqual([]);
  const { number } = await world.db.one<{ number: string }>(
    'SELECT sub_account_number AS number FROM public.enterprise_accounts WHERE enterprise_id = $1',
    [world.enterpriseId],
  );
  const [bank] = await subAccounts(world.db, [number]);
  const [ours] = await balances(world.db, { accounts: [accountOf('bank', world.enterpriseId)] });
  expect(bank?.balanceFen).toBe(ours?.balanceFen);
}

it('ends the same wherever the process dies: nothing lost, nothing paid twice', async () => {
  plan = undefined;
  const made = await mainJob();
  expect(made).toBeGreaterThan(10);
  for (let at = 1; at <= made; at += 1) {
    for (const when of ['before', 'after'] as const) {
      plan = { at, when };
      try {
        await mainJob();
      } catch (error) {
        throw new Error(`killed ${when} the commit of transaction ${at}`, { cause: error });
      }
    }
  }
}, 300_000);

/** A quoted batch whose only worker was suspended after the quote, and comes back before the last one. */
async function staleBatch(): Promise<{ id: number; workerId: number | undefined }> {
  world.clock.moveTo('2026-11-22T03:00:00Z');
  await world.another(0);
  const crew = [person((serial += 1)), person((serial += 1))];
  const name = `TK-${serial}`;
  const workerIds = await world.workers(crew);
  await world.task(name, workerIds, 10_000_000n);
  await world.deposit(100_000_000n);
  const id = await world.quoted(crew.map((one) => rowOf(one, name, '60.00')));
  const [workerId] = workerIds;
  await world.db.query(`UPDATE public.workers SET state = 'suspended' WHERE id = $1`, [workerId]);
  return { id, workerId };
}

it('quotes a stale batch anew wherever the confirmation dies: it never stays in `checking`', async () => {
  plan = undefined;
  const { id: calm } = await staleBatch();
  transactions = 0;
  await expect(world.settlement.confirm(world.as('enterprise'), calm, 1)).rejects.toMatchObject({
    code: 'quote-stale',
  });
  const made = transactions;
  expect(made).toBeGreaterThan(6);
  for (let at = 2; at <= made; at += 1) {
    for (const when of ['before', 'after'] as const) {
      const { id } = await staleBatch();
      transactions = 0;
      plan = { at, when };
      await expect(world.settlement.confirm(world.as('enterprise'), id, 1)).rejects.toThrow(Killed);
      plan = undefined;
      await world.drain('2026-11-22T03:01:00Z');
      const version = at === 2 && when === 'before' ? 1 : 2;
      expect([at, when, await world.batch(id)]).toMatchObject([at, when, { state: 'quoted', version }]);
      if (version === 1) continue;
      await world.settlement.confirm(world.as('enterprise'), id, 2);
      expect(await world.orderStates(id)).toEqual(['confirmed']);
    }
  }
}, 300_000);
