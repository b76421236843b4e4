import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createPartiesRig, operatorAt, type PartiesRig } from '../../testing/parties-rig';
import type { EnterpriseAction } from '../../domain';
import { changeEnterprise } from './create-enterprise';
import { enterpriseById, enterprisePage, enterpriseSteps } from './enterprise-rows';

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
  for (const action of actions) await rig.parties.actOnEnterprise(operatorAt(at, '测试'), id, action);
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
    expect(await enterpriseById(kit.db, id)).toMatchObject({ state: 'rejected', stateReason: '测试' });
    await kit.db.transaction((tx) => changeEnterprise(rig.tools, tx, command, id, { name: '丙新公司' }));
    await act(id, 'submit');
    expect(await enterpriseById(kit.db, id)).toMatchObject({ name: '丙新公司', verification: 'pending' });
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
