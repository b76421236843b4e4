import { clockOf, createDatabase, databaseOf, systemCommand, type Database } from '@linggong/core';
import { tokenFor } from '../accounts/token-for';
import { bootWith, type TestPlatform } from '../platform.fixture';
import { deskOf, keyOf, type Answer, type Desk } from './approvals.fixture';
import { marked, markedRoute, marksOf, prepareMarks } from './marked.fixture';
import { takeUpApproved, turnApprovals } from './turn-approvals';

const CANARY = '110101199003079999';

/** An operation that waits for a second person: kept, sealed, and done for its maker once somebody else approved it (R9.5). */
describe('a kept request', () => {
  let platform: TestPlatform;
  let desk: Desk;
  let db: Database;
  let owner: Database;
  let officer: string;
  let approver: string;
  let serial = 0;

  beforeAll(async () => {
    platform = await bootWith({ routes: [markedRoute] });
    db = databaseOf(platform.strapi);
    owner = createDatabase({ connectionString: platform.database.ownerUrl, max: 1 });
    await prepareMarks(owner);
    desk = deskOf(platform);
    officer = await desk.token({ role: 'finance-officer' });
    approver = await desk.token({ role: 'finance-approver' });
  }, 240_000);
  beforeEach(() => Object.assign(marked, { how: 'well', before: 'none' }));
  afterAll(async () => {
    await owner?.close();
    await platform?.stop();
  });

  async function asked(by = officer, more: object = {}): Promise<{ id: string; label: string }> {
    serial += 1;
    const label = `mark-${serial}`;
    const answer = await desk.post(by, '/test/marked', { label, reason: '年底限额调整', ...more });
    expect([answer.status, answer.body.approval?.state]).toEqual([202, 'pending']);
    return { id: answer.body.approval.id, label };
  }
  const read = async (id: string): Promise<Answer> => (await desk.get(officer, `/v1/approvals/${id}`)).body;

  it('does nothing until it is approved, and then once, as its maker', async () => {
    const { id, label } = await asked();
    expect(await marksOf(db, label)).toBe(0);
    const seen = (await desk.get(approver, `/v1/approvals/${id}`)).body;
    expect(seen).toMatchObject({ state: 'pending', mayDecide: true, mayReject: true, reason: '年底限额调整' });
    expect([seen.before, seen.after]).toEqual([{ limit: 'none' }, { limit: label }]);
    const decided = await desk.approve(approver, id);
    expect([decided.status, decided.body.state]).toEqual([200, 'executed']);
    expect(await marksOf(db, label)).toBe(1);
    await takeUpApproved(platform.strapi, new Date(Date.now() + 3_600_000));
    expect(await marksOf(db, label)).toBe(1);
    expect((await platform.audited('approval.ask')).at(-1)?.actor).toMatch(/^finance-officer#/);
    expect((await platform.audited('approval.approve')).at(-1)?.actor).toMatch(/^finance-approver#/);
    expect((await platform.audited('approval.execute')).at(-1)?.actor).toMatch(/^finance-officer#/);
  });

  it('keeps what was sent sealed, and no longer than it is needed', async () => {
    const { id } = await asked(officer, { secret: CANARY });
    const kept = await owner.one<{ row: string; payload: Buffer }>(
      'SELECT a::text AS row, payload_sealed AS payload FROM access.approvals a WHERE id = $1',
      [id],
    );
    expect(kept.payload.length).toBeGreaterThan(50);
    expect(kept.row + kept.payload.toString('latin1') + platform.log.join()).not.toContain(CANARY);
    await desk.reject(approver, id, '暂不调整');
    const left = await owner.one('SELECT state, payload_sealed AS payload FROM access.approvals WHERE id = $1', [id]);
    expect(left).toEqual({ state: 'rejected', payload: null });
  });

  it('refuses at once what would be refused, and asks for nothing', async () => {
    marked.how = 'refuse';
    const before = (await db.query('SELECT 1 FROM access.approvals')).length;
    const answer = await desk.post(officer, '/test/marked', { label: 'late', reason: '来不及了' });
    expect([answer.status, answer.body.code]).toEqual([409, 'too-late']);
    expect((await db.query('SELECT 1 FROM access.approvals')).length).toBe(before);
  });

  it('is asked once a thing, and a repeated request gets the same answer', async () => {
    const label = 'twice';
    const send = (key: string) =>
      platform.http
        .post('/api/v1/test/marked')
        .auth(officer, { type: 'bearer' })
        .set('Idempotency-Key', key)
        .send({ label, reason: '年底限额调整' });
    const first = await send('key-1');
    expect((await send('key-1')).body).toEqual(first.body);
    expect((await send('key-2')).body.code).toBe('approval-open');
    expect((await desk.approve(approver, first.body.approval.id)).body.state).toBe('executed');
  });

  it('is not decided by its maker, a second account of his, without second factor or unseen', async () => {
    const person = { identityKey: keyOf(71) };
    const maker = await desk.token({ role: 'finance-approver', serial: 71 }, { holder: person });
    const second = await desk.token({ role: 'finance-approver', serial: 72 }, { holder: person });
    const bare = await desk.token({ role: 'finance-approver', serial: 73 }, { secondFactor: false });
    const { id, label } = await asked(maker);
    expect((await desk.approve(maker, id)).body.code).toBe('approval-own');
    expect((await desk.approve(second, id)).body.code).toBe('approval-own');
    expect((await desk.approve(bare, id)).body.code).toBe('second-factor-required');
    const unseen = await desk.post(approver, `/approvals/${id}/approve`, { seenSha256: '0'.repeat(64) });
    expect([unseen.status, unseen.body.code]).toEqual([409, 'approval-outdated']);
    expect(await marksOf(db, label)).toBe(0);
    const nobody = await desk.token({ role: 'finance-officer', serial: 74 }, { holder: 'none' });
    const refused = await desk.post(nobody, '/test/marked', { label: 'unknown', reason: '年底限额调整' });
    expect([refused.status, refused.body.code]).toEqual([403, 'holder-missing']);
  });

  it('is withdrawn by its maker alone, and by nobody twice', async () => {
    const { id } = await asked();
    expect((await desk.post(approver, `/approvals/${id}/withdraw`)).body.code).toBe('approval-not-yours');
    expect((await desk.post(officer, `/approvals/${id}/withdraw`)).body.state).toBe('withdrawn');
    expect((await desk.post(officer, `/approvals/${id}/withdraw`)).body.code).toBe('approval-not-pending');
    expect((await desk.approve(approver, id)).body.code).toBe('approval-not-pending');
  });

  it('is void where what it stands on has changed, or its maker is gone', async () => {
    const person = { identityKey: keyOf(82) };
    const maker = await desk.token({ role: 'finance-approver', serial: 82 }, { holder: person });
    const second = await desk.token({ role: 'finance-approver', serial: 83 }, { holder: person });
    const changed = await asked(maker);
    marked.before = 'another';
    // Who may not decide does not make it void either.
    for (const token of [maker, second]) {
      expect((await desk.approve(token, changed.id)).body.code).toBe('approval-own');
      expect((await desk.get(approver, `/v1/approvals/${changed.id}`)).body.state).toBe('pending');
    }
    expect((await desk.approve(approver, changed.id)).body.code).toBe('approval-outdated');
    expect((await desk.get(approver, `/v1/approvals/${changed.id}`)).body.state).toBe('failed');
    marked.before = 'none';
    const leaver = await desk.token({ role: 'finance-officer', serial: 81 });
    const orphan = await asked(leaver);
    await db.query(`UPDATE public.up_users SET blocked = true WHERE username = 'token-finance-officer-n81'`);
    expect((await desk.approve(approver, orphan.id)).body.code).toBe('approval-outdated');
    expect(await marksOf(db, orphan.label)).toBe(0);
    // Whoever was given another role by then does not do it in the new one, though that may ask for the same.
    const climber = await desk.token({ role: 'finance-officer', serial: 84 });
    const climbing = await asked(climber);
    await owner.query(
      `UPDATE public.up_users SET account_role = 'finance-approver' WHERE username = 'token-finance-officer-n84'`,
    );
    expect((await desk.approve(approver, climbing.id)).body.code).toBe('approval-outdated');
    expect(await marksOf(db, climbing.label)).toBe(0);
  });

  it('ends as failed where the business refuses by then, and says why', async () => {
    const { id, label } = await asked();
    marked.how = 'refuse';
    const decided = await desk.approve(approver, id);
    expect(decided.body).toMatchObject({ state: 'failed', problem: { code: 'too-late', text: { zh: '太迟' } } });
    expect(await marksOf(db, label)).toBe(0);
  });

  it.each(['fault', 'break'] as const)('is taken up again after a %s, and done exactly once', async (how) => {
    const { id, label } = await asked();
    marked.how = how;
    expect((await desk.approve(approver, id)).body.state).toBe('executing');
    expect(await marksOf(db, label)).toBe(0);
    marked.how = 'well';
    const now = clockOf(platform.strapi).now().getTime();
    expect(await takeUpApproved(platform.strapi, new Date(now + 30_000))).toEqual({ taken: 0 });
    await Promise.all([1, 2, 3].map(() => takeUpApproved(platform.strapi, new Date(now + 61_000))));
    expect([(await read(id)).state, await marksOf(db, label)]).toEqual(['executed', 1]);
  });

  it('is given up after five faults', async () => {
    const { id } = await asked();
    marked.how = 'fault';
    await desk.approve(approver, id);
    const now = clockOf(platform.strapi).now().getTime();
    for (let round = 1; round < 5; round += 1) await takeUpApproved(platform.strapi, new Date(now + round * 61_000));
    expect(await read(id)).toMatchObject({ state: 'failed', problem: { code: 'fault' } });
  });

  it('expires, and is decided by nobody then', async () => {
    const { id, label } = await asked(officer, { secret: CANARY });
    const { expiresAt } = await read(id);
    const turn = (at: Date) => turnApprovals(platform.strapi, systemCommand('test', at, 'test'));
    const last = new Date(expiresAt);
    await turn(new Date(last.getTime() - 1));
    expect((await read(id)).state).toBe('pending');
    expect((await turn(last)).expired).toBeGreaterThan(0);
    expect((await read(id)).state).toBe('expired');
    expect((await platform.audited('approval.expire')).map(({ subject }) => subject)).toContain(`approval ${id}`);
    expect((await desk.approve(approver, id)).body.code).toBe('approval-not-pending');
    expect([
      (await owner.one('SELECT payload_sealed AS p FROM access.approvals WHERE id = $1', [id]))['p'],
      label,
    ]).toEqual([null, label]);
  });

  it('goes to a further role where nobody decides in time', async () => {
    const manager = await desk.token({ role: 'institution-manager' });
    const { id, label } = await asked();
    expect((await desk.get(manager, `/v1/approvals/${id}`)).status).toBe(404);
    const { askedAt } = await read(id);
    const turn = (hours: number) =>
      turnApprovals(
        platform.strapi,
        systemCommand('test', new Date(new Date(askedAt).getTime() + hours * 3_600_000), 'test'),
      );
    await turn(23.9);
    expect((await read(id)).deciders).toEqual(['finance-approver']);
    expect((await turn(24)).escalated).toBeGreaterThan(0);
    expect((await turn(25)).escalated).toBe(0);
    expect((await read(id)).deciders).toEqual(['finance-approver', 'institution-manager']);
    expect((await desk.waiting(manager, 'channel-limit:set')).map((row) => row.id)).toContain(id);
    expect((await desk.approve(manager, id)).body.state).toBe('executed');
    expect(await marksOf(db, label)).toBe(1);
  });

  it('tells each of its steps once, as an event that notices can hang on', async () => {
    const turn = (at = new Date()) => turnApprovals(platform.strapi, systemCommand('test', at, 'test'));
    const told = async (id: string) => {
      const rows = await owner.query<{ step: string }>(
        `SELECT replace(type, 'access.approval.', '') AS step FROM jobs.events
          WHERE type LIKE 'access.approval.%' AND payload ->> 'approvalId' = $1 ORDER BY serial`,
        [id],
      );
      return rows.map(({ step }) => step);
    };
    const { id: done } = await asked();
    const { id: refused } = await asked();
    const { id: broken } = await asked();
    const { id: taken } = await asked();
    expect(await told(done)).toEqual([]);
    expect((await turn()).told).toBeGreaterThan(3);
    expect(await told(done)).toEqual(['asked']);
    await turn(new Date(Date.now() + 25 * 3_600_000));
    await desk.approve(approver, done);
    await desk.reject(approver, refused, '暂不调整');
    marked.how = 'refuse';
    await desk.approve(approver, broken);
    marked.how = 'well';
    await desk.post(officer, `/approvals/${taken}/withdraw`);
    const { id: late } = await asked();
    await turn(new Date(Date.now() + 100 * 3_600_000));
    await Promise.all([turn(), turn()]);
    expect(await told(done)).toEqual(['asked', 'escalated', 'approved', 'executed']);
    expect(await told(refused)).toEqual(['asked', 'escalated', 'rejected']);
    expect(await told(broken)).toEqual(['asked', 'escalated', 'approved', 'failed']);
    expect(await told(taken)).toEqual(['asked', 'escalated', 'withdrawn']);
    expect(await told(late)).toEqual(['asked', 'expired']);
    expect((await turn()).told).toBe(0);
  });

  it('is decided once by two who decide at once', async () => {
    const other = await tokenFor(platform.strapi, { role: 'finance-approver', serial: 91 });
    const { id, label } = await asked();
    const both = await Promise.all([desk.approve(approver, id), desk.approve(other, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await marksOf(db, label)).toBe(1);
  });
});
