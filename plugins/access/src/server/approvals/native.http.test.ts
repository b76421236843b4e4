import { matrix } from '@linggong/config/access';
import { createDatabase, databaseOf, systemCommand } from '@linggong/core';
import { bootWith, type TestPlatform } from '../platform.fixture';
import { deskOf, keyOf, newEnterprise, type Desk } from './approvals.fixture';
import { nativeLapsesOf } from './native-lapses';
import { turnApprovals } from './turn-approvals';

/** What the business decides by an operation of its own (R9.5): the inbox and that operation are one decision. */
describe('a native approval', () => {
  let platform: TestPlatform;
  let desk: Desk;
  let officer: string;
  let approver: string;
  let month = 0;

  beforeAll(async () => {
    platform = await bootWith({});
    desk = deskOf(platform);
    await newEnterprise(platform, 901);
    officer = await desk.token({ role: 'finance-officer' });
    approver = await desk.token({ role: 'finance-approver' });
    const first = { enterpriseId: 901, rate: '0.06', effectiveFrom: '2026-01-01' };
    const { id } = (await desk.post(officer, '/fee-plans', first)).body;
    await desk.post(approver, `/fee-plans/${id}/approve`);
  }, 240_000);
  afterAll(() => platform?.stop());

  /** A proposed plan of the officer, from a month of its own on. */
  async function proposed(by = officer): Promise<{ planId: number; approvalId: string }> {
    month += 1;
    const body = { enterpriseId: 901, rate: '0.05', effectiveFrom: `2${100 + month}-01-01` };
    const plan = await desk.post(by, '/fee-plans', body);
    expect([plan.status, plan.body.state]).toEqual([201, 'proposed']);
    const rows = await databaseOf(platform.strapi).query<{ id: string }>(
      `SELECT id FROM access.approvals WHERE resource = 'fee-plan' AND subject_id = $1 AND state = 'pending'`,
      [String(plan.body.id)],
    );
    expect(rows).toHaveLength(1);
    return { planId: plan.body.id, approvalId: rows[0]?.id ?? '' };
  }

  const stateOf = async (planId: number) => (await desk.get(officer, `/v1/fee-plans/${planId}`)).body.state;
  const ended = async (id: string) => (await desk.get(officer, `/v1/approvals/${id}`)).body.state;

  it('waits in the inbox with what stands and what would stand, and is decided there', async () => {
    const { planId, approvalId } = await proposed();
    const inbox = await desk.waiting(approver, 'fee-plan:decide');
    expect(inbox.map(({ id }) => id)).toContain(approvalId);
    const seen = (await desk.get(approver, `/v1/approvals/${approvalId}`)).body;
    expect(seen).toMatchObject({ state: 'pending', mayDecide: true, mayReject: true, mayWithdraw: false });
    expect([seen.before.rate, seen.after.rate, seen.after.state]).toEqual(['0.06', '0.05', 'in-force']);
    const decided = await desk.approve(approver, approvalId);
    expect([decided.status, decided.body.state]).toEqual([200, 'executed']);
    expect(await stateOf(planId)).toBe('in-force');
    expect((await desk.approve(approver, approvalId)).body.code).toBe('approval-not-pending');
    expect((await platform.audited('approval.approve')).at(-1)).toMatchObject({ subject: `approval ${approvalId}` });
  });

  it('is decided by the operation of the business as well', async () => {
    const one = await proposed();
    expect((await desk.post(approver, `/fee-plans/${one.planId}/approve`)).status).toBe(200);
    expect(await ended(one.approvalId)).toBe('executed');
    const other = await proposed();
    expect((await desk.reject(approver, other.approvalId, '费率不合适')).body.state).toBe('rejected');
    expect(await stateOf(other.planId)).toBe('rejected');
  });

  it('is not seen by others, nor decided by them', async () => {
    const { approvalId } = await proposed();
    for (const role of ['operator', 'institution-manager'] as const) {
      const token = await desk.token({ role });
      expect((await desk.get(token, `/v1/approvals/${approvalId}`)).status).toBe(404);
      expect(await desk.waiting(token, 'fee-plan:decide')).toEqual([]);
      expect([403, 404]).toContain((await desk.approve(token, approvalId)).status);
    }
    expect((await desk.approve(officer, approvalId)).status).toBe(403);
    const auditor = await desk.token({ role: 'audit-admin' });
    expect((await desk.get(auditor, `/v1/approvals/${approvalId}`)).body).toMatchObject({ mayDecide: false });
  });

  it('takes a session with second factor and a known person', async () => {
    const { planId, approvalId } = await proposed();
    const bare = await desk.token({ role: 'finance-approver', serial: 2 }, { secondFactor: false });
    expect((await desk.approve(bare, approvalId)).body.code).toBe('second-factor-required');
    const nobody = await desk.token({ role: 'finance-approver', serial: 3 }, { holder: 'none' });
    expect((await desk.post(nobody, `/fee-plans/${planId}/approve`)).body.code).toBe('holder-missing');
    const told = { identityNumber: '110101199003077598', phone: '13900000003' };
    expect((await desk.post(nobody, '/me/holder', told)).body).toMatchObject({ phoneMasked: '139****0003' });
    expect((await desk.post(nobody, '/me/holder', told)).body.code).toBe('holder-declared');
    // His own word is not enough; how it is confirmed is a matter of set-ups.http.test.ts.
    expect((await desk.approve(nobody, approvalId)).body.code).toBe('holder-unconfirmed');
    expect((await desk.approve(approver, approvalId)).body.state).toBe('executed');
  });

  it('of a maker whom nobody knows is not approved, and he is told what to do about it', async () => {
    const maker = await desk.token({ role: 'finance-officer', serial: 6 }, { holder: 'none' });
    const { planId, approvalId } = await proposed(maker);
    for (const answer of [
      await desk.approve(approver, approvalId),
      await desk.post(approver, `/fee-plans/${planId}/approve`),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'maker-holder-missing']);
    const { notices } = (await desk.get(maker, '/v1/me')).body;
    expect(notices).toMatchObject([{ kind: 'holder-needed' }]);
    // Once, and the request stands: somebody who looks at it may still say no.
    await proposed(maker);
    expect((await desk.get(maker, '/v1/me')).body.notices).toHaveLength(1);
    expect((await desk.reject(approver, approvalId, '费率不合适')).body).toMatchObject({ state: 'rejected' });
  });

  it.each([
    ['identity', { identityKey: keyOf(1) }, { identityKey: keyOf(1) }],
    ['phone', { identityKey: keyOf(2), phoneKey: keyOf(3) }, { identityKey: keyOf(4), phoneKey: keyOf(3) }],
  ])('is not decided by a second account of the same %s', async (what, mine, other) => {
    const serial = 10 + what.length;
    const maker = await desk.token({ role: 'finance-officer', serial }, { holder: mine });
    const same = await desk.token({ role: 'finance-approver', serial }, { holder: other });
    const { planId, approvalId } = await proposed(maker);
    expect((await desk.approve(same, approvalId)).body.code).toBe('approval-own');
    expect((await desk.post(same, `/fee-plans/${planId}/approve`)).body.code).toBe('approval-own');
    expect(await stateOf(planId)).toBe('proposed');
    expect((await desk.approve(approver, approvalId)).status).toBe(200);
  });

  it('follows a person through a third account and through the register of workers', async () => {
    const db = databaseOf(platform.strapi);
    // Maker - phone - third account - identity - decider.
    await desk.token({ role: 'operator', serial: 30 }, { holder: { identityKey: keyOf(31), phoneKey: keyOf(32) } });
    const maker = await desk.token({ role: 'finance-officer', serial: 30 }, { holder: { phoneKey: keyOf(32) } });
    const far = await desk.token({ role: 'finance-approver', serial: 30 }, { holder: { identityKey: keyOf(31) } });
    const chained = await proposed(maker);
    expect((await desk.approve(far, chained.approvalId)).body.code).toBe('approval-own');
    // Maker - identity - worker - phone - decider.
    await db.query(
      `INSERT INTO public.workers (id, number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind,
         vat_role, resident, state, real_name_state)
       VALUES (77, 'W77', 's', 'b', 's', $1, 's', $2, 'platform-files', true, 'active', 'verified')`,
      [keyOf(41), keyOf(42)],
    );
    const worked = await desk.token({ role: 'finance-officer', serial: 40 }, { holder: { identityKey: keyOf(41) } });
    const phone = await desk.token({ role: 'finance-approver', serial: 40 }, { holder: { phoneKey: keyOf(42) } });
    const linked = await proposed(worked);
    expect((await desk.approve(phone, linked.approvalId)).body.code).toBe('approval-own');
    expect((await desk.approve(approver, linked.approvalId)).body.state).toBe('executed');
  });

  it('is not approved where nothing waits', async () => {
    const { planId, approvalId } = await proposed();
    const owner = createDatabase({ connectionString: platform.database.ownerUrl, max: 1 });
    await owner.query('DELETE FROM access.approvals WHERE id = $1', [approvalId]);
    await owner.close();
    expect((await desk.post(approver, `/fee-plans/${planId}/approve`)).body.code).toBe('approval-missing');
    expect(await stateOf(planId)).toBe('proposed');
  });

  it('goes to a further role where nobody decides in time, and is void a week after, its row with it', async () => {
    const { planId, approvalId } = await proposed();
    const manager = await desk.token({ role: 'institution-manager' });
    const turn = (hours: number) =>
      turnApprovals(platform.strapi, systemCommand('test', new Date(Date.now() + hours * 3_600_000), 'turn'));
    await turn(71);
    expect((await desk.get(manager, `/v1/approvals/${approvalId}`)).status).toBe(404);
    await turn(73);
    expect((await desk.get(manager, `/v1/approvals/${approvalId}`)).body).toMatchObject({ mayDecide: true });
    await turn(167);
    expect(await stateOf(planId)).toBe('proposed');
    expect((await turn(169)).expired).toBeGreaterThan(0);
    expect([await ended(approvalId), await stateOf(planId)]).toEqual(['expired', 'rejected']);
    expect((await desk.post(approver, `/fee-plans/${planId}/approve`)).body.code).toBe('fee-plan-not-proposed');
    expect((await platform.audited('fee-plan.lapse')).length).toBeGreaterThan(0);
    expect((await platform.audited('approval.expire')).map(({ subject }) => subject)).toContain(
      `approval ${approvalId}`,
    );
  });

  it('has somebody who says what ends with it, for every native line of the matrix', () => {
    const native = matrix.filter(({ approval }) => approval?.mode === 'native');
    const untold = native.filter(
      ({ resource, action }) => !nativeLapsesOf(platform.strapi).of(`${resource}:${action}`),
    );
    expect([native.length > 2, untold]).toEqual([true, []]);
  });

  it('cannot be written by the application', async () => {
    const app = databaseOf(platform.strapi);
    const { approvalId } = await proposed();
    for (const sql of [
      `UPDATE access.approvals SET state = 'executed', decided_by = 1 WHERE id = '${approvalId}'`,
      `INSERT INTO access.holders (account_id, phone_key, is_administrator, at) VALUES (1, repeat('0', 64), false, now())`,
      `UPDATE access.holders SET phone_key = repeat('0', 64)`,
      `DELETE FROM access.approvals`,
    ]) {
      await expect(app.query(sql)).rejects.toThrow(/permission denied/);
    }
    const forged = `SELECT access.decide_approval('${approvalId}', gen_random_uuid(), 'approve', NULL, NULL, now()) AS outcome`;
    expect(await app.query(forged)).toEqual([{ outcome: 'not-decider' }]);
  });
});
