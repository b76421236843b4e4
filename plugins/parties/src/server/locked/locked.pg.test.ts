import { setTimeout } from 'node:timers/promises';
import { record } from '@linggong/audit';
import { createDatabase, systemCommand, type Database, type Tx } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createPersonKeepers, type PersonKeepers } from '@linggong/vault';
import { createPartiesRig, operatorAt, type PartiesRig } from '../../testing/parties-rig';
import { actOnWorker } from '../workers/act-on-worker';
import { lockWorker } from '../workers/worker-rows';
import { unlockPerson } from './locks';
import { peoplePurger } from './people-purger';
import { registerOfPeople } from './person-keeper';

const at = new Date('2026-11-22T03:00:00Z');
const later = new Date('2060-01-01T00:00:00Z');
let kit: TestDatabase;
let rig: PartiesRig;
let superuser: Database;
let serial = 0;

beforeAll(async () => {
  kit = await testDatabase();
  rig = await createPartiesRig(kit, { now: () => at });
  superuser = createDatabase({ connectionString: kit.superuserUrl, max: 1 });
}, 300_000);
afterAll(async () => {
  await superuser?.close();
  await rig?.stop();
  await kit?.drop();
});

async function registered(): Promise<number> {
  serial += 1;
  const person = {
    name: '张三',
    identityNumber: `1101011990030${7000 + serial}9`.slice(0, 17) + '9',
    phone: `138123${40_000 + serial}`,
  };
  return kit.db.transaction((tx) => rig.parties.registerWorker(tx, operatorAt(at, '测试'), person, 'staff'));
}

async function left(): Promise<number> {
  const id = await registered();
  await kit.db.transaction((tx) => actOnWorker(rig.tools, tx, operatorAt(at, '本人申请'), id, 'deregister'));
  return id;
}

function keepers(more: Parameters<PersonKeepers['add']>[1] = {}): PersonKeepers {
  const all = createPersonKeepers();
  all.add('parties', registerOfPeople);
  all.add('more', more);
  return all;
}

const erase = (purger: ReturnType<typeof peoplePurger>, ids: readonly number[]) =>
  kit.db.transaction(async (tx) => purger.purge?.(tx, systemCommand('vault', later, 'test'), ids.map(String)));
const due = (purger: ReturnType<typeof peoplePurger>) => purger.due(kit.db, { before: later, after: '', limit: 50 });

/** A certificate as the application could write one by itself. */
async function certify(tx: Tx, workerId: number): Promise<void> {
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO vault.destructions (number, class, people, actor_name, trace_id, at) VALUES ('DC-' || $1, 'person', 1, 'x', 'x', $2) RETURNING id`,
    [workerId, later],
  );
  await tx.query(
    `INSERT INTO vault.destroyed_people (worker_id, destruction_id, subject_number, locked_at, terms)
     SELECT w.id, $2, w.number, $3, '[]' FROM public.workers w WHERE w.id = $1`,
    [workerId, id, at],
  );
}

async function ended(workerId: number): Promise<void> {
  await kit.db.query('UPDATE parties.locked_people SET keeps_until = $2, counted_at = $2 WHERE worker_id = $1', [
    workerId,
    later,
  ]);
}

const toldReturn = (id: number) => ({
  action: 'worker.return',
  subject: { kind: 'worker', id },
  before: { state: 'deregistered' },
  after: { state: 'registered' },
});

/** Until somebody waits for a row that another transaction holds. */
async function untilWaiting(watcher: Database): Promise<void> {
  for (let look = 0; look < 500; look += 1) {
    const waiting = await watcher.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
    await setTimeout(10);
  }
  throw new Error('nobody waits');
}

describe('a certificate of destruction', () => {
  const write = (id: number) => kit.db.transaction((tx) => certify(tx, id));

  it('is refused to the application for who works, who is kept by a term, and who is under a hold', async () => {
    const active = await registered();
    await expect(write(active)).rejects.toThrow(/whose last term is over/);
    // A lock alone, which the application may write as well, makes nobody one who has left.
    await kit.db.query('INSERT INTO parties.locked_people (worker_id, locked_at) VALUES ($1, $2)', [active, at]);
    await ended(active);
    await expect(write(active)).rejects.toThrow(/whose last term is over/);
    const gone = await left();
    await expect(write(gone)).rejects.toThrow(/whose last term is over/);
    await ended(gone);
    await kit.db.query(
      `INSERT INTO vault.legal_holds (subject_kind, subject_id, reason, set_by, set_at) VALUES ('worker', $1, '诉讼', 'test', $2)`,
      [gone, at],
    );
    await expect(write(gone)).rejects.toThrow(/legal hold/);
    await kit.db.query(`UPDATE vault.legal_holds SET ended_at = $1, ended_by = 'test', end_reason = '结案'`, [at]);
    await write(gone);
    // The clock of this test runs ahead; that of the database tells when it was written.
    const asked = `SELECT count(*)::int AS count FROM vault.destructions WHERE at = $1 AND written_at BETWEEN now() - interval '1 hour' AND now()`;
    expect(await kit.db.one(asked, [later])).toEqual({ count: 1 });
    const forged = `INSERT INTO vault.destructions (number, class, people, actor_name, trace_id, at, written_at)
      VALUES ('DC-0', 'person', 1, 'x', 'x', $1, $1)`;
    await expect(kit.db.query(forged, [later])).rejects.toThrow(/permission denied/);
    await kit.db.query('DELETE FROM parties.locked_people WHERE worker_id = $1', [active]);
  });
});

describe('who has left', () => {
  it('is due once his terms are over, with what of his is held', async () => {
    const id = await left();
    const purger = peoplePurger(
      keepers({ heldWith: async (_db, ids) => ids.map((workerId) => ({ workerId, subject: 'contract:5' })) }),
    );
    expect(await due(purger)).not.toContainEqual(expect.objectContaining({ id: String(id) }));
    await purger.prepare?.(kit.db, later);
    expect(await due(purger)).toContainEqual({ id: String(id), fileIds: [], subjects: [`worker:${id}`, 'contract:5'] });
    await erase(purger, [id]);
    expect(await due(purger)).not.toContainEqual(expect.objectContaining({ id: String(id) }));
    expect(await kit.db.one('SELECT state FROM public.workers WHERE id = $1', [id])).toEqual({ state: 'erased' });
  });

  it('is counted when he was counted longest ago, however many stand before him, in few rounds a run', async () => {
    await kit.db.query(
      `INSERT INTO parties.locked_people (worker_id, locked_at, counted_at) SELECT 100000 + n, $1, $1 FROM generate_series(1, 1200) n`,
      [at],
    );
    const id = await left();
    await superuser.query('UPDATE parties.locked_people SET worker_id = 900000 WHERE worker_id = $1', [id]);
    const asked: number[][] = [];
    // Nobody can say when these end: they are asked for again by every run.
    const purger = peoplePurger(
      keepers({
        holds: async (_db, ids) => {
          asked.push([...ids]);
          return ids.map((workerId) => ({ workerId, class: 'payee-identity', from: null }));
        },
      }),
    );
    await purger.prepare?.(kit.db, later);
    expect(asked.map((ids) => ids.length)).toEqual([250, 250, 250, 250]);
    expect(asked[0]).toContain(900_000);
    await purger.prepare?.(kit.db, new Date(later.getTime() + 1));
    expect(new Set(asked.flat()).size).toBeGreaterThan(1200);
    await kit.db.query('DELETE FROM parties.locked_people WHERE worker_id >= 100000');
  });

  it('returns while he is to be erased: neither waits for the other, and he stays', async () => {
    const id = await left();
    const purger = peoplePurger(keepers());
    await purger.prepare?.(kit.db, later);
    let erasing: Promise<unknown> | undefined;
    await kit.db.transaction(async (tx) => {
      await lockWorker(tx, id);
      erasing = kit.db.transaction(async (other) => {
        const rows = await purger.due(other, { before: later, after: String(id - 1), limit: 1 });
        await purger.purge?.(
          other,
          systemCommand('vault', later, 'test'),
          rows.map((row) => row.id),
        );
      });
      await untilWaiting(superuser);
      await tx.query(`UPDATE public.workers SET state = 'registered' WHERE id = $1`, [id]);
      await unlockPerson(tx, id);
      await record(tx, operatorAt(at, '本人回来'), toldReturn(id));
    });
    await erasing;
    expect(await kit.db.one('SELECT state FROM public.workers WHERE id = $1', [id])).toEqual({ state: 'registered' });
  });
});

describe('the lock of who has left', () => {
  it('goes by his return alone, which the log tells of', async () => {
    const [id, other] = [await left(), await left()];
    const tries = [
      ['DELETE FROM parties.locked_people WHERE worker_id = $1', /stays locked/],
      ['UPDATE parties.locked_people SET erased_at = now() WHERE worker_id = $1', /noted as erased/],
      [`UPDATE parties.locked_people SET locked_at = '2000-01-01' WHERE worker_id = $1`, /permission denied/],
      [`UPDATE public.workers SET state = 'registered' WHERE id = $1`, /the log tells/],
    ] as const;
    for (const [sql, refused] of tries) await expect(kit.db.query(sql, [id])).rejects.toThrow(refused);
    const returned = (told: number) =>
      kit.db.transaction(async (tx) => {
        await tx.query(`UPDATE public.workers SET state = 'registered' WHERE id = $1`, [id]);
        await unlockPerson(tx, id);
        await record(tx, operatorAt(at, '本人回来'), toldReturn(told));
      });
    await expect(returned(other)).rejects.toThrow(/the log tells/);
    await returned(id);
    expect(await kit.db.maybeOne('SELECT FROM parties.locked_people WHERE worker_id = $1', [id])).toBeUndefined();
    // What was told once is no word for another time.
    await kit.db.transaction((tx) => actOnWorker(rig.tools, tx, operatorAt(at, '本人申请'), id, 'deregister'));
    await expect(kit.db.query(tries[3][0], [id])).rejects.toThrow(/the log tells/);
  });
});
