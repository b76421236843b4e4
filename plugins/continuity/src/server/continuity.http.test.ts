import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { createDatabase, databaseOf, systemCommand } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { keepFindings } from '@linggong/continuity';

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
