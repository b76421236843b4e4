import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { codeAt, newTotpSecret } from '@linggong/access';
import { createDiskStore, sealGrant, type Manifest, type RestoreGrant, type SealedStore } from '@linggong/continuity';
import { createDatabase, type Database } from '@linggong/core';
import { createKeyring, openVault, type Vault } from '@linggong/vault';
import { migrationFiles } from '../migrations/migration-files';
import { repositoryRoot } from '../repository';
import { testDatabase, type TestDatabase } from '../testing/test-database';
import { authorityOf, type Authority } from './authority';
import { noteRestore } from './note-restore';
import { refuseNewer } from './refuse-newer';
import { restoreOrder } from './restore-order';

/** 恢复由两人决定 (R9.5): by a grant of this installation, for this backup, fresh and unused; or two administrators at the terminal. */
const now = new Date('2026-11-26T12:00:00Z');
const ringOf = (index: Buffer) => createKeyring({ current: 1, keys: new Map([[1, randomBytes(32)]]), index });
const system = '7380000000000000001';
const backup = '20261126T103000Z-3f9c21';
const manifest = { code: backup, system, migrations: [] as Manifest['migrations'] } as Manifest;

let folder: string;
let sealed: SealedStore;
let database: TestDatabase;
let db: Database;
let vault: Vault;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'linggong-authority-'));
  sealed = { store: createDiskStore(path.join(folder, 'store')), keyring: ringOf(randomBytes(32)) };
  database = await testDatabase();
  db = createDatabase({ connectionString: database.superuserUrl, max: 2 });
  ({ vault } = await openVault({ keyring: sealed.keyring, root: folder, db: () => db }));
}, 120_000);
afterAll(async () => {
  await db?.close();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

let serial = 0;
function grant(changed: Partial<RestoreGrant> = {}): RestoreGrant {
  serial += 1;
  return {
    form: 1,
    id: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`,
    system,
    backup,
    to: 'latest',
    reason: '磁盘损坏',
    askedBy: 'system-admin#1',
    decidedBy: 'security-admin#2',
    expiresAt: new Date(now.getTime() + 3_600_000).toISOString(),
    ...changed,
  };
}

/** The authority that a file with this text gives. */
async function byFile(text: string, args: readonly string[] = []): Promise<Authority> {
  const file = path.join(folder, 'a.grant');
  await writeFile(file, text);
  const order = restoreOrder(['--grant', file, '--into', path.join(folder, 'into'), ...args], '/');
  return authorityOf(order, { sealed, ask: () => Promise.reject(new Error('nobody is asked')), now: () => now });
}

async function marksOf({ id }: RestoreGrant): Promise<number> {
  let marks = 0;
  for await (const { name } of sealed.store.list(`${system}/restorations/`)) if (name.includes(id)) marks += 1;
  return marks;
}

async function* bytesOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

const changed = (text: string): string => `${text.slice(0, 60)}${text[60] === 'A' ? 'B' : 'A'}${text.slice(61)}`;

describe('a grant', () => {
  it('says what is restored, is used once, and is good again where nothing was restored', async () => {
    const text = await sealGrant(sealed.keyring, grant({ to: '2026-11-26T11:00:00.000Z' }));
    const authority = await byFile(text, ['--backup', backup]);
    expect(authority.wanted).toEqual({ backup, system, to: new Date('2026-11-26T11:00:00Z') });
    await authority.take(manifest);
    await expect((await byFile(text)).take(manifest)).rejects.toThrow(/has been used/);
    await authority.giveBack();
    await (await byFile(text)).take(manifest);
    expect(await authority.confirm({ url: 'of nobody', manifest })).toMatchObject({
      by: 'grant',
      askedBy: 'system-admin#1',
      decidedBy: 'security-admin#2',
    });
  });

  it('is taken by one at most of several restores that start together, and no other gives it back', async () => {
    const together = grant();
    const text = await sealGrant(sealed.keyring, together);
    const restores = [await byFile(text), await byFile(text), await byFile(text)];
    const taken = await Promise.allSettled(restores.map((one) => one.take(manifest)));
    const having = (status: string) => restores.filter((_, n) => taken[n]?.status === status);
    for (const one of having('rejected')) await one.giveBack();
    expect(having('fulfilled').length).toBeLessThanOrEqual(1);
    expect(await marksOf(together)).toBe(having('fulfilled').length);
    for (const one of having('fulfilled')) await one.giveBack();
    await (await byFile(text)).take(manifest);
    expect(await marksOf(together)).toBe(1);
  });

  it('was used where a release before marked it so', async () => {
    const used = grant();
    await sealed.store.put(`${system}/restorations/${used.id}`, bytesOf('of a release before'));
    const text = await sealGrant(sealed.keyring, used);
    await expect((await byFile(text)).take(manifest)).rejects.toThrow(/has been used/);
  });

  it.each<[string, () => Promise<string>]>([
    ['nothing', async () => ''],
    ['a changed byte', async () => changed(await sealGrant(sealed.keyring, grant()))],
    ['one of another key ring', () => sealGrant(ringOf(randomBytes(32)), grant())],
    ['the words of one, unsealed', async () => Buffer.from(JSON.stringify(grant())).toString('base64url')],
  ])('is not %s', async (_what, text) => {
    await expect(byFile(await text())).rejects.toThrow(/is no grant of this installation/);
  });

  it('is not used late, for another backup or to another instant', async () => {
    const text = await sealGrant(sealed.keyring, grant());
    await expect(byFile(text, ['--backup', '20261125T103000Z-3f9c21'])).rejects.toThrow(/for another backup/);
    await expect(byFile(text, ['--to', '2026-11-26T11:00:00Z'])).rejects.toThrow(/for another instant/);
    await expect(byFile(text, ['--system', '1'])).rejects.toThrow(/for another installation/);
    const late = await sealGrant(sealed.keyring, grant({ expiresAt: now.toISOString() }));
    await expect(byFile(late)).rejects.toThrow(/has expired/);
  });
});

describe('an emergency', () => {
  const secrets = new Map<string, string>();

  async function administrator(identifier: string, role: string, holder?: string): Promise<void> {
    const { id } = await db.one<{ id: number }>(
      `INSERT INTO public.up_users (username, account_role, blocked) VALUES ($1, $2, false) RETURNING id`,
      [identifier, role],
    );
    const secret = newTotpSecret();
    secrets.set(identifier, secret);
    await db.query(
      'INSERT INTO access.second_factors (account_id, secret_sealed, confirmed_at) VALUES ($1, $2, now())',
      [id, vault.seal('totp-secret', `account:${id}`, secret)],
    );
    const papers = ['paper', 'other-paper'].map((paper) => vault.blind('recovery-code', `${paper}-of-${identifier}`));
    await db.query('INSERT INTO access.recovery_codes (account_id, code_key) SELECT $1, unnest($2::bytea[])', [
      id,
      papers,
    ]);
    if (holder === undefined) return;
    await db.query(
      `INSERT INTO access.holders (account_id, phone_key, is_administrator, at) VALUES ($1, repeat($2, 64), true, now())`,
      [id, holder],
    );
  }

  beforeAll(async () => {
    await administrator('sys', 'system-admin', 'a');
    await administrator('sec', 'security-admin', 'b');
    await administrator('sec-2', 'security-admin');
    await administrator('aud', 'audit-admin', 'a');
    await administrator('ops', 'operator', 'c');
  });

  /** Between two emergencies lies an hour; each here has its own. */
  let hour = 0;
  const hourAt = (ahead: number): Date => new Date(now.getTime() + (hour + ahead) * 3_600_000);
  async function begun(answers: readonly string[], at: Date): Promise<Authority> {
    let next = 0;
    const ask = async (): Promise<string> => answers[next++] ?? '';
    const order = restoreOrder(['--emergency', '--reason', '机房断电', '--to', 'latest', '--into', 'x'], '/');
    const authority = await authorityOf(order, { sealed, ask, now: () => at });
    await authority.take(manifest);
    return authority;
  }
  async function confirmed(answers: readonly string[]) {
    hour += 1;
    return (await begun(answers, hourAt(0))).confirm({ url: database.superuserUrl, manifest });
  }
  const code = (identifier: string): string => codeAt(secrets.get(identifier) ?? '', hourAt(1));

  it('takes two administrators of the copy, a code each, and is written into its log', async () => {
    const allowed = await confirmed(['sys', code('sys'), 'SEC', code('sec')]);
    expect(allowed).toMatchObject({ by: 'emergency', reason: '机房断电' });
    expect([allowed.askedBy, allowed.decidedBy]).toEqual([
      expect.stringMatching(/^system-admin#/),
      expect.stringMatching(/^security-admin#/),
    ]);
    expect(await noteRestore(database.superuserUrl, manifest, allowed, now)).toBe(true);
    const noted = await db.query(
      `SELECT reason, subject_id AS backup FROM audit.published_entries WHERE action = 'backup.restore'`,
    );
    expect(noted).toEqual([{ reason: '机房断电', backup }]);
  });

  it('takes recovery codes on paper, each once', async () => {
    const papers = ['sys', 'paper-of-sys', 'sec', 'paper-of-sec'];
    expect(await confirmed(papers)).toMatchObject({ by: 'emergency' });
    await expect(confirmed([...papers, ...papers])).rejects.toThrow(/Three tries/);
  });

  /** As a copy of before their use is. */
  const forget = () => db.query('UPDATE access.recovery_codes SET used_at = NULL');

  it('takes no code again that an earlier one took, however it is spelt: each copy has forgotten that it was used', async () => {
    await forget();
    const papers = ['sys', 'Paper of SYS', 'sec', 'PAPER-OFSEC'];
    await expect(confirmed([...papers, ...papers])).rejects.toThrow(/Three tries/);
  });

  it('takes no code again that was right where the other one was wrong', async () => {
    await expect(confirmed(['sys', 'other-paper-of-sys'])).rejects.toThrow(/Three tries/);
    await forget();
    await expect(confirmed(['sys', 'other-paper-of-sys', 'sec', 'other-paper-of-sec'])).rejects.toThrow(/Three tries/);
  });

  it('uses the codes up in the copy that is kept, where it was another one that they were asked for', async () => {
    const answers = ['sys', code('sys'), 'sec', code('sec')];
    hour += 1;
    const authority = await begun(answers, hourAt(0));
    const copy = { url: database.superuserUrl, manifest };
    const allowed = await authority.confirm(copy);
    const used = () => db.one('SELECT count(*)::int AS codes FROM access.used_codes WHERE used_at = $1', [hourAt(0)]);
    expect(await used()).toEqual({ codes: 2 });
    await db.query('DELETE FROM access.used_codes WHERE used_at = $1', [hourAt(0)]);
    expect(await authority.confirm(copy)).toEqual(allowed);
    expect(await used()).toEqual({ codes: 2 });
  });

  it('is begun once an hour; one whose codes were wrong counts, one that failed otherwise does not', async () => {
    await expect(confirmed([])).rejects.toThrow(/Three tries/);
    const soon = new Date(hourAt(1).getTime() - 1);
    await expect(begun([], soon)).rejects.toThrow(/less than 60 minutes ago/);
    hour += 1;
    const failed = await begun([], hourAt(0));
    await failed.giveBack();
    const [one, other] = await Promise.allSettled([begun([], hourAt(0)), begun([], hourAt(0))]);
    expect([one.status, other.status]).toContain('rejected');
    for (const each of [one, other]) if (each.status === 'fulfilled') await each.value.giveBack();
    await (await begun([], hourAt(0))).giveBack();
  });

  it('lets each try three times, and tells nobody which of the two words was wrong', async () => {
    await expect(confirmed(['sys', '000000', 'sys', '000000', 'nobody', '000000', 'sys', code('sys')])).rejects.toThrow(
      /Three tries were wrong/,
    );
    const third = ['sys', '000000', 'sys', '000000', 'sys', code('sys'), 'sec', code('sec')];
    expect(await confirmed(third)).toMatchObject({ by: 'emergency' });
  });

  it('takes neither one person twice, nor one role twice, nor anybody else', async () => {
    await expect(confirmed(['sys', code('sys'), 'aud', code('aud')])).rejects.toThrow(/two roles and two persons/);
    await expect(confirmed(['sec', code('sec'), 'sec-2', code('sec-2')])).rejects.toThrow(/two roles and two persons/);
    const others = ['ops', code('ops'), 'ops', code('ops'), 'ops', code('ops')];
    await expect(confirmed(others)).rejects.toThrow(/Three tries/);
    await db.query(`UPDATE public.up_users SET blocked = true WHERE username = 'aud'`);
    await expect(confirmed(['aud', code('aud'), 'aud', code('aud'), 'aud', code('aud')])).rejects.toThrow(
      /Three tries/,
    );
  });
});

describe('the release of a backup', () => {
  const own = migrationFiles(repositoryRoot).map(({ plugin, name, sha256 }) => ({ plugin, name, sha256 }));

  it('may be this one or an older one, whose migrations then run', () => {
    expect(refuseNewer({ code: backup, migrations: own })).toBe(0);
    expect(refuseNewer({ code: backup, migrations: own.slice(0, -2) })).toBe(2);
  });

  it('may not be a newer one, nor another one', () => {
    const newer = [...own, { plugin: 'tax', name: '9999-do-more.before.sql', sha256: 'f'.repeat(64) }];
    expect(() => refuseNewer({ code: backup, migrations: newer })).toThrow(/newer release.*9999-do-more/s);
    const [first, ...rest] = own;
    const other = [{ plugin: first?.plugin ?? '', name: first?.name ?? '', sha256: 'f'.repeat(64) }, ...rest];
    expect(() => refuseNewer({ code: backup, migrations: other })).toThrow(/another release/);
  });
});
