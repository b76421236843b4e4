import { randomBytes } from 'node:crypto';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { createDatabase, databaseOf, systemCommand } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { keepFindings, openGrant } from '@linggong/continuity';
import { createKeyring } from '@linggong/vault';
import { keeperOf } from './keeper';

let platform: BootedStrapi;
const tokens = new Map<string, string>();

beforeAll(async () => {
  platform = await bootStrapi();
  for (const role of [
    'system-admin',
    'audit-admin',
    'security-admin',
    'finance-officer',
    'tax-officer',
    'operator',
    'risk-officer',
  ]) {
    tokens.set(role, await platform.token(role));
  }
}, 180_000);
afterAll(() => platform?.stop());

const get = (who: string, address: string) =>
  platform.http.get(address).auth(tokens.get(who) ?? '', { type: 'bearer' });
const post = (who: string, address: string, body: object = {}) =>
  platform.http
    .post(address)
    .auth(tokens.get(who) ?? '', { type: 'bearer' })
    .send(body);

async function plant(audit: 'books' | 'taxes', kinds: readonly string[]): Promise<void> {
  const differences = kinds.map((kind) => ({ kind, count: 2n, samples: ['LO-1', 'LO-2'] }));
  const command = systemCommand('test', new Date(), 'test');
  await databaseOf(platform.strapi).transaction((tx) =>
    keepFindings(tx, jobsOf(platform.strapi), audit, { compared: 9n, differences }, command),
  );
}

const findingsOf = async (who: string): Promise<{ id: number; kind: string; state: string }[]> =>
  (await get(who, '/api/console/findings').expect(200)).body;

describe('schedules', () => {
  it('are listed for those who look after them, and for nobody else', async () => {
    const { body } = await get('system-admin', '/api/v1/schedules').expect(200);
    const named = new Map(body.items.map((item: { name: string; when: object }) => [item.name, item.when]));
    expect(named.get('continuity.drill')).toEqual({ weekly: { day: 7, at: '04:30' } });
    expect(named.get('continuity.back-up')).toEqual({ daily: '02:30' });
    await get('audit-admin', '/api/v1/schedules').expect(200);
    await get('operator', '/api/v1/schedules').expect(403);
    await get('security-admin', '/api/v1/schedules').expect(403);
  });

  it('are run by hand, with progress and a result, in the name of the person and on record', async () => {
    const { body } = await post('system-admin', '/api/v1/schedules/continuity.audit-books/run').expect(202);
    const again = await post('system-admin', '/api/v1/schedules/continuity.audit-books/run').expect(202);
    expect(again.body).toEqual(body);
    await jobsOf(platform.strapi).drain();
    const job = await get('system-admin', `/api/v1/jobs/${body.jobId}`).expect(200);
    expect(job.body).toMatchObject({ state: 'done', done: 2, total: 2, result: { found: 0 } });
    expect(job.body.actor).toMatch(/^system-admin#/);
    const { body: one } = await get('system-admin', '/api/v1/schedules/continuity.audit-books').expect(200);
    expect(one.last).toMatchObject({ id: body.jobId, state: 'done' });
    const log = await get('audit-admin', '/api/console/audit-entries?filter={"action":"schedule.run"}').expect(200);
    expect(log.body.length).toBe(2);
  });

  it('are not run by those who only read, and unknown ones not at all', async () => {
    await post('audit-admin', '/api/v1/schedules/continuity.back-up/run').expect(403);
    await post('finance-officer', '/api/v1/schedules/continuity.back-up/run').expect(403);
    await post('system-admin', '/api/v1/schedules/no.such/run').expect(404);
    await post('system-admin', '/api/v1/schedules/No%20Such/run').expect(400);
  });
});

describe('backups', () => {
  it('say plainly that no backup role is configured, and the status warns', async () => {
    const { body } = await post('system-admin', '/api/v1/schedules/continuity.back-up/run').expect(202);
    await jobsOf(platform.strapi).drain();
    const job = await get('system-admin', `/api/v1/jobs/${body.jobId}`).expect(200);
    expect(job.body).toMatchObject({ state: 'failed', problem: { code: 'continuity.no-backup-role' } });
    const status = await get('system-admin', '/api/v1/backups/status').expect(200);
    expect(status.body).toMatchObject({ method: 'none', lastGoodAt: null });
    expect(status.body.warnings).toContain('no-backup');
    await get('operator', '/api/v1/backups/status').expect(403);
    await post('system-admin', '/api/v1/backups/1/verify').expect(404);
  });

  it('and drills are listed, empty as they are', async () => {
    for (const list of ['backups', 'restore-drills']) {
      expect((await get('audit-admin', `/api/console/${list}`).expect(200)).body).toEqual([]);
      await get('tax-officer', `/api/console/${list}`).expect(403);
    }
  });
});

/** 恢复由两名管理员决定 (R9.5): asked by one, approved by another, and taken once as a grant for the command. */
describe('the restore of a backup', () => {
  const code = '20261126T103000Z-3f9c21';
  const body = { to: '2026-11-26T19:00:00+08:00', reason: '磁盘损坏' };
  let at: string;

  beforeAll(async () => {
    const superuser = createDatabase({ connectionString: platform.database.superuserUrl, max: 1 });
    const { id } = await superuser.one<{ id: number }>(
      `INSERT INTO continuity.backups (code, method, state, system, store, place, started_at, finished_at, server)
       VALUES ($1, 'base', 'good', '7380000000000000001', 'disk', '/mnt', now(), now(), '18.4') RETURNING id`,
      [code],
    );
    await superuser.close();
    at = `/api/v1/backups/${id}/restore`;
  });

  const approve = async (who: string, id: string) => {
    const { body: seen } = await get(who, `/api/v1/approvals/${id}`);
    return post(who, `/api/v1/approvals/${id}/approve`, { seenSha256: seen.seenSha256 ?? '0'.repeat(64) });
  };
  const take = (id: string, changed: object = {}) =>
    post('system-admin', at, { ...body, ...changed })
      .set('Approval', id)
      .set('Idempotency-Key', 'take-grant');

  it('is a grant for that backup and instant, which opens with the key ring and is given once', async () => {
    const asked = await post('system-admin', at, body).expect(202);
    const { id } = asked.body.approval;
    expect((await take(id).expect(409)).body.code).toBe('approval-not-approved');
    const shown = await get('security-admin', `/api/v1/approvals/${id}`).expect(200);
    expect(shown.body).toMatchObject({
      deciders: ['security-admin'],
      mayDecide: true,
      after: { backup: code, method: 'base', to: '2026-11-26T11:00:00.000Z', restored: true },
    });
    expect((await approve('system-admin', id)).status).toBe(403);
    expect((await approve('security-admin', id)).body.state).toBe('approved');
    expect((await take(id, { to: 'latest' }).expect(403)).body.code).toBe('approval-unfit');
    const { body: given } = await take(id).expect(201);
    expect((await take(id).expect(409)).body.code).toBe('approval-used');
    const keyring = createKeyring({ current: 1, keys: new Map([[1, randomBytes(32)]]), index: randomBytes(32) });
    expect(await openGrant(keyring, given.grant)).toBeUndefined();
    const { keyring: own } = await keeperOf(platform.strapi).sealed();
    const grant = await openGrant(own, given.grant);
    expect(grant).toMatchObject({ id, backup: code, system: '7380000000000000001', to: '2026-11-26T11:00:00.000Z' });
    expect([grant?.askedBy, grant?.decidedBy]).toEqual([
      expect.stringMatching(/^system-admin#/),
      expect.stringMatching(/^security-admin#/),
    ]);
    const hours = (Date.parse(given.expiresAt) - Date.now()) / 3_600_000;
    expect([hours > 23.9, hours <= 24]).toEqual([true, true]);
    const kept = await databaseOf(platform.strapi).query(
      `SELECT 1 FROM access.idempotency WHERE answer::text LIKE $1`,
      [`%${given.grant.slice(0, 40)}%`],
    );
    expect(kept).toEqual([]);
    const log = await get('audit-admin', '/api/console/audit-entries?filter={"action":"backup.grant-restore"}').expect(
      200,
    );
    expect(log.body).toMatchObject([{ subjectId: code }]);
  });

  it('is asked by the system administrator alone, and for what is there', async () => {
    for (const who of ['security-admin', 'audit-admin', 'operator', 'finance-officer'])
      await post(who, at, body).expect(403);
    await post('system-admin', '/api/v1/backups/999999/restore', body).expect(404);
    await post('system-admin', at, { ...body, to: '2026-11-26' }).expect(400);
  });
});

describe('findings', () => {
  beforeAll(async () => {
    await plant('books', ['amount-differs', 'order-without-entry']);
    await plant('taxes', ['figures-differ']);
  });

  it('are seen by the role that owns them; the audit administrator sees all', async () => {
    expect((await findingsOf('finance-officer')).map(({ kind }) => kind).sort()).toEqual([
      'amount-differs',
      'order-without-entry',
    ]);
    expect((await findingsOf('tax-officer')).map(({ kind }) => kind)).toEqual(['figures-differ']);
    expect(await findingsOf('operator')).toEqual([]);
    expect((await findingsOf('audit-admin')).length).toBe(3);
    // Those of his own: controls that are not met.
    expect(await findingsOf('security-admin')).toEqual([]);
    await get('risk-officer', '/api/console/findings').expect(403);
  });

  it('are acknowledged and resolved by their owner, with a reason, on record', async () => {
    const [first] = await findingsOf('finance-officer');
    const address = `/api/v1/findings/${first?.id}`;
    await post('tax-officer', `${address}/acknowledge`).expect(404);
    // He acts on the findings of the audit log, which are his, and only looks at these.
    await post('audit-admin', `${address}/acknowledge`).expect(404);
    expect((await post('finance-officer', `${address}/acknowledge`).expect(200)).body.state).toBe('acknowledged');
    await post('finance-officer', `${address}/acknowledge`).expect(409);
    await post('finance-officer', `${address}/resolve`).expect(400);
    const reason = '手工补记,已核对';
    expect((await post('finance-officer', `${address}/resolve`, { reason }).expect(200)).body.state).toBe('resolved');
    const { body } = await get('finance-officer', `/api/console/findings/${first?.id}`).expect(200);
    expect(body).toMatchObject({ state: 'resolved', endReason: reason });
    expect(body.steps.map(({ step }: { step: string }) => step)).toEqual(['resolved', 'acknowledged', 'found']);
    const log = await get('audit-admin', '/api/console/audit-entries?filter={"action":"finding.resolve"}').expect(200);
    expect(log.body).toHaveLength(1);
  });
});

describe('the audit of the log', () => {
  it('notes the head of the witness in the audit log, so that its records cannot be cut off the end (R9.5)', async () => {
    const superuser = createDatabase({ connectionString: platform.database.superuserUrl, max: 1 });
    await superuser.query(
      `INSERT INTO witness.transactions (no, kind, at, user_source, candidates, replica_role, forged, tables, rows, kept, previous, digest)
       VALUES (1, 'migration', now(), 'none', '[]', false, false, '[]', 0, 0, '', '\\xab')`,
    );
    const notes = async () => {
      await post('system-admin', '/api/v1/schedules/continuity.audit-log/run').expect(202);
      await jobsOf(platform.strapi).drain();
      return databaseOf(platform.strapi).query(
        `SELECT subject_id AS no, after FROM audit.published_entries WHERE action = 'witness-head.note'`,
      );
    };
    expect(await notes()).toEqual([{ no: '1', after: { digest: 'ab' } }]);
    await superuser.query(`SET session_replication_role = 'replica'`);
    await superuser.query('DELETE FROM witness.transactions');
    await superuser.close();
    expect(await notes()).toHaveLength(1);
    const found = await get('audit-admin', '/api/console/findings?filter={"kind":"witness-cut"}').expect(200);
    expect(found.body).toMatchObject([{ kind: 'witness-cut', state: 'open' }]);
  });
});
