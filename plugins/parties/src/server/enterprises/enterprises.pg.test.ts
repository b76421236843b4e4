import { reviewBody, testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createPartiesRig, operatorAt, type PartiesRig, reviewerAt } from '../../testing/parties-rig';
import { applicationFields, type EnterpriseAction } from '../../domain';
import { changeEnterprise } from './create-enterprise';
import type { Judgement } from '@linggong/studio/domain';
import { enterpriseById, enterprisePage, enterpriseReview, enterpriseSteps } from './enterprise-rows';
import { pastReviewClocks } from './past-clocks';
import { reviewEnterprise } from './review-enterprise';

const at = new Date('2026-11-22T03:00:00Z');
const command = operatorAt(at);
const complete = {
  uscc: '91110101MA00ABCD40',
  legalRepresentative: '王五',
  contactName: '赵六',
  contactPhone: '13812340001',
  bankAccount: '1100 0161 8000 5305 1234',
  bankCode: '102100099996',
};

let kit: TestDatabase;
let rig: PartiesRig;

beforeAll(async () => {
  kit = await testDatabase();
  rig = await createPartiesRig(kit, { now: () => at });
  rig.parties.useEnterpriseVerifier(async (enterpriseId, asked) => {
    await kit.db.transaction((tx) =>
      rig.parties.markEnterprise(tx, asked, { enterpriseId, state: 'match', evidenceCode: 'RN-TEST' }),
    );
  });
}, 120_000);
afterAll(async () => {
  await rig?.stop();
  await kit?.drop();
});

function create(input: { name: string; uscc: string }): Promise<number> {
  return kit.db.transaction((tx) => rig.parties.createEnterprise(tx, command, input));
}

async function act(id: number, ...actions: EnterpriseAction[]): Promise<void> {
  for (const action of actions) {
    const by = action === 'approve' ? reviewerAt : operatorAt;
    await rig.parties.actOnEnterprise(by(at, '测试'), id, action, reviewBody(action).criteria);
  }
}

const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the life of an enterprise', () => {
  it('goes from application to a signed enterprise with a sub-account of its own', async () => {
    const id = await create({ name: '甲科技有限公司', ...complete });
    await act(id, 'submit', 'approve', 'sign');
    const enterprise = await enterpriseById(kit.db, id);
    expect(enterprise).toMatchObject({
      number: expect.stringMatching(/^E-2026-11-\d{4}$/),
      state: 'active',
      verification: 'match',
      verificationCode: 'RN-TEST',
      contactPhone: '138****0001',
      legalRepresentative: '王*',
      urbanMaintenanceRate: '0.07',
      allowedActions: ['suspend', 'offboard'],
      account: { state: 'open', subAccountNumber: expect.stringMatching(/^\d{18}$/) },
    });
    expect((await enterpriseSteps(kit.db, id)).map(({ action, toState }) => [action, toState])).toEqual([
      ['create', 'draft'],
      ['submit', 'submitted'],
      ['approve', 'approved'],
      ['sign', 'active'],
    ]);
    const facts = await kit.db.one('SELECT * FROM parties.published_enterprise_facts WHERE enterprise_id = $1', [id]);
    expect(facts).toMatchObject({ state: 'active', ledger_owner: String(id) });
  });

  it('is approved only by criteria that were judged and hold, and every step cites them (R2.6)', async () => {
    const id = await create({ name: '己公司', ...complete, uscc: '91430100MA4L12345D' });
    await act(id, 'submit');
    // By when it is to be decided about is asked again of a draft of the clocks (R13.1).
    const period = { from: '2026-11-22', to: '2026-11-22', after: undefined, limit: 10 } as const;
    expect((await pastReviewClocks.page(kit.db, period)).at(-1)).toMatchObject({
      subject: { link: `/enterprises/${id}/show` },
      input: { matter: 'enterprises.admission', severity: 'P1', start: at.toISOString() },
    });
    const decide = (action: EnterpriseAction, judged: readonly Judgement[]) =>
      rig.parties.actOnEnterprise(reviewerAt(at, '测试'), id, action, judged);
    const holding = reviewBody('approve').criteria ?? [];
    expect(await refusal(decide('approve', []))).toMatchObject({
      status: 422,
      code: 'criteria-unjudged',
      extra: { criteria: ['A-01', 'A-02', 'A-03', 'A-04', 'A-06'] },
    });
    const failing = holding.map((one) => (one.id === 'A-02' ? { ...one, holds: false, note: '列入失信名单' } : one));
    expect(await refusal(decide('approve', failing))).toMatchObject({ code: 'criteria-fail' });
    expect(await refusal(decide('reject', holding))).toMatchObject({ code: 'criteria-none-fails' });
    expect((await enterpriseById(kit.db, id)).state).toBe('submitted');
    await decide('reject', failing);
    await act(id, 'submit', 'approve', 'sign');
    const steps = await enterpriseSteps(kit.db, id);
    expect(
      steps.filter(({ criterion }) => criterion !== null).map(({ action, criterion }) => [action, criterion]),
    ).toEqual([
      ['reject', 'A-01✓ A-02✗ A-03✓ A-04✓ A-06✓'],
      ['approve', 'A-01✓ A-02✓ A-03✓ A-04✓ A-06✓'],
    ]);
    const { citations, dueAt } = await enterpriseReview(kit.db, id, 1);
    // Submitted on a Sunday: three working days.
    expect(dueAt).toEqual(new Date('2026-11-25T10:00:00Z'));
    expect(citations.map(({ act: said, judgements }) => [said, judgements.filter(({ holds }) => !holds)])).toEqual([
      ['approve', []],
      ['reject', [expect.objectContaining({ id: 'A-02', note: '列入失信名单', required: true })]],
    ]);
  });

  it('is approved by somebody else than who submitted it, who may only give it back (四眼原则)', async () => {
    const id = await create({ name: '辛公司', ...complete, uscc: '91330106MA5T7K2P2X' });
    const by = (accountId: number, action: EnterpriseAction, name = action) => {
      const asked = operatorAt(at, '测试');
      const actor = { ...asked.actor, name: `operator#${accountId}`, accountId };
      return rig.parties.actOnEnterprise({ ...asked, actor }, id, action, reviewBody(name).criteria);
    };
    const own = { status: 409, code: 'review-own' };
    const isOwn = async (reader: number) => (await enterpriseReview(kit.db, id, reader)).isOwn;
    await by(1, 'submit');
    // He is told before anything that he judged is looked at.
    expect(await refusal(by(1, 'approve', 'sign'))).toMatchObject(own);
    expect(await refusal(by(1, 'approve'))).toMatchObject(own);
    expect([await isOwn(1), await isOwn(2)]).toEqual([true, false]);
    await by(1, 'reject');
    // Who submits it anew is whom it concerns now.
    await by(2, 'submit');
    expect(await refusal(by(2, 'approve'))).toMatchObject(own);
    expect([await isOwn(1), await isOwn(2)]).toEqual([false, true]);
    await by(1, 'approve');
    expect((await enterpriseById(kit.db, id)).state).toBe('approved');
  });

  it('is checked again by the criteria in force, which moves nothing and tells what does not hold (R2.3)', async () => {
    const id = await create({ name: '庚公司', ...complete, uscc: '91440101MA59ABCD2X' });
    const check = (judged: readonly Judgement[]) =>
      kit.db.transaction((tx) => reviewEnterprise(rig.tools, tx, command, id, judged));
    const holding = reviewBody('approve').criteria ?? [];
    expect(await refusal(check(holding))).toMatchObject({ status: 409, code: 'enterprise-not-reviewed' });
    await act(id, 'submit', 'approve', 'sign');
    expect(await refusal(check(holding.slice(1)))).toMatchObject({ code: 'criteria-unjudged' });
    await check(holding);
    const told = () =>
      kit.db.query(`SELECT key FROM jobs.events WHERE type = 'parties.enterprise.review-failed' AND key = $1`, [
        `enterprise-${id}`,
      ]);
    expect(await told()).toEqual([]);
    await check(holding.map((one) => (one.id === 'A-06' ? { ...one, holds: false, note: '由股东个人账户转入' } : one)));
    expect(await told()).toHaveLength(1);
    expect((await enterpriseById(kit.db, id)).state).toBe('active');
    expect((await enterpriseReview(kit.db, id, 1)).citations.map(({ act: said }) => said)).toEqual([
      'review',
      'review',
      'approve',
    ]);
  });

  it('stores no sensitive value in clear', async () => {
    const rows = await kit.db.query<{ text: string }>('SELECT e::text AS text FROM public.enterprises e');
    const text = rows.map((row) => row.text).join();
    for (const clear of ['王五', '赵六', '13812340001', '11000161800053051234']) expect(text).not.toContain(clear);
  });

  it('says what is allowed instead of an illegal transition', async () => {
    const id = await create({ name: '乙公司', uscc: '91440300MA5TETT02M' });
    expect(await refusal(act(id, 'sign'))).toMatchObject({
      status: 409,
      code: 'illegal-transition',
      extra: { allowed: ['submit'] },
    });
    expect(await refusal(act(id, 'submit'))).toMatchObject({
      code: 'enterprise-incomplete',
      extra: { missing: ['legalRepresentative', 'contactName', 'contactPhone'] },
    });
  });

  it('lets a rejected application be corrected and sent again', async () => {
    const id = await create({ name: '丙公司', ...complete, uscc: '92310115MA1K2N3P4K' });
    await act(id, 'submit', 'reject');
    expect(await enterpriseById(kit.db, id)).toMatchObject({
      state: 'rejected',
      stateReason: '测试',
      changeableFields: [...applicationFields],
    });
    await kit.db.transaction((tx) => changeEnterprise(rig.tools, tx, command, id, { name: '丙新公司' }));
    await act(id, 'submit');
    expect(await enterpriseById(kit.db, id)).toMatchObject({
      name: '丙新公司',
      verification: 'pending',
      changeableFields: ['contactName', 'contactPhone'],
    });
    const late = kit.db.transaction((tx) => changeEnterprise(rig.tools, tx, command, id, { name: '丁' }));
    expect(await refusal(late)).toMatchObject({ status: 409, code: 'enterprise-not-editable' });
  });

  it('offboards for good, unless something stands against it, and lets the company apply anew', async () => {
    const id = await create({ name: '戊公司', ...complete, uscc: '93510104MA6QRTUW0U' });
    await act(id, 'submit', 'approve', 'sign', 'suspend', 'resume');
    let isPoor = false;
    rig.parties.addOffboardingGuard(async () => {
      if (!isPoor) throw new Error('money is left');
    });
    await expect(act(id, 'offboard')).rejects.toThrow('money is left');
    isPoor = true;
    await act(id, 'offboard');
    expect(await enterpriseById(kit.db, id)).toMatchObject({ state: 'offboarded', allowedActions: [], account: null });
    await expect(create({ name: '戊公司', uscc: '93510104MA6QRTUW0U' })).resolves.toBeGreaterThan(id);
  });

  it('refuses a second enterprise of the same credit code, and values that cannot be', async () => {
    expect(await refusal(create({ name: '又一个', uscc: '91110101MA00ABCD40' }))).toMatchObject({
      status: 409,
      code: 'enterprise-exists',
    });
    expect(await refusal(create({ name: '坏', uscc: '123' }))).toMatchObject({ status: 422, field: 'uscc' });
    const masked = { name: '坏', uscc: '12100000400012342E', contactPhone: '138****0001' };
    expect(await refusal(create(masked))).toMatchObject({ status: 422, field: 'contactPhone' });
  });

  it('pages by cursor within the scope of the caller', async () => {
    const first = await enterprisePage(kit.db, { kind: 'all' }, { limit: 2 });
    expect(first.items).toHaveLength(2);
    const second = await enterprisePage(kit.db, { kind: 'all' }, { limit: 2, cursor: first.nextCursor });
    expect(second.items[0]?.id).toBeGreaterThan(first.items[1]?.id ?? 0);
    const own = await enterprisePage(
      kit.db,
      { kind: 'enterprise', enterpriseId: first.items[1]?.id ?? 0 },
      { limit: 9 },
    );
    expect(own.items.map(({ id }) => id)).toEqual([first.items[1]?.id]);
    expect((await enterprisePage(kit.db, { kind: 'worker', workerId: 1 }, { limit: 9 })).items).toEqual([]);
  });

  it('cannot be deleted, not even by hand', async () => {
    await expect(kit.db.query('DELETE FROM public.enterprises')).rejects.toThrow();
    await expect(kit.db.query('DELETE FROM parties.enterprise_steps')).rejects.toThrow();
  });
});
