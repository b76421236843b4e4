import { holderOf } from '@linggong/access';
import { createDatabase, databaseOf } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import { openingOf, type Opening } from '../accounts/opening.fixture';
import { newEnterprise, type Desk } from '../approvals/approvals.fixture';
import { messagesOf } from '../messages/messages';
import { bootWith, type TestPlatform } from '../platform.fixture';

const newPassword = 'Correct-horse-7-battery';
const route = { bankCode: '102', channel: 'sandbox-bank', validFrom: '2099-01-01', reason: '换付款渠道' };

/** Nobody alone makes himself powerful (R9.5): accounts are opened, reset and confirmed by two, and set up by their holder. */
describe('an account that two persons open', () => {
  let platform: TestPlatform;
  let opening: Opening;
  let desk: Desk;
  let security: string;
  let manager: string;

  beforeAll(async () => {
    platform = await bootWith({ environment: { MESSAGE_SENDER: 'sandbox' } });
    opening = await openingOf(platform);
    ({ desk, security, manager } = opening);
  }, 240_000);
  afterAll(() => platform?.stop());

  const post: Opening['post'] = (path, body, token = security) => opening.post(path, body, token);
  const me: Opening['me'] = (token) => opening.me(token);
  const signIn: Opening['signIn'] = (identifier, password) => opening.signIn(identifier, password);
  const accountOf: Opening['accountOf'] = (identifier) => opening.accountOf(identifier);
  const decided: Opening['decided'] = (path, body, by = manager) => opening.decided(path, body, by);
  const open: Opening['open'] = (identifier, role) => opening.open(identifier, role);
  const half: Opening['half'] = (token, approval) => opening.half(token, approval);
  const setUp: Opening['setUp'] = (identifier, approval, password, by = manager) =>
    opening.setUp(identifier, approval, password, by);
  const newHolder: Opening['newHolder'] = () => opening.newHolder();
  const sentMessages = () => opening.sentMessages();

  it('opens one for its holder alone: neither who asked nor who approved has more than half of the code', async () => {
    const holder = newHolder();
    const opened = await decided('/accounts', { identifier: 'tax-9', role: 'tax-officer', holder });
    const { id } = await accountOf('tax-9');
    const mine = await half(security, opened.id);
    expect(mine.body.half).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$/);
    expect((await half(security, opened.id)).body.code).toBe('set-up-half-taken');
    const stranger = await desk.token({ role: 'institution-manager', serial: 9 });
    expect((await half(stranger, opened.id)).status).toBe(404);
    const send = (firstHalf: string, secondHalf: string, identifier = 'tax-9', password = newPassword) =>
      platform.http.post('/api/auth/set-ups').send({ identifier, firstHalf, secondHalf, newPassword: password });
    // The half that nobody took yet, one's own twice, and somebody who is not there: one answer.
    const refused = [
      await send(mine.body.half, 'AAAA-BBBB-CCCC-DDDD'),
      await send(mine.body.half, mine.body.half),
      await send(mine.body.half, 'AAAA-BBBB-CCCC-DDDD', 'tax-nobody'),
    ];
    const told = ({ status, body: { traceId: _trace, ...rest } }: (typeof refused)[number]) => [status, rest];
    expect(refused.map(told)).toEqual(refused.map(() => told(refused[0] ?? mine)));
    expect(refused[0]?.body).toMatchObject({ code: 'set-up-code-wrong' });
    // A stranger who knows the identifier keeps nobody out, however often he guesses.
    for (let n = 0; n < 7; n += 1) {
      expect((await send('AAAA-BBBB-CCCC-DDDD', 'EEEE-FFFF-GGGG-HHHH')).body.code).toBe('set-up-code-wrong');
    }
    const other = (await half(manager, opened.id)).body;
    expect((await send(other.half, mine.body.half, 'tax-9', 'weak')).body).toMatchObject({ field: 'newPassword' });
    // In whatever order, with or without dashes and in small letters: it is read out and typed.
    const typed = (other.half as string).replaceAll('-', '').toLowerCase();
    expect((await send(typed, mine.body.half)).body).toEqual({ done: true });
    expect((await send(typed, mine.body.half)).body.code).toBe('set-up-code-wrong');
    const { jwt } = (await signIn('tax-9', newPassword)).body;
    await platform.http.get('/api/console/tax-records').auth(jwt, { type: 'bearer' }).expect(200);
    const created = (await platform.audited('account.create')).find(({ subject }) => subject === `account ${id}`);
    expect(created?.actor).toMatch(/^security-admin#/);
    const stored = await platform.database.db.query(
      `SELECT 1 FROM access.set_ups s WHERE s::text LIKE '%' || $1 || '%'`,
      [mine.body.half],
    );
    expect([stored, platform.log.join('\n').includes(mine.body.half)]).toEqual([[], false]);
    for (const action of ['account.take-set-up-half', 'account.set-up']) {
      expect((await platform.audited(action)).at(-1)).toMatchObject({ subject: `account ${id}` });
    }
  });

  it.each([
    ['enterprise', { enterpriseId: 901 }],
    ['worker', { workerId: 77 }],
    ['partner', {}],
  ])('opens none of %s by one person: the security administrator pays nobody out', async (role, owner) => {
    const identifier = `alone-${role}`;
    const person = role === 'enterprise' ? { holder: newHolder() } : {};
    const asked = await post('/accounts', { identifier, role, ...owner, ...person });
    expect([asked.status, Object.keys(asked.body)]).toEqual([202, ['approval']]);
    await expect(accountOf(identifier)).rejects.toThrow('no account');
    expect((await half(security, asked.body.approval.id)).status).toBe(404);
    expect((await desk.approve(security, asked.body.approval.id)).status).toBe(403);
  });

  it('has an enterprise’s decided by who examined it, and tells the account that it has already', async () => {
    const standing = await platform.token({ role: 'enterprise', enterpriseId: 902 });
    const body = { identifier: 'ent-902', role: 'enterprise', enterpriseId: 902, holder: newHolder() };
    const reviewer = await desk.token({ role: 'merchant-reviewer' });
    const opened = await decided('/accounts', body, reviewer);
    expect(opened.state).toBe('executed');
    expect(opened.after).toMatchObject({ enterpriseId: 902, phoneMasked: expect.stringContaining('****') });
    const { notices } = (await me(standing)).body;
    expect(notices).toMatchObject([{ kind: 'opened-beside', byName: expect.stringMatching(/^security-admin#/) }]);
    await post('/me/notices/seen', { upTo: notices[0].id }, standing).expect(200, { seen: 1 });
    expect((await me(standing)).body.notices).toEqual([]);
    expect((await setUp('ent-902', opened.id, newPassword, reviewer)).status).toBe(200);
    // Another part of the register is not his.
    const staff = await post('/accounts', { identifier: 'tax-902', role: 'tax-officer', holder: newHolder() });
    expect((await desk.approve(reviewer, staff.body.approval.id)).status).toBe(404);
  });

  it('is not for who asks or approves himself', async () => {
    const person = newHolder();
    const { identityKey, phoneKey } = holderOf(vaultOf(platform.strapi), person);
    const twin = await desk.token({ role: 'institution-manager', serial: 61 }, { holder: { identityKey, phoneKey } });
    const body = { identifier: 'twin-61', role: 'operator', holder: person };
    const asked = await post('/accounts', body);
    const decision = await desk.approve(twin, asked.body.approval.id);
    expect([decision.body.state, decision.body.problem?.code]).toEqual(['failed', 'account-own']);
    await expect(accountOf('twin-61')).rejects.toThrow('no account');
    expect((await decided('/accounts', body)).state).toBe('executed');
  });

  it('opens enterprise and worker accounts with their owner only, and people with their holder', async () => {
    const holder = newHolder();
    const without = await post('/accounts', { identifier: 'ent-2', role: 'enterprise', holder });
    expect([without.status, without.body.code]).toEqual([400, 'account-owner-invalid']);
    const nobody = await post('/accounts', { identifier: 'ent-2', role: 'enterprise', enterpriseId: 1 });
    expect([nobody.status, nobody.body.code, nobody.body.field]).toEqual([400, 'holder-required', 'holder']);
    // Numbers beside those of the register would outlive a worker who is erased.
    for (const owned of [
      { identifier: 'wk-2', role: 'worker', workerId: 1 },
      { identifier: 'pa-2', role: 'partner' },
    ]) {
      const beside = await post('/accounts', { ...owned, holder });
      expect([beside.status, beside.body.code, beside.body.field]).toEqual([400, 'holder-refused', 'holder']);
    }
    await open('ent-1', 'operator');
    // What would be refused is refused at once, and nobody is asked.
    const twice = await post('/accounts', { identifier: 'ENT-1', role: 'operator', holder });
    expect([twice.status, twice.body.code]).toEqual([409, 'identifier-taken']);
  });

  it('resets a password by two persons, neither of whom learns the next: sessions end, the lock is lifted, he is told', async () => {
    const { id, password: old } = await open('operator-21', 'operator');
    const { jwt } = (await signIn('operator-21', old)).body;
    for (let n = 0; n < 6; n += 1) await signIn('operator-21', 'Wrong-password-1');
    expect((await signIn('operator-21', old)).status).toBe(429);
    const asked = await post(`/accounts/${id}/reset-password`, { reason: '忘记密码' });
    expect([asked.status, Object.keys(asked.body)]).toEqual([202, ['approval']]);
    // Asking alone does nothing.
    expect([(await me(jwt)).status, (await half(security, asked.body.approval.id)).status]).toEqual([200, 404]);
    const done = await desk.approve(manager, asked.body.approval.id);
    expect([done.body.state, done.body.mayTakeHalf]).toEqual(['executed', true]);
    expect((await me(jwt)).status).toBe(401);
    expect((await signIn('operator-21', old)).status).toBe(401);
    expect((await setUp('operator-21', asked.body.approval.id, old)).body.code).toBe('password-used-before');
    const again = await decided(`/accounts/${id}/reset-password`, { reason: '再次' });
    expect((await setUp('operator-21', again.id, newPassword)).status).toBe(200);
    const next = (await signIn('operator-21', newPassword)).body.jwt;
    expect((await me(next)).body.notices).toMatchObject([{ kind: 'password-reset' }, { kind: 'password-reset' }]);
    await messagesOf(platform.strapi).settle();
    expect(await sentMessages()).toContain('您的账号有变动：密码已被重置');
    expect((await platform.audited('account.reset-password')).at(-1)).toMatchObject({ subject: `account ${id}` });
    expect((await platform.audited('account.notify')).at(-1)).toMatchObject({ subject: `account ${id}` });
  });

  it('locks out whoever holds one half and guesses at the other', async () => {
    const opened = await decided('/accounts', { identifier: 'tax-19', role: 'tax-officer', holder: newHolder() });
    const mine = (await half(security, opened.id)).body.half;
    const guess = async (n: number) => {
      const body = { identifier: 'tax-19', firstHalf: mine, secondHalf: `AAAA-BBBB-CCCC-DDD${n + 2}`, newPassword };
      return (await platform.http.post('/api/auth/set-ups').send(body)).status;
    };
    const answers = [];
    for (let n = 0; n < 6; n += 1) answers.push(await guess(n));
    expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('voids an earlier code by a later one, and any by its term', async () => {
    const { id } = await open('operator-25', 'operator');
    const first = await decided(`/accounts/${id}/reset-password`, { reason: '忘记密码' });
    const second = await decided(`/accounts/${id}/reset-password`, { reason: '再次' });
    expect((await half(security, first.id)).body.code).toBe('set-up-ended');
    const superuser = createDatabase({ connectionString: platform.database.superuserUrl, max: 1 });
    await superuser.query(`UPDATE access.set_ups SET expires_at = now() WHERE approval_id = $1`, [second.id]);
    await superuser.close();
    expect((await half(manager, second.id)).body.code).toBe('set-up-ended');
    const app = databaseOf(platform.strapi);
    for (const forged of [
      `SELECT access.open_set_up('${second.id}', ${id}, now() + interval '1 day', now())`,
      `UPDATE access.set_ups SET maker_key = decode(repeat('00', 32), 'hex')`,
      `INSERT INTO access.set_ups SELECT * FROM access.set_ups`,
    ]) {
      await expect(app.query(forged)).rejects.toMatchObject({ code: '42501' });
    }
  });

  describe('who stands behind an account', () => {
    const told = () => opening.newHolder();
    const plan = (n: number) => ({ enterpriseId: 903, rate: '0.05', effectiveFrom: `2${100 + n}-01-01` });

    it('counts once others have looked at him: two accounts of invented numbers are not two persons', async () => {
      await newEnterprise(platform, 903);
      const fake = await desk.token({ role: 'finance-approver', serial: 51 }, { holder: 'none' });
      const officer = await desk.token({ role: 'finance-officer' });
      const waiting = async (by: string, n: number): Promise<string> => {
        const { body } = await post('/fee-plans', plan(n), by);
        const [row] = await platform.database.db.query<{ id: string }>(
          `SELECT id FROM access.approvals WHERE resource = 'fee-plan' AND subject_id = $1`,
          [String(body.id)],
        );
        return row?.id ?? '';
      };
      const first = await waiting(officer, 1);
      expect((await desk.approve(fake, first)).body.code).toBe('holder-missing');
      expect((await desk.post(fake, '/me/holder', told())).body).toMatchObject({ declared: true, confirmed: false });
      for (const verdict of ['approve', 'reject'] as const) {
        const answer =
          verdict === 'approve' ? await desk.approve(fake, first) : await desk.reject(fake, first, '试一试');
        expect([answer.status, answer.body.code]).toEqual([403, 'holder-unconfirmed']);
      }
      // The database itself takes no decision of his, nor about what he asked for.
      const bySql = (account: string, approval: string) =>
        databaseOf(platform.strapi).query(
          `SELECT access.decide_approval($1, s.id, 'approve', NULL, NULL, now()) FROM access.sessions s
             JOIN public.up_users u ON u.id = s.account_id WHERE u.username = $2`,
          [approval, account],
        );
      await expect(bySql('token-finance-approver-n51', first)).rejects.toMatchObject({ code: '42501' });
      const asked = await waiting(fake, 2);
      const approver = await desk.token({ role: 'finance-approver' });
      expect((await desk.approve(approver, asked)).body.code).toBe('maker-holder-unconfirmed');
      await expect(bySql('token-finance-approver', asked)).rejects.toMatchObject({ code: '42501' });
      expect((await desk.post(fake, '/channel-routes', route)).body.code).toBe('holder-unconfirmed');

      const { id } = await opening.accountOf('token-finance-approver-n51');
      const path = `/accounts/${id}/confirm-holder`;
      const request = await post(path, { reason: '已核对证件' });
      expect(request.status).toBe(202);
      const shown = (await desk.get(manager, `/v1/approvals/${request.body.approval.id}`)).body;
      expect(shown.after).toMatchObject({ holderConfirmed: true, phoneMasked: expect.stringContaining('****') });
      expect((await desk.approve(manager, request.body.approval.id)).body.state).toBe('executed');
      expect((await post(path, { reason: '再次' })).body.code).toBe('holder-confirmed');
      expect((await desk.get(fake, '/v1/me/holder')).body.confirmed).toBe(true);
      expect((await desk.approve(fake, first)).body.state).toBe('executed');
      const forged = `SELECT access.confirm_holder(${id}, '${request.body.approval.id}', now())`;
      await expect(databaseOf(platform.strapi).query(forged)).rejects.toMatchObject({ code: '42501' });
    });

    it('is not confirmed where nobody said who he is, nor by himself', async () => {
      await desk.token({ role: 'institution-manager', serial: 52 }, { holder: 'none' });
      const { id } = await opening.accountOf('token-institution-manager-n52');
      const path = `/accounts/${id}/confirm-holder`;
      expect((await post(path, { reason: '核对' })).body.code).toBe('holder-not-declared');
      const his = await desk.token({ role: 'institution-manager', serial: 52 });
      await desk.post(his, '/me/holder', told());
      const request = await post(path, { reason: '核对' });
      expect((await desk.approve(his, request.body.approval.id)).status).toBe(403);
    });
  });
});
