import { auditOwners, checkNames, controls, retentionClasses, type CheckName } from '@linggong/config';
import { clockOf, controlChecksOf, createDatabase, databaseOf, type ControlChecks } from '@linggong/core';
import { shanghaiDay, type ControlState } from '@linggong/core/domain';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';
import { lookAfter, staff } from './controls.fixture';
import { offSite } from './keeping-checks';
import { lookAtChecks } from './look-at-checks';

/** The controls of MLPS level 3 (domain.md 8.4): each live check turns red when its fault is planted. */
let platform: BootedStrapi;
const tokens = new Map<string, string>();

beforeAll(async () => {
  platform = await bootStrapi();
  for (const role of [
    'security-admin',
    'system-admin',
    'audit-admin',
    'institution-manager',
    'regulator',
    'operator',
  ]) {
    tokens.set(role, await platform.token(role));
  }
  await staff(platform);
}, 240_000);
afterAll(() => platform?.stop());

const as = (who: string) => ({ type: 'bearer' as const, token: tokens.get(who) ?? '' });
const get = (who: string, address: string) => platform.http.get(address).auth(as(who).token, { type: 'bearer' });
const post = (who: string, address: string, body: object = {}) =>
  platform.http.post(address).auth(as(who).token, { type: 'bearer' }).send(body);

interface Item {
  number: number;
  state: ControlState;
  checks: { name: CheckName; state: ControlState; figure: { zh: string; en: string } }[];
  entries: { id: number; state: string }[];
}
const itemsOf = async (who = 'security-admin'): Promise<Item[]> =>
  (await get(who, '/api/v1/mlps/controls').expect(200)).body.items;
const control = async (number: number): Promise<Item> => {
  const found = (await itemsOf()).find((item) => item.number === number);
  if (found === undefined) throw new Error(`no control ${number}`);
  return found;
};
const today = (): string => shanghaiDay(clockOf(platform.strapi).now());

const account = (role: string) => `(SELECT id FROM public.up_users WHERE username = 'token-${role}')`;
const session = (id: string, hours: number) =>
  `INSERT INTO access.sessions (id, account_id, started_at, last_seen_at, ends_at)
   VALUES ('${id}', ${account('finance-officer')}, now(), now(), now() + interval '${hours} hours')`;
const sessionId = '00000000-0000-4000-8000-000000000001';
const audits = Object.keys(auditOwners).map((name) => `('${name}', now(), 1, 0)`);
const ranNow = `INSERT INTO continuity.audit_runs (audit, ran_at, compared, found) VALUES ${audits.join(', ')}`;
const goodBackup = `INSERT INTO continuity.backups (code, method, state, system, store, place, started_at, finished_at)
  VALUES ('20261126T000000Z-abcdef', 'base', 'good', 's', 'disk', '/b', now() - interval '1 hour', now())`;
const logShipped = `INSERT INTO continuity.wal_state (system, last_file, reached_at, shipped_at) VALUES ('s', 'f', now(), now())`;
const drill = (state: string) =>
  `INSERT INTO continuity.drills (state, started_at, finished_at) VALUES ('${state}', now(), now())`;
const served = (values: string) => `UPDATE continuity.processes SET ${values}`;
const read = (
  after: string,
) => `SELECT audit.append('[{"at":"2026-11-26T00:00:00Z","actor_kind":"system","actor_name":"x","trace_id":"x","action":"sensitive.read",
  "subject_kind":"worker","subject_id":"1","after":${after}}]')`;
const retained = (fault: string) =>
  `INSERT INTO vault.retention_runs (class, cutoff, started_at, finished_at, fault)
   SELECT c, now(), now(), now(), ${fault} FROM unnest(ARRAY['${retentionClasses.map(({ name }) => name).join("','")}']) c`;
const verified = (ok: boolean) =>
  `INSERT INTO audit.verifications (id, started_at, actor_name, ok, blocks, rows, roots) VALUES ('${sessionId}', now(), 'x', ${ok}, 1, 1, 0)`;

/** What the fixtures wrote past the product lies before the first entry that is looked at. */
const onlyLastEntries = `UPDATE audit.entries SET recorded_at = recorded_at - interval '1 day'
  WHERE xid::text::bigint < (SELECT max(xid::text::bigint) FROM audit.entries)`;

/** A check, what makes it green where the fresh platform is not, and the fault that turns it. */
const plants: readonly {
  check: CheckName;
  green?: string[];
  fault: string[];
  becomes?: ControlState;
}[] = [
  {
    check: 'passwords',
    fault: [`UPDATE access.credentials SET changed_at = now() - interval '91 days'`],
    becomes: 'partly',
  },
  {
    check: 'write-coverage',
    green: [onlyLastEntries],
    fault: [onlyLastEntries, 'UPDATE public.up_users SET updated_at = now()'],
  },
  { check: 'sign-in-bounds', fault: [session(sessionId, 20)] },
  { check: 'second-factor', fault: [`DELETE FROM access.second_factors WHERE account_id = ${account('audit-admin')}`] },
  {
    check: 'second-factor',
    fault: [`DELETE FROM access.second_factors WHERE account_id = ${account('finance-officer')}`],
    becomes: 'partly',
  },
  {
    check: 'rights',
    fault: [`UPDATE public.up_users SET account_role = NULL WHERE id = ${account('finance-officer')}`],
  },
  {
    check: 'right-givers',
    fault: [`UPDATE audit.entries SET actor_kind = 'account', actor_role = 'operator' WHERE action = 'account.create'`],
  },
  {
    check: 'default-accounts',
    fault: [`INSERT INTO public.admin_users (email, is_active) VALUES ('root@example.invalid', true)`],
  },
  {
    check: 'default-accounts',
    fault: [`UPDATE access.credentials SET must_change = true, changed_at = now() - interval '8 days'`],
    becomes: 'partly',
  },
  {
    check: 'unused-accounts',
    fault: [
      `UPDATE access.credentials SET changed_at = now() - interval '91 days'`,
      `UPDATE access.sessions SET last_seen_at = now() - interval '91 days'`,
    ],
  },
  {
    check: 'three-roles',
    fault: [
      'DROP INDEX access.holders_one_administrator',
      `UPDATE access.holders SET identity_key = repeat('a', 64) WHERE account_id IN (${account('audit-admin')}, ${account('system-admin')})`,
    ],
  },
  {
    check: 'sealed-columns',
    fault: [`UPDATE access.second_factors SET secret_sealed = 'a secret that nobody sealed at all'`],
  },
  { check: 'sealed-columns', fault: ['CREATE TABLE public.planted (phone_sealed text)'] },
  {
    check: 'sealed-columns',
    fault: [
      `INSERT INTO channels.statement_lines (channel, account, bank_serial, booked_on, booked_at, direction, amount_fen, reversal, payer_name, remark, file_id)
       VALUES ('x', 'x', 'x', now(), now(), 'credit', 1, false, '钱付款', '', 0)`,
    ],
  },
  { check: 'session-entries', green: ['DELETE FROM access.sessions'], fault: [session(sessionId, 8)] },
  { check: 'entry-fields', fault: [`UPDATE audit.entries SET actor_kind = 'account', address = NULL`] },
  { check: 'audit-guard', fault: ['GRANT UPDATE ON audit.entries TO linggong_app'] },
  { check: 'audit-guard', fault: ['ALTER TABLE audit.entries DISABLE TRIGGER entries_stay'] },
  { check: 'audit-guard', fault: ['GRANT linggong_audit TO linggong_app'] },
  { check: 'chain', green: [verified(true)], fault: [verified(false)] },
  {
    check: 'chain',
    green: [verified(true)],
    fault: [verified(true), `UPDATE audit.blocks SET sealed_at = sealed_at - interval '4 days'`],
  },
  { check: 'seal', fault: [`INSERT INTO audit.unsealed (seq, recorded_at) VALUES (1, now() - interval '11 seconds')`] },
  { check: 'log-months', fault: ['DELETE FROM audit.entries WHERE seq = (SELECT min(seq) FROM audit.entries)'] },
  {
    check: 'residues',
    fault: [
      session(sessionId, 8),
      `UPDATE public.up_users SET blocked = true WHERE id = ${account('finance-officer')}`,
    ],
  },
  {
    check: 'residues',
    fault: [
      `INSERT INTO access.challenges (token_hash, account_id, expires_at) VALUES (sha256('x'), ${account('finance-officer')}, now() - interval '3 days')`,
    ],
    becomes: 'partly',
  },
  {
    check: 'transport',
    green: [served('tls = true')],
    fault: [served('tls = false, proxied = false, loopback = false')],
  },
  { check: 'transport', green: [served('proxied = true')], fault: [served('loopback = true')], becomes: 'partly' },
  {
    check: 'redundancy',
    green: [
      `INSERT INTO continuity.processes SELECT m, 'all', 1, false, true, false, now(), now() FROM unnest(ARRAY['a', 'b']) m`,
    ],
    fault: [`DELETE FROM continuity.processes WHERE machine = 'a'`],
  },
  {
    check: 'findings',
    green: [ranNow],
    fault: [ranNow, `UPDATE continuity.audit_runs SET ran_at = now() - interval '27 hours'`],
  },
  {
    check: 'personal-reads',
    green: [read('{"purpose":"card-check"}')],
    fault: [read('{}')],
  },
  { check: 'retention', green: [retained('NULL')], fault: [retained(`'fault'`)] },
  {
    check: 'backups',
    green: [goodBackup, logShipped, drill('passed')],
    fault: [goodBackup, logShipped, drill('failed')],
  },
];

describe('every live check turns when its fault is planted', () => {
  it.each(plants.map((plant) => [plant.check, plant] as const))('%s', async (check, { green, fault, becomes }) => {
    const before = await lookAfter(platform, check, ...(green ?? []));
    const after = await lookAfter(platform, check, ...fault);
    expect([before.state, after.state]).toEqual([green ? 'met' : before.state, becomes ?? 'not-met']);
    expect(before.state).not.toBe(after.state);
    expect(['met', 'partly']).toContain(before.state);
    expect(after.figure).not.toEqual(before.figure);
  });

  it('off-site: a store on the disk of the data is none', async () => {
    const disk = { store: { kind: 'disk', folder: '/tmp' }, url: 'postgres://x' } as const;
    const s3 = { store: { kind: 's3', bucket: 'b' }, url: 'postgres://x' } as const;
    type OffSite = Parameters<typeof offSite>[0];
    const settings = (backups: unknown): OffSite => ({ dataFolder: '/tmp', backups }) as OffSite;
    const sql = [goodBackup, logShipped];
    expect((await lookAfter(platform, offSite(settings(s3)), ...sql)).state).toBe('met');
    expect((await lookAfter(platform, offSite(settings(disk)), ...sql)).state).toBe('not-met');
    expect((await lookAfter(platform, offSite(settings(s3)), goodBackup)).state).toBe('partly');
  });

  it('leaves no registered check without a test', () => {
    const elsewhere = ['row-scopes', 'closed-inputs', 'listeners', 'intake', 'off-site', 'witness'];
    const registered = checkNames.filter((name) => controlChecksOf(platform.strapi).of(name) !== undefined);
    expect([...new Set([...plants.map(({ check }) => check), ...elsewhere])].sort()).toEqual([...registered].sort());
  });
});

describe('one bad check', () => {
  it('breaks no other: it fails, hangs, or nobody registered it, and says unknown', async () => {
    const real = controlChecksOf(platform.strapi);
    const bad: ControlChecks = {
      add: () => undefined,
      of: (name) => {
        if (name === 'passwords') return (db) => db.one('SELECT * FROM no.such_table');
        if (name === 'transport') return (db) => db.one('SELECT pg_sleep(60)');
        if (name === 'rights') return () => new Promise(() => undefined);
        if (name === 'witness') return undefined;
        return real.of(name);
      },
    };
    const db = databaseOf(platform.strapi);
    const limits = { checkMsMax: 200, checksMsMax: 20_000 };
    const looks = await db.transaction((tx) => lookAtChecks(tx, bad, clockOf(platform.strapi).now(), limits));
    expect([...looks.keys()]).toEqual([...checkNames]);
    const told = (name: CheckName) => [looks.get(name)?.state, looks.get(name)?.failure];
    expect(told('passwords')).toEqual(['unknown', '42P01']);
    expect(told('transport')[0]).toBe('unknown');
    expect(told('rights')).toEqual(['unknown', 'too slow']);
    expect(told('witness')).toEqual(['unknown', undefined]);
    expect(told('second-factor')).toEqual(['met', undefined]);
  });
});

describe('GET /mlps/controls', () => {
  it('gives every control to those who answer for them, and to nobody else', async () => {
    for (const who of ['security-admin', 'system-admin', 'audit-admin', 'institution-manager', 'regulator']) {
      expect((await itemsOf(who)).map(({ number }) => number)).toEqual(controls.map(({ number }) => number));
    }
    await get('operator', '/api/v1/mlps/controls').expect(403);
  });

  it('calls none met without a live figure or an entry in force', async () => {
    const items = await itemsOf();
    const bare = items.filter(
      ({ checks, entries }) => checks.length === 0 && !entries.some(({ state }) => state === 'in-force'),
    );
    expect(bare.map(({ number, state }) => [number, state])).toEqual(
      [30, 31, 32, 33, 34, 35].map((number) => [number, 'unknown']),
    );
    for (const { figure } of items.flatMap(({ checks }) => checks)) expect(figure.zh).not.toBe(figure.en);
    expect((await control(4)).checks[0]?.figure.en).toBe(
      '2FA is on for every administrator: yes, 3 of 3; finance and approvers: 2 of 2',
    );
    expect((await control(15)).checks.find(({ name }) => name === 'witness')?.state).toBe('not-met');
  });
});

describe('evidence', () => {
  const entry = () => ({ datedOn: today(), until: '2027-06-30', text: '备案证明 44000000000-26001，测评报告 2026-09' });
  const add = (who: string, body: object) => post(who, '/api/v1/mlps/controls/30/evidence', body);

  it('is entered by the security administrator, counts until its day, and is withdrawn with a reason', async () => {
    const until = shanghaiDay(new Date(clockOf(platform.strapi).now().getTime() + 30 * 86_400_000));
    const { body } = await add('security-admin', { ...entry(), until }).expect(201);
    expect((await control(30)).state).toBe('met');
    await post('security-admin', `/api/v1/mlps/evidence/${body.id}/withdraw`, { reason: '编号抄错' }).expect(200);
    expect(await control(30)).toMatchObject({ state: 'unknown', entries: [{ id: body.id, state: 'withdrawn' }] });
    await post('security-admin', `/api/v1/mlps/evidence/${body.id}/withdraw`, { reason: '编号抄错' }).expect(409);
    await post('security-admin', '/api/v1/mlps/evidence/999999/withdraw', { reason: '没有' }).expect(404);
    const { body: log } = await get(
      'audit-admin',
      '/api/console/audit-entries?filter={"subjectKind":"mlps-control"}',
    ).expect(200);
    const actions: string[] = log.map(({ action }: { action: string }) => action);
    expect(actions.filter((action) => action.startsWith('mlps-control.')).sort()).toEqual([
      'mlps-control.add-evidence',
      'mlps-control.withdraw-evidence',
    ]);
  });

  it('is refused where it is of a day to come, too long, without an end, personal, or not his', async () => {
    const until = today();
    await add('security-admin', { ...entry(), datedOn: '2199-01-01', until: '2199-02-01' }).expect(400);
    await add('security-admin', { ...entry(), datedOn: '2020-01-01', until }).expect(400);
    await add('security-admin', { ...entry(), until: '2020-01-01' }).expect(400);
    await add('security-admin', { ...entry(), until, text: '联系人 13812340001' }).expect(400);
    await add('system-admin', { ...entry(), until }).expect(403);
    await add('regulator', { ...entry(), until }).expect(403);
    await post('security-admin', '/api/v1/mlps/controls/36/evidence', { ...entry(), until }).expect(400);
  });

  it('stays: even the owner of the tables changes none', async () => {
    const superuser = createDatabase({ connectionString: platform.database.superuserUrl, max: 1 });
    await expect(superuser.query("UPDATE continuity.control_evidence SET text = 'xx'")).rejects.toThrow(
      /never changed/,
    );
    await expect(superuser.query('DELETE FROM continuity.evidence_withdrawals')).rejects.toThrow(/never changed/);
    await superuser.close();
  });
});

describe('the nightly audit', () => {
  it('gives what is not met to the security administrator: no TLS on an address of the network, and missing evidence', async () => {
    // As it is where HOST is left as it comes, without TLS and without a proxy.
    await databaseOf(platform.strapi).query(served('loopback = false'));
    await post('system-admin', '/api/v1/schedules/continuity.audit-controls/run').expect(202);
    await jobsOf(platform.strapi).drain();
    const { body } = await get('security-admin', '/api/console/findings').expect(200);
    const found = new Map(body.map((row: { kind: string; samples: string[] }) => [row.kind, row.samples]));
    expect(found.get('transport')).toEqual(['3', '21', '22']);
    expect(found.get('evidence-missing')).toContain('30');
    expect(found.has('second-factor')).toBe(false);
    expect(body.every(({ owner }: { owner: string }) => owner === 'security-admin')).toBe(true);
    const [finding] = body;
    await post('security-admin', `/api/v1/findings/${finding.id}/acknowledge`).expect(200);
    await post('operator', `/api/v1/findings/${finding.id}/acknowledge`).expect(404);
  });
});
