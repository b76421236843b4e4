import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newTotpSecret } from '@linggong/access';
import { createDatabase, type Database } from '@linggong/core';
import { openVault } from '@linggong/vault';
import type { EmbeddedServer } from '../../../../../database/src/embedded';
import { databaseName } from '../../../../../database/src/roles';
import { restore } from '../../../../../database/src/restore/restore';
import { restoreOrder } from '../../../../../database/src/restore/restore-order';
import { refuseUnfinished } from '../../../../../database/src/restore/unfinished';
import { fileObjectName } from '../backups/copy-files';
import { getManifest, putManifest } from '../backups/manifest';
import { runBackup } from '../backups/run-backup';
import { ship } from '../backups/ship';
import type { Kept } from '../keeping.fixture';
import { sealGrant } from './sealed-grant';
import { keptServer, type KeptServer } from '../kept-server.fixture';

/** The command that restores, on the embedded server with the platform's whole schema. */
let world: KeptServer;
let folder: string;
let data: string;
let server: EmbeddedServer;
let kept: Kept;

const segments = (): string[] => world.segments();
const newest = () => world.newest();

beforeAll(async () => {
  world = await keptServer();
  ({ folder, data, server, kept } = world);
  await kept.putFile(200_000);
}, 300_000);
afterAll(() => world?.stop());

describe('the command that restores', () => {
  it('takes the grant of two administrators: once, and for a release that it knows', async () => {
    const { backup } = await runBackup(kept.keeper, kept.job(), kept.command());
    const sealed = await kept.keeper.sealed();
    const { system } = await newest();
    const grant = {
      form: 1,
      id: '00000000-0000-4000-8000-0000000000aa',
      system,
      backup,
      to: 'latest',
      reason: '磁盘损坏',
      askedBy: 'system-admin#1',
      decidedBy: 'security-admin#2',
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    } as const;
    const file = path.join(folder, 'restore.grant');
    writeFileSync(file, await sealGrant(sealed.keyring, grant));
    const said: string[] = [];
    const terminal = {
      say: (line: string) => void said.push(line),
      ask: () => Promise.reject(new Error('nobody is asked')),
      now: () => new Date(),
    };
    const order = (into: string) =>
      restoreOrder(['--grant', file, '--into', path.join(folder, into), '--no-proof'], folder);
    const environment = { ...kept.keeper.env, LINGGONG_DATA: undefined };

    const manifest = await getManifest(sealed, system, backup);
    const unknown = { plugin: 'tax', name: '9999-of-tomorrow.before.sql', sha256: 'f'.repeat(64) };
    await putManifest(sealed, { ...manifest, migrations: [...manifest.migrations, unknown] });
    await expect(restore(order('newer'), environment, terminal)).rejects.toThrow(/newer release.*9999-of-tomorrow/s);
    await putManifest(sealed, manifest);
    // A store that fails after the cluster was restored: nothing of it stays, and the grant is good for the next try.
    const { id } = await kept.db.one<{ id: string }>('SELECT id FROM vault.published_files LIMIT 1');
    const object = path.join(folder, 'store', fileObjectName(system, id));
    const bytes = readFileSync(object);
    rmSync(object);
    mkdirSync(object);
    await expect(restore(order('failed'), environment, terminal)).rejects.toThrow(/EISDIR/);
    expect(said.join('\n')).toMatch(/Log replayed/);
    expect(readdirSync(path.join(folder, 'failed'))).toEqual([]);
    rmSync(object, { recursive: true });
    writeFileSync(object, bytes);
    // A refusal before anything was restored leaves the grant as it was.
    await restore(order('restored'), environment, terminal);
    expect(said.join('\n')).toMatch(/审计 Audit: 授权 grant, system-admin#1 \+ security-admin#2/);
    expect(existsSync(path.join(folder, 'restored', 'postgres', 'PG_VERSION'))).toBe(true);
    await expect(restore(order('again'), environment, terminal)).rejects.toThrow(/has been used/);
    expect(existsSync(path.join(folder, 'again'))).toBe(false);
    rmSync(path.join(folder, 'restored'), { recursive: true });
  }, 240_000);
});

describe('an emergency', () => {
  const roles = ['system-admin', 'security-admin'];
  let superuser: Database;
  beforeAll(async () => {
    superuser = createDatabase({ connectionString: server.superuserUrl(databaseName), max: 1 });
    const { keyring } = await kept.keeper.sealed();
    const { vault } = await openVault({ keyring, root: path.join(data, 'vault'), db: () => superuser });
    for (const role of roles) {
      await kept.db.query('SELECT access.open_account($1, $1, $1, NULL, NULL, now())', [role]);
      const { id } = await superuser.one<{ id: number }>('SELECT id FROM public.up_users WHERE username = $1', [role]);
      await superuser.query(
        'INSERT INTO access.second_factors (account_id, secret_sealed, confirmed_at) VALUES ($1, $2, now())',
        [id, vault.seal('totp-secret', `account:${id}`, newTotpSecret())],
      );
      await superuser.query('INSERT INTO access.recovery_codes (account_id, code_key) SELECT $1, unnest($2::bytea[])', [
        id,
        ['paper', 'other-paper'].map((paper) => vault.blind('recovery-code', `${paper}-of-${role}`)),
      ]);
    }
  });
  afterAll(() => superuser?.close());

  /** As it is from now on, in the log of the store. */
  async function blocked(is: boolean): Promise<void> {
    await superuser.query(`UPDATE public.up_users SET blocked = $1 WHERE username = 'security-admin'`, [is]);
    const { file } = await superuser.one<{ file: string }>('SELECT pg_walfile_name(pg_current_wal_lsn()) AS file');
    await superuser.query('SELECT pg_switch_wal()');
    await until(() => segments().includes(file));
    await ship(kept.keeper, kept.command());
  }

  it('asks the two on the newest copy: who was blocked since is no administrator in the past either', async () => {
    await runBackup(kept.keeper, kept.job(), kept.command());
    const { at } = await superuser.one<{ at: Date }>('SELECT clock_timestamp() AS at');
    await blocked(true);
    const said: string[] = [];
    const into = path.join(folder, 'past');
    const past = (hours: number, paper = 'paper') => {
      const answers = [0, 1, 1, 1].flatMap((which) => [roles[which] ?? '', `${paper}-of-${roles[which]}`]);
      const order = ['--emergency', '--reason', '机房断电', '--to', at.toISOString(), '--no-proof', '--into', 'past'];
      return restore(
        restoreOrder(order, folder),
        { ...kept.keeper.env, LINGGONG_DATA: undefined },
        {
          say: (line) => void said.push(line),
          ask: async () => {
            // Killed now, it would leave a copy that nobody has let stay.
            expect(() => refuseUnfinished(into)).toThrow(/A restore into/);
            return answers.shift() ?? '';
          },
          now: () => new Date(Date.now() + hours * 3_600_000),
        },
      );
    };
    await expect(past(0)).rejects.toThrow(/Three tries/);
    expect(said.join('\n')).toMatch(/checked on the newest backup/);
    expect(readdirSync(into)).toEqual([]);
    await expect(past(0)).rejects.toThrow(/less than 60 minutes ago/);
    await blocked(false);
    // The code of who was there went with that try.
    await past(2, 'other-paper');
    refuseUnfinished(into);
    expect(said.join('\n')).toMatch(/审计 Audit: 紧急恢复 emergency, system-admin#\d+ \+ security-admin#\d+/);
    expect(existsSync(path.join(into, 'postgres', 'PG_VERSION'))).toBe(true);
    rmSync(into, { recursive: true });
  }, 240_000);
});

async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (is()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come about');
}
