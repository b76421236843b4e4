import { roles, signInPolicy } from '@linggong/config/access';
import { databaseOf, systemCommand } from '@linggong/core';
import type { Desk } from '../approvals/approvals.fixture';
import { bootWith, type TestPlatform } from '../platform.fixture';
import { setBlocked } from './manage-account';
import { openingOf, type Opening } from './opening.fixture';
import { startSession } from './sessions';
import { blockUnused } from './unused-accounts';

const newPassword = 'Correct-horse-7-battery';

/** R9.5: powers are given by the security administrator, and never an administrator's. */
describe('accounts', () => {
  let platform: TestPlatform;
  let opening: Opening;
  let desk: Desk;
  let security: string;
  let manager: string;

  beforeAll(async () => {
    platform = await bootWith({});
    // The second one was here before the first; further ones cannot be opened once all three roles have an account.
    await platform.token({ role: 'security-admin', serial: 2 });
    opening = await openingOf(platform);
    ({ desk, security, manager } = opening);
  }, 240_000);
  afterAll(() => platform?.stop());
  // His code is one of just now, as what he asks for takes it.
  beforeEach(async () => {
    security = await platform.token({ role: 'security-admin' });
  });

  const post: Opening['post'] = (path, body, token = security) => opening.post(path, body, token);
  const me: Opening['me'] = (token) => opening.me(token);
  const signIn: Opening['signIn'] = (identifier, password) => opening.signIn(identifier, password);
  const accountOf: Opening['accountOf'] = (identifier) => opening.accountOf(identifier);
  const decided: Opening['decided'] = (path, body, by = manager) => opening.decided(path, body, by);
  const open: Opening['open'] = (identifier, role) => opening.open(identifier, role);

  it('knows in the database the roles of the matrix, and no other', async () => {
    const { text } = await databaseOf(platform.strapi).one<{ text: string }>(
      `SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = 'linggong_up_users_role'`,
    );
    const known = [...text.matchAll(/'([a-z-]+)'/g)].map(([, role]) => role);
    expect(known.sort()).toEqual([...roles].sort());
  });

  it.each(['system-admin', 'security-admin', 'audit-admin', 'root'])('opens no %s', async (role) => {
    const answer = await post('/accounts', { identifier: 'second-admin', role });
    expect([answer.status, answer.body.field]).toEqual([400, 'role']);
  });

  it('lets no other role open, block or reset', async () => {
    for (const role of roles.filter((one) => one !== 'security-admin')) {
      const owner = {
        ...(role === 'enterprise' ? { enterpriseId: 1 } : {}),
        ...(role === 'worker' ? { workerId: 1 } : {}),
      };
      const token = await platform.token({ role, ...owner });
      for (const path of ['/accounts', '/accounts/1/block', '/accounts/1/unblock', '/accounts/1/reset-password']) {
        expect([role, path, (await post(path, {}, token)).status]).toEqual([role, path, 403]);
      }
    }
  });

  it('blocks at once and opens again, each with a reason in the log', async () => {
    const { id, password } = await open('operator-20', 'operator');
    const { jwt } = (await signIn('operator-20', password)).body;
    expect((await post(`/accounts/${id}/block`, {})).status).toBe(400);
    await post(`/accounts/${id}/block`, { reason: '离职' }).expect(200, { id, blocked: true });
    expect((await me(jwt)).status).toBe(401);
    expect((await signIn('operator-20', password)).status).toBe(401);
    // Whoever was shut out comes back by two persons.
    expect((await decided(`/accounts/${id}/unblock`, { reason: '复职' })).state).toBe('executed');
    expect((await signIn('operator-20', password)).status).toBe(200);
    for (const action of ['account.block', 'account.unblock']) {
      expect((await platform.audited(action)).at(-1)).toMatchObject({ subject: `account ${id}` });
    }
  });

  it('takes over no administrator, oneself neither', async () => {
    await platform.token({ role: 'audit-admin' });
    const rows = await platform.database.db.query<{ id: number }>(
      `SELECT id FROM public.up_users WHERE account_role LIKE '%-admin'`,
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const { id } of rows) {
      for (const action of ['block', 'unblock', 'reset-password']) {
        const answer = await post(`/accounts/${id}/${action}`, { reason: '试一试' });
        expect([answer.status, answer.body.code]).toEqual([403, 'administrator-account']);
      }
    }
    expect((await post('/accounts/2000000000/block', { reason: '试一试' })).status).toBe(404);
  });

  it('counts guesses of the old password, and takes no weak or unchanged one', async () => {
    const { password } = await open('operator-22', 'operator');
    const { jwt } = (await signIn('operator-22', password)).body;
    const change = (oldPassword: string, next: string) => post('/me/password', { oldPassword, newPassword: next }, jwt);
    expect((await change(password, 'weak')).body).toMatchObject({ code: 'password-weak', field: 'newPassword' });
    expect((await change(password, password)).body).toMatchObject({ code: 'password-same' });
    for (let n = 0; n < 5; n += 1) {
      expect((await change('Wrong-password-1', newPassword)).body).toMatchObject({ code: 'old-password-wrong' });
    }
    expect((await change(password, newPassword)).status).toBe(429);
  });

  it('takes none of the last five passwords again, and one before them', async () => {
    const { password } = await open('operator-23', 'operator');
    const { jwt } = (await signIn('operator-23', password)).body;
    let old: string = password;
    const change = async (next: string) => {
      const { status, body } = await post('/me/password', { oldPassword: old, newPassword: next }, jwt);
      if (status === 200) old = next;
      return body.code ?? status;
    };
    const nth = (n: number) => `Correct-horse-${n}-battery`;
    for (let n = 1; n <= 6; n += 1) expect(await change(nth(n))).toBe(200);
    expect(await change(password)).toBe(200);
    // Five former ones are kept: 2 to 6.
    expect(await change(nth(6))).toBe('password-used-before');
    expect(await change(nth(2))).toBe('password-used-before');
    expect(await change(nth(1))).toBe(200);
    const kept = await platform.database.db.query(
      `SELECT 1 FROM access.former_passwords p JOIN public.up_users u ON u.id = p.account_id WHERE u.username = 'operator-23'`,
    );
    expect(kept).toHaveLength(5);
  });

  it('has a password changed that is older than 90 days, and says that it is old', async () => {
    const { id, password } = await open('operator-24', 'operator');
    const { jwt } = (await signIn('operator-24', password)).body;
    await post('/me/password', { oldPassword: password, newPassword }, jwt).expect(200);
    const age = (days: number) =>
      platform.database.db.query(
        `UPDATE access.credentials SET changed_at = now() - make_interval(days => $2) WHERE account_id = $1`,
        [id, days],
      );
    await age(89);
    await platform.http.get('/api/console/orders').auth(jwt, { type: 'bearer' }).expect(200);
    await age(91);
    const early = await platform.http.get('/api/console/orders').auth(jwt, { type: 'bearer' });
    expect([early.status, early.body.code]).toEqual([403, 'password-change-required']);
    expect((await me(jwt)).body).toMatchObject({ setUp: ['password-change'], passwordExpired: true });
    await post('/me/password', { oldPassword: newPassword, newPassword: 'Correct-horse-8-battery' }, jwt).expect(200);
    await platform.http.get('/api/console/orders').auth(jwt, { type: 'bearer' }).expect(200);
  });

  it('is opened by two persons where it sees more than its own rows', async () => {
    const asked = await post('/accounts', { identifier: 'risk-30', role: 'risk-officer', holder: opening.newHolder() });
    expect(asked.status).toBe(202);
    await expect(accountOf('risk-30')).rejects.toThrow('no account');
    const officer = await platform.token({ role: 'finance-approver' });
    expect((await desk.approve(officer, asked.body.approval.id)).status).toBe(404);
    expect((await desk.approve(manager, asked.body.approval.id)).body.state).toBe('executed');
    expect(await accountOf('risk-30')).toMatchObject({ role: 'risk-officer' });
    const regulator = await post('/accounts', {
      identifier: 'regulator-30',
      role: 'regulator',
      holder: opening.newHolder(),
    });
    expect(regulator.status).toBe(202);
  });

  it('has its role changed by two persons, and its sessions end', async () => {
    const { id, password } = await open('operator-31', 'operator');
    const { jwt } = (await signIn('operator-31', password)).body;
    const change = { role: 'archivist', reason: '岗位调整' };
    expect((await post(`/accounts/${id}/role`, { ...change, role: 'operator' })).body.code).toBe('role-same');
    expect((await post(`/accounts/${id}/role`, { ...change, role: 'system-admin' })).body.field).toBe('role');
    const asked = await post(`/accounts/${id}/role`, change);
    const seen = (await desk.get(manager, `/v1/approvals/${asked.body.approval.id}`)).body;
    expect([seen.before.role, seen.after.role]).toEqual(['operator', 'archivist']);
    expect((await me(jwt)).body.role).toBe('operator');
    expect((await desk.approve(manager, asked.body.approval.id)).body.state).toBe('executed');
    expect((await me(jwt)).status).toBe(401);
    expect(await accountOf('operator-31')).toMatchObject({ role: 'archivist' });
    expect((await platform.audited('account.change-role')).at(-1)).toMatchObject({ subject: `account ${id}` });
    await platform.token({ role: 'enterprise', enterpriseId: 31 });
    const outside = await accountOf('token-enterprise-31');
    expect((await post(`/accounts/${outside.id}/role`, change)).body.code).toBe('role-fixed');
    const forged = platform.strapi.db.connection.raw(`SELECT access.change_role(?, 'operator', ?, now())`, [
      id,
      asked.body.approval.id,
    ]);
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });

  it('gives a lost administrator back by three persons: who asks, who decides, and who takes it up', async () => {
    await platform.token({ role: 'audit-admin' });
    const lost = await accountOf('token-audit-admin');
    // Nobody used it for a quarter of a year: nothing else lets it in again.
    await platform.database.db.query('UPDATE public.up_users SET blocked = true WHERE id = $1', [lost.id]);
    expect((await post(`/accounts/${lost.id}/unblock`, { reason: '闲置停用' })).body.code).toBe(
      'administrator-account',
    );
    const path = `/accounts/${lost.id}/restore-administrator`;
    const reason = '手机与密码遗失';
    const own = await accountOf('token-security-admin');
    expect((await post(`/accounts/${own.id}/restore-administrator`, { reason })).body.code).toBe('administrator-other');
    const restored = await decided(path, { reason });
    expect(restored.state).toBe('executed');
    expect([restored.before.blocked, restored.after.blocked]).toEqual([true, false]);
    expect((await opening.setUp('token-audit-admin', restored.id, newPassword)).status).toBe(200);
    const { jwt } = (await signIn('token-audit-admin', newPassword)).body;
    expect((await me(jwt)).body).toMatchObject({ setUp: ['second-factor'], notices: [{ kind: 'restored' }] });
  });

  it('are opened with their holder, who is then known and told no second time', async () => {
    const holder = { identityNumber: '990101199001019001', phone: '19900009001' };
    const key = 'open-with-holder';
    const body = { identifier: 'tax-held', role: 'tax-officer', holder };
    const opened = await post('/accounts', body).set('Idempotency-Key', key);
    expect(opened.status).toBe(202);
    const shown = (await desk.get(manager, `/v1/approvals/${opened.body.approval.id}`)).body;
    expect(shown.after).toMatchObject({ phoneMasked: '199****9001', identityMasked: expect.stringContaining('*') });
    for (const clear of Object.values(holder)) expect(JSON.stringify(shown)).not.toContain(clear);
    expect((await desk.approve(manager, opened.body.approval.id)).body.state).toBe('executed');
    const again = await post('/accounts', { ...body, holder: { ...holder, phone: '19900009002' } }).set(
      'Idempotency-Key',
      key,
    );
    expect([again.status, again.body.code]).toEqual([409, 'idempotency-key-reused']);
    const kept = await platform.database.db.query<{ how: string; row: string }>(
      `SELECT confirmed_how AS how, h::text AS row FROM access.holders h WHERE account_id = $1`,
      [(await accountOf('tax-held')).id],
    );
    // Who approved the account has looked at him.
    expect(kept).toMatchObject([{ how: 'opening' }]);
    for (const clear of Object.values(holder)) expect(kept[0]?.row).not.toContain(clear);
    const half = await post('/accounts', {
      identifier: 'tax-half',
      role: 'tax-officer',
      holder: { phone: '19900009003' },
    });
    expect([half.status, half.body.field]).toEqual([400, 'holder.identityNumber']);
  });

  it('are listed with the number of the enterprise, which who gives accounts may not open', async () => {
    await databaseOf(platform.strapi).query(
      `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (92, 'EN-TEST-92', '甲', '92', 'active')`,
    );
    await platform.token({ role: 'enterprise', enterpriseId: 92 });
    const filter = encodeURIComponent(JSON.stringify({ enterpriseId: 92 }));
    const { body } = await platform.http
      .get(`/api/console/accounts?filter=${filter}`)
      .auth(security, { type: 'bearer' });
    expect(body).toMatchObject([{ enterpriseId: 92, partyNumber: 'EN-TEST-92' }]);
    await platform.http.get('/api/console/enterprises/92').auth(security, { type: 'bearer' }).expect(403);
  });

  describe('that nobody uses', () => {
    const day = 86_400_000;
    const at = (days: number): Date => new Date(Date.now() + days * day);
    const block = (days: number) => blockUnused(databaseOf(platform.strapi), systemCommand('test', at(days), 'unused'));
    const isBlocked = async (identifier: string): Promise<boolean | undefined> => {
      const [row] = await databaseOf(platform.strapi).query<{ blocked: boolean }>(
        'SELECT blocked FROM public.up_users WHERE username = $1',
        [identifier],
      );
      return row?.blocked;
    };
    const listed = async (identifier: string): Promise<{ blocksAt: string | null }> => {
      const filter = encodeURIComponent(JSON.stringify({ q: identifier }));
      const list = await platform.http.get(`/api/console/accounts?filter=${filter}`).auth(security, { type: 'bearer' });
      return list.body[0];
    };

    it('are told in the list, and blocked after 90 days; those of enterprises stay', async () => {
      await open('unused-1', 'operator');
      const used = (await open('used-1', 'operator')).id;
      const session = { accountId: used, at: at(50), address: undefined };
      await startSession(databaseOf(platform.strapi), session, signInPolicy);
      await platform.token({ role: 'enterprise', enterpriseId: 91 });
      expect(Date.parse((await listed('unused-1')).blocksAt ?? '') - Date.now()).toBeGreaterThan(89 * day);
      expect((await listed('token-enterprise-91')).blocksAt).toBeNull();
      expect(await block(89)).toBe(0);
      expect(await isBlocked('unused-1')).toBe(false);
      expect(await block(91)).toBeGreaterThan(1);
      expect([await isBlocked('unused-1'), await isBlocked('used-1')]).toEqual([true, false]);
      expect(await isBlocked('token-enterprise-91')).toBe(false);
      expect((await platform.audited('account.block-unused')).at(-1)).toMatchObject({ actor: 'test' });
      expect(await block(91)).toBe(0);
    });

    it('are never the last administrator or manager, and an unblocked one has its 90 days again', async () => {
      const live = () =>
        databaseOf(platform.strapi).query<{ role: string; many: bigint }>(
          `SELECT account_role AS role, count(*) AS many FROM public.up_users
            WHERE blocked IS NOT TRUE AND account_role IN ('institution-manager', 'security-admin') GROUP BY 1 ORDER BY 1`,
        );
      const one = [
        { role: 'institution-manager', many: 1n },
        { role: 'security-admin', many: 1n },
      ];
      expect(await live()).toEqual(one);
      expect([await isBlocked('token-security-admin-n2'), await isBlocked('token-security-admin')]).toEqual([
        true,
        false,
      ]);
      await block(2_000);
      expect(await live()).toEqual(one);
      const [operator] = await databaseOf(platform.strapi).query<{ id: number }>(
        `SELECT id FROM public.up_users WHERE username = 'unused-1'`,
      );
      const command = systemCommand('test', at(300), 'unused');
      await databaseOf(platform.strapi).transaction((tx) => setBlocked(tx, operator?.id ?? 0, false, command));
      await block(389);
      expect(await isBlocked('unused-1')).toBe(false);
      await block(391);
      expect(await isBlocked('unused-1')).toBe(true);
    });
  });

  // The last: it ends the session of the security administrator.
  it('gives the security administrator back on the word of the system administrator', async () => {
    // Those who sat idle for years above are let in again.
    await platform.database.db.query('UPDATE public.up_users SET blocked = false');
    manager = await platform.token({ role: 'institution-manager' });
    security = await platform.token({ role: 'security-admin' });
    const system = await desk.token({ role: 'system-admin' });
    const path = '/accounts/restore-security-admin';
    const body = { identifier: 'Token-security-admin', reason: '手机遗失' };
    expect((await post(path, body)).status).toBe(403);
    expect((await post(path, { ...body, identifier: 'token-audit-admin' }, system)).status).toBe(404);
    const asked = await post(path, body, system);
    expect((await desk.approve(manager, asked.body.approval.id)).body.state).toBe('executed');
    expect((await me(security)).status).toBe(401);
    const halves = [
      await opening.half(system, asked.body.approval.id),
      await opening.half(manager, asked.body.approval.id),
    ];
    expect(halves.map(({ body: { of } }) => of)).toEqual(['maker', 'decider']);
  });
});
