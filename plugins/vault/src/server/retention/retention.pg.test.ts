import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { cutoffOf } from '@linggong/config';
import { createDatabase, systemCommand } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { ownBytes } from '../intake/admitted';
import { testKeyring } from '../keyring.fixture';
import { makeFileLink } from '../links/file-links';
import { createVault, type Vault } from '../vault';
import { endHold, setHold } from './legal-holds';
import { createRetention, type DueRow, type Purger } from './retention';
import { runRetention } from './run-retention';
import { anyReading } from '../reading.fixture';

const at = new Date('2036-12-01T00:00:00Z');
const command = systemCommand('vault', at, 'test');
let kit: TestDatabase;
let root: string;
let vault: Vault;

beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/vault'] });
  root = await mkdtemp(path.join(tmpdir(), 'retention-'));
  vault = createVault({ keyring: testKeyring(), root, db: () => kit.db });
}, 120_000);
afterAll(async () => {
  await kit?.drop();
  await rm(root, { recursive: true, force: true });
});

async function* bytes(): AsyncGenerator<Buffer> {
  yield Buffer.from('发放表');
}
const file = (): Promise<string> =>
  kit.db.transaction(
    async (tx) =>
      (await vault.putFile(tx, { kind: 'bank-file', contentType: 'text/csv', subject: 'x' }, ownBytes(bytes()))).id,
  );
async function onDisk(): Promise<number> {
  return (await readdir(path.join(root, 'files'), { recursive: true })).filter((name) => name.length > 30).length;
}

/** Files of an owner, all long over; a purged one is not due any more, as with real owners. */
function ownerOf(rows: readonly DueRow[], more: Partial<Purger> = {}): Purger & { asked: Date[] } {
  const asked: Date[] = [];
  return {
    asked,
    due: async (db, { before, after, limit }) => {
      asked.push(before);
      const gone = await db.query<{ id: string }>('SELECT file_id AS id FROM vault.published_purges');
      const isGone = new Set(gone.map(({ id }) => id));
      const left = rows.filter(({ id, fileIds }) => id > after && !fileIds.every((one) => isGone.has(one)));
      return left.slice(0, limit);
    },
    ...more,
  };
}

function runOf(purger: Purger) {
  const retention = createRetention();
  retention.add('bank-file', purger);
  return runRetention(kit.db, retention, command);
}

/** Until somebody waits for an advisory lock of this database. */
async function untilWaiting(): Promise<void> {
  for (let look = 0; look < 500; look += 1) {
    const waiting = await kit.db.query(
      `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (waiting.length > 0) return;
    await setTimeout(10);
  }
  throw new Error('nobody waits for the lock of holds');
}

const runs = () =>
  kit.db.query(
    'SELECT cursor, purged::int, held::int, files::int, finished_at IS NOT NULL AS done, fault FROM vault.retention_runs ORDER BY id',
  );

describe('retention', () => {
  it('purges files whose term is over: row kept, bytes gone, 410 to readers, an entry in the log', async () => {
    const ids = [await file(), await file(), await file()];
    const rows = ids.map((id, index) => ({ id: String(index + 1), fileIds: [id], subjects: [] }));
    const purger = ownerOf(rows, { together: 2 });
    expect(await runOf(purger)).toEqual([{ class: 'bank-file', purged: 3, held: 0 }]);
    expect(purger.asked[0]).toEqual(cutoffOf({ years: 30 }, at));
    expect(await onDisk()).toBe(3);
    expect(await vault.removePurged(kit.db, command)).toBe(3);
    expect(await onDisk()).toBe(0);
    const owner = createDatabase({ connectionString: kit.superuserUrl, max: 1 });
    const told = await owner.query(`SELECT after FROM audit.entries WHERE action = 'retention.remove-bytes'`);
    await owner.close();
    expect(told).toEqual([{ after: { files: 3 } }]);
    const read = async () => {
      for await (const chunk of vault.getFile(ids[0] ?? '', anyReading)) expect(chunk).toBeUndefined();
    };
    await expect(read()).rejects.toMatchObject({ status: 410, code: 'file-purged' });
    const link = { fileId: ids[0] ?? '', fileName: 'x', sessionId: ids[1] ?? '', resource: 'x', action: 'x' };
    await expect(makeFileLink(kit.db, at, { ...link, subject: { kind: 'x', id: 1 } })).rejects.toMatchObject({
      code: 'file-purged',
    });
    expect(await kit.db.query('SELECT id FROM vault.published_files')).toEqual([]);
    await expect(kit.db.query('UPDATE vault.files SET purged_at = NULL, purge_class = NULL')).rejects.toThrow(
      /stays purged/,
    );
    expect(await runs()).toEqual([{ cursor: '3', purged: 3, held: 0, files: 3, done: true, fault: null }]);
  });

  it('leaves alone what a legal hold names, until it is ended', async () => {
    const id = await file();
    const owner = () => ownerOf([{ id: '1', fileIds: [id], subjects: ['bank-file:1', 'worker:7'] }]);
    const hold = { subject: { kind: 'worker', id: 7 }, reason: '诉讼' } as const;
    const holdId = await kit.db.transaction((tx) => setHold(tx, command, hold));
    expect(await runOf(owner())).toEqual([{ class: 'bank-file', purged: 0, held: 1 }]);
    await kit.db.transaction((tx) => endHold(tx, command, holdId, '结案'));
    await expect(kit.db.transaction((tx) => endHold(tx, command, holdId, '结案'))).rejects.toMatchObject({
      code: 'hold-ended',
    });
    expect(await runOf(owner())).toEqual([{ class: 'bank-file', purged: 1, held: 0 }]);
  });

  it('waits for a hold that is being set, and then keeps what it names', async () => {
    const id = await file();
    const hold = { subject: { kind: 'worker', id: 9 }, reason: '诉讼' } as const;
    const owner = ownerOf([{ id: '1', fileIds: [id], subjects: ['worker:9'] }]);
    let run: ReturnType<typeof runOf> | undefined;
    await kit.db.transaction(async (tx) => {
      await setHold(tx, command, hold);
      run = runOf(owner);
      // The run stands at the lock; without it, it would see no hold here and purge.
      await untilWaiting();
      expect(owner.asked).toEqual([]);
    });
    expect(await run).toEqual([{ class: 'bank-file', purged: 0, held: 1 }]);
  });

  it('goes on with a run that was killed, from its cursor and under its cutoff', async () => {
    const ids = [await file(), await file()];
    const rows = ids.map((id, index) => ({ id: String(index + 1), fileIds: [id], subjects: [] }));
    const cutoff = new Date('2020-01-01T00:00:00Z');
    await kit.db.query(
      `INSERT INTO vault.retention_runs (class, cutoff, cursor, started_at) VALUES ('bank-file', $1, '1', $2)`,
      [cutoff, at],
    );
    const owner = ownerOf(rows);
    expect(await runOf(owner)).toEqual([{ class: 'bank-file', purged: 1, held: 0 }]);
    expect(owner.asked).toEqual([cutoff]);
    // The one before the cursor is taken by the next run.
    expect(await runOf(ownerOf(rows))).toEqual([{ class: 'bank-file', purged: 1, held: 0 }]);
  });

  it('keeps what was done when a later chunk fails, and says that it failed without its words', async () => {
    const ids = [await file(), await file()];
    const rows = ids.map((id, index) => ({ id: String(index + 1), fileIds: [id], subjects: [] }));
    const failing = ownerOf(rows, {
      together: 1,
      purge: async (_tx, _command, [id]) => {
        if (id === '2') throw new Error('张三 13800138000');
      },
    });
    expect(await runOf(failing)).toEqual([{ class: 'bank-file', purged: 1, held: 0 }]);
    expect((await runs()).at(-1)).toMatchObject({ purged: 1, done: true, fault: 'fault' });
    expect(await runOf(ownerOf(rows))).toEqual([{ class: 'bank-file', purged: 1, held: 0 }]);
  });

  it('passes over a row that cannot be purged: what stands before and behind it goes, and it is tried again', async () => {
    const ids = [await file(), await file(), await file(), await file()];
    const rows = ids.map((id, index) => ({ id: String(index + 1), fileIds: [id], subjects: [] }));
    const failing = ownerOf(rows, {
      together: 3,
      purge: async (_tx, _command, together) => {
        if (together.includes('2')) throw problem(409, 'line-kept', { zh: '不可清除', en: 'It is kept' });
      },
    });
    expect(await runOf(failing)).toEqual([{ class: 'bank-file', purged: 3, held: 0 }]);
    expect((await runs()).at(-1)).toMatchObject({ cursor: '4', purged: 3, files: 3, done: true, fault: 'line-kept' });
    const left = await kit.db.query('SELECT id FROM vault.published_files WHERE id = ANY ($1::uuid[])', [ids]);
    expect(left).toEqual([{ id: ids[1] }]);
    expect(await runOf(ownerOf(rows))).toEqual([{ class: 'bank-file', purged: 1, held: 0 }]);
  });
});
