import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import type { EmbeddedServer } from '../../../../database/src/embedded';
import { databaseName } from '../../../../database/src/roles';
import { runAudits } from './audits/run-audit';
import { backupsAudit } from './audits/backups';
import { backupFacts } from './backups/backup-facts';
import { copyFiles, fileObjectName } from './backups/copy-files';
import { backupsIn, getManifest } from './backups/manifest';
import { runBackup } from './backups/run-backup';
import { ship } from './backups/ship';
import { dropPurgedCopies } from './backups/drop-purged';
import { pruneBackups } from './backups/prune';
import { boundSpool } from './backups/ship-wal';
import { verifyOne } from './backups/verify-job';
import { runDrill } from './drills/run-drill';
import { spoolOf } from './keeper';
import { createDiskStore } from './store/disk-store';
import { keeping, type Kept } from './keeping.fixture';
import { keptServer, type KeptServer } from './kept-server.fixture';

/** The embedded server with the platform's whole schema, as `npm start` runs it: backed up, drilled, broken and drilled again. */
let world: KeptServer;
let folder: string;
let data: string;
let server: EmbeddedServer;
let kept: Kept;
let fileId: string;

const segments = (): string[] => world.segments();
const newest = () => world.newest();
const backups = () =>
  kept.db.query<{ id: number; code: string; state: string; problem: string | null; verified: boolean | null }>(
    'SELECT id, code, state, problem, verified FROM continuity.backups ORDER BY id',
  );

beforeAll(async () => {
  world = await keptServer();
  ({ folder, data, server, kept } = world);
  fileId = await kept.putFile(200_000);
}, 300_000);
afterAll(() => world?.stop());

describe('the job that backs up', () => {
  it('makes a good one: parts, log up to its end, private files, manifest with versions and hashes', async () => {
    const job = kept.job();
    const { backup } = await runBackup(kept.keeper, job, kept.command());
    const [row] = await backups();
    expect(row).toMatchObject({ code: backup, state: 'good', problem: null });
    expect(job.stages).toEqual(expect.arrayContaining(['ship-log', 'copy-files']));
    const sealed = await kept.keeper.sealed();
    const [found] = await backupsIn(sealed);
    const manifest = await getManifest(sealed, found?.system ?? '', backup);
    expect(manifest).toMatchObject({ method: 'base', compressed: false });
    expect(manifest.migrations.length).toBeGreaterThan(50);
    expect(manifest.parts.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
    const copies = await kept.db.query('SELECT file_id FROM continuity.file_copies');
    expect(copies).toEqual([{ file_id: fileId }]);
  }, 120_000);

  it('holds nothing in clear: neither rows nor passwords, and no key', async () => {
    const secret = readFileSync(path.join(data, 'postgres-superuser'), 'utf8').trim();
    const names = readdirSync(path.join(folder, 'store'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    expect(names.length).toBeGreaterThan(4);
    const needles = [secret, 'linggong_migrations', 'PG_VERSION', Buffer.alloc(32, 3).toString('base64')];
    for (const name of names) {
      const content = readFileSync(name);
      for (const needle of needles) expect(content.includes(needle)).toBe(false);
    }
  });

  it('keeps what the retention says, and the log that the kept base needs', async () => {
    const { backup } = await runBackup(kept.keeper, kept.job(), kept.command());
    // Both are of today: nothing young leaves.
    expect((await backups()).map(({ state }) => state)).toEqual(['good', 'good']);
    const { system } = await kept.db.one<{ system: string }>('SELECT system FROM continuity.wal_state');
    const inThreeDays = new Date(Date.now() + 3 * 86_400_000);
    await pruneBackups(await kept.keeper.sealed(), kept.db, system, kept.keeper.settings.backups.keep, inThreeDays);
    expect((await backups()).map(({ state }) => state)).toEqual(['removed', 'good']);
    const sealed = await kept.keeper.sealed();
    expect((await backupsIn(sealed)).map(({ code }) => code)).toEqual([backup]);
    const backupId = (await backups()).at(-1)?.id ?? 0;
    expect(await verifyOne(kept.keeper, kept.job({ backupId }), kept.command())).toEqual({ verified: true });
  }, 120_000);

  it('takes a backup that only the store knows into the table, as after a restore to before it', async () => {
    const { code, system } = await newest();
    const dba = new Client({ connectionString: server.superuserUrl(databaseName) });
    await dba.connect();
    await dba.query('DELETE FROM continuity.backups WHERE code = $1', [code]);
    await dba.end();
    await pruneBackups(await kept.keeper.sealed(), kept.db, system, kept.keeper.settings.backups.keep, new Date());
    expect(await newest()).toEqual({ code, system });
  });

  it('holds up nothing for a private file that the data folder lost, says so, and copies it when it is back', async () => {
    const id = await kept.putFile(1_000);
    const place = path.join(data, 'vault', 'files', id.slice(0, 2), id);
    renameSync(place, `${place}-away`);
    await runBackup(kept.keeper, kept.job(), kept.command());
    const copy = () => kept.db.one('SELECT lost FROM continuity.file_copies WHERE file_id = $1', [id]);
    expect(await copy()).toEqual({ lost: true });
    expect((await backupFacts(kept.db)).filesLost).toBe(1);
    renameSync(`${place}-away`, place);
    const { store } = await kept.keeper.sealed();
    const { system } = await newest();
    await copyFiles(store, kept.keeper.files, kept.db, system, new Date(Date.now() + 2 * 3_600_000));
    expect(await copy()).toEqual({ lost: false });
  }, 60_000);

  it('takes a purged file out of the store, and neither misses it nor copies it again', async () => {
    const id = await kept.putFile(1_000);
    const { store } = await kept.keeper.sealed();
    const { system } = await newest();
    await copyFiles(store, kept.keeper.files, kept.db, system, new Date());
    const copied = path.join(folder, 'store', fileObjectName(system, id));
    expect(existsSync(copied)).toBe(true);
    await kept.db.query(`UPDATE vault.files SET purged_at = now(), purge_class = 'bank-file' WHERE id = $1`, [id]);
    expect(await dropPurgedCopies(store, kept.db, system)).toBe(1);
    expect(existsSync(copied)).toBe(false);
    expect(await copyFiles(store, kept.keeper.files, kept.db, system, new Date())).toBe(0);
    expect(await dropPurgedCopies(store, kept.db, system)).toBe(0);
    expect(await backupFacts(kept.db)).toMatchObject({ filesWaiting: 0, filesLost: 0 });
  });

  it('copies every file again into another store', async () => {
    const other = createDiskStore(path.join(folder, 'other-store'));
    const { system } = await newest();
    expect(await copyFiles(other, kept.keeper.files, kept.db, system, new Date())).toBe(2);
    expect(await copyFiles(other, kept.keeper.files, kept.db, system, new Date())).toBe(0);
  });

  it('leaves a manifest alone that does not open, and removes what a killed writer left half written', async () => {
    const { system } = await newest();
    const at = (code: string): string => path.join(folder, 'store', system, 'backups', code);
    const [broken, killed] = ['20200101T000000Z-aaaaaa', '20200101T000000Z-bbbbbb'] as const;
    for (const code of [broken, killed]) mkdirSync(at(code));
    writeFileSync(path.join(at(broken), 'manifest'), 'no manifest');
    const draft = path.join(at(killed), 'part-000.part');
    writeFileSync(draft, 'half');
    utimesSync(draft, new Date(0), new Date(0));
    const { keep } = kept.keeper.settings.backups;
    const pruned = await pruneBackups(await kept.keeper.sealed(), kept.db, system, keep, new Date());
    expect(pruned).toMatchObject({ unreadable: [broken], wal: 0 });
    expect(existsSync(draft)).toBe(false);
    // The backup is good all the same, and is made once.
    const { pruneProblem } = await runBackup(kept.keeper, kept.job(), kept.command());
    expect(pruneProblem).toContain(broken);
    expect((await backupFacts(kept.db)).pruneFailed).toBe(true);
    rmSync(at(broken), { recursive: true });
  }, 60_000);

  it('says that a backup is not whole where a byte of the store was changed', async () => {
    const { system, code } = await newest();
    const part = path.join(folder, 'store', system, 'backups', code, 'part-001');
    const content = readFileSync(part);
    content[1_000] = (content[1_000] ?? 0) ^ 1;
    writeFileSync(part, content);
    const backupId = (await backups()).at(-1)?.id ?? 0;
    expect(await verifyOne(kept.keeper, kept.job({ backupId }), kept.command())).toEqual({ verified: false });
    content[1_000] = (content[1_000] ?? 0) ^ 1;
    writeFileSync(part, content);
  }, 60_000);

  it('puts a failed one on record and leaves nothing of it in the store', async () => {
    const broken = keeping(process.env['UNUSED'] ?? kept.keeper.settings.database.url, {
      ...kept.keeper.env,
      BACKUP_FOLDER: path.join(folder, 'a-file'),
    } as Record<string, string>);
    writeFileSync(path.join(folder, 'a-file'), '');
    await expect(runBackup(broken.keeper, broken.job(), broken.command())).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect((await backups()).at(-1)).toMatchObject({ state: 'failed', problem: 'fault' });
    await broken.close();
  }, 60_000);
});

describe('the log', () => {
  it('is shipped and leaves the spool; how far it reaches is on record', async () => {
    const client = new Client({ connectionString: kept.keeper.settings.backups.url });
    await client.connect();
    await client.query('SELECT pg_switch_wal()');
    await client.end();
    await until(() => segments().length > 0);
    expect(await ship(kept.keeper, kept.command())).toMatchObject({ copied: 0 });
    // Another may have been closed meanwhile.
    await ship(kept.keeper, kept.command());
    expect(segments()).toEqual([]);
    const { fresh } = await kept.db.one<{ fresh: boolean }>(
      "SELECT reached_at > now() - interval '2 minutes' AS fresh FROM continuity.wal_state",
    );
    expect(fresh).toBe(true);
  }, 60_000);

  it('asks for a base of its own where the newest ones are of another timeline, as after a restore', async () => {
    const asked = () => kept.db.query("SELECT 1 FROM jobs.runs WHERE name = 'continuity.back-up'");
    const later = { ...kept.command(), at: new Date(Date.now() + 2 * 3_600_000) };
    await ship(kept.keeper, later);
    expect(await asked()).toEqual([]);
    await kept.db.query(`UPDATE continuity.backups SET first_wal = overlay(first_wal PLACING '00000009' FROM 1)`);
    await ship(kept.keeper, later);
    expect(await asked()).toHaveLength(1);
    await kept.db.query(`UPDATE continuity.backups SET first_wal = overlay(first_wal PLACING '00000001' FROM 1)`);
  });

  it('gives up the oldest segments where the store is away and the spool is full, and says so', async () => {
    const name = 'FFFFFFFF00000000000000';
    await ship(kept.keeper, kept.command());
    for (const tail of ['01', '02', '03'])
      writeFileSync(path.join(spoolOf(data), `${name}${tail}`), Buffer.alloc(1_000));
    const { system } = await kept.db.one<{ system: string }>('SELECT system FROM continuity.wal_state');
    expect(await boundSpool(kept.db, system, spoolOf(data), 2_000, new Date())).toBe(1);
    expect(
      readdirSync(spoolOf(data))
        .filter((one) => one.startsWith('FFFFFFFF'))
        .sort(),
    ).toEqual([`${name}02`, `${name}03`]);
    const { gap } = await kept.db.one<{ gap: string }>('SELECT gap_file AS gap FROM continuity.wal_state');
    expect(gap).toBe(`${name}01`);
    for (const tail of ['02', '03']) rmSync(path.join(spoolOf(data), `${name}${tail}`));
    await runAudits(kept.keeper, [backupsAudit], kept.command());
    const found = await kept.db.query<{ kind: string; owner: string }>(
      "SELECT kind, owner FROM continuity.findings WHERE audit = 'backups' ORDER BY kind",
    );
    expect(found).toEqual([
      { kind: 'backup-failed', owner: 'system-admin' },
      // Of the manifest that did not open.
      { kind: 'prune-failed', owner: 'system-admin' },
      { kind: 'wal-gap', owner: 'system-admin' },
    ]);
    await kept.db.query('UPDATE continuity.wal_state SET gap_at = NULL, gap_file = NULL');
  });
});

describe('the drill', () => {
  // The log before has a gap by now.
  beforeAll(() => runBackup(kept.keeper, kept.job(), kept.command()), 120_000);
  const last = () =>
    kept.db.one<{
      state: string;
      report: { proof: { checks: { name: string; broken: number }[] } } | null;
      problem: string | null;
    }>('SELECT state, report, problem FROM continuity.drills ORDER BY id DESC LIMIT 1');
  const findings = () =>
    kept.db.query<{ kind: string; state: string }>(
      "SELECT kind, state FROM continuity.findings WHERE audit = 'drill' ORDER BY kind",
    );

  it('restores the newest backup into a scratch server, has it prove itself, files its report and leaves nothing', async () => {
    await runBackup(kept.keeper, kept.job(), kept.command());
    await runDrill(kept.keeper, kept.job(), kept.command());
    expect(await last()).toMatchObject({
      state: 'passed',
      problem: null,
      report: {
        method: 'base',
        files: 2,
        filesMissing: 0,
        proof: {
          checks: [
            { name: 'ledger', broken: 0 },
            { name: 'taxes', broken: 0 },
            { name: 'audit-log', broken: 0 },
          ],
        },
      },
    });
    expect(existsSync(path.join(data, 'drill'))).toBe(false);
    expect((await backups()).at(-1)).toMatchObject({ verified: true });
    expect(await findings()).toEqual([]);
  }, 120_000);

  it('finds a balance that somebody changed behind every trigger: a finding of the system administrator', async () => {
    const dba = new Client({ connectionString: server.superuserUrl(databaseName) });
    await dba.connect();
    await dba.query("SET session_replication_role = 'replica'");
    await dba.query(
      'UPDATE ledger.balances SET debits_fen = debits_fen + 1 WHERE account_id = (SELECT min(account_id) FROM ledger.balances)',
    );
    await runBackup(kept.keeper, kept.job(), kept.command());
    await runDrill(kept.keeper, kept.job(), kept.command());
    expect(await last()).toMatchObject({ state: 'failed' });
    expect(await findings()).toEqual([{ kind: 'ledger-broken', state: 'open' }]);
    await dba.query(
      'UPDATE ledger.balances SET debits_fen = debits_fen - 1 WHERE account_id = (SELECT min(account_id) FROM ledger.balances)',
    );
    await dba.end();
  }, 120_000);

  it('fails where the store lost a part, and removes its scratch server all the same', async () => {
    const { system, code } = await newest();
    rmSync(path.join(folder, 'store', system, 'backups', code, 'part-000'));
    await runDrill(kept.keeper, kept.job(), kept.command());
    expect(await last()).toMatchObject({ state: 'failed', report: null, problem: expect.stringMatching(/part-000/) });
    expect(existsSync(path.join(data, 'drill'))).toBe(false);
    // What the first failure found, this one could not look for: it stands beside the new one.
    expect(await findings()).toEqual([
      { kind: 'ledger-broken', state: 'open' },
      { kind: 'not-restored', state: 'open' },
    ]);
  }, 60_000);
});

async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (is()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come about');
}
