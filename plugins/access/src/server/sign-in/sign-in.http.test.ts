import { createAccount } from '@linggong/access';
import { createDatabase, databaseOf, systemCommand } from '@linggong/core';
import { sweep } from '../accounts/sweep';
import { bootWith, type TestPlatform } from '../platform.fixture';

const password = 'Correct-horse-7-battery';

describe('sign-in', () => {
  let platform: TestPlatform;
  const command = systemCommand('test', new Date('2026-11-22T00:00:00Z'), 'sign-in-test');
  const open = (identifier: string, account: Partial<Parameters<typeof createAccount>[1]> = {}) =>
    databaseOf(platform.strapi).transaction((tx) =>
      createAccount(tx, { identifier, password, role: 'operator', ...account }, command),
    );
  const signIn = (identifier: string, secret = password) =>
    platform.http.post('/api/auth/local').send({ identifier, password: secret });

  beforeAll(async () => {
    platform = await bootWith({});
  }, 120_000);
  afterAll(() => platform?.stop());

  it('gives a token for the right password, whatever the case of the identifier', async () => {
    await open('operator-1');
    const answer = await signIn(' Operator-1 ');
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual(['jwt']);
    const me = await platform.http.get('/api/v1/me').auth(answer.body.jwt, { type: 'bearer' });
    expect(me.body).toMatchObject({
      identifier: 'operator-1',
      role: 'operator',
      roleName: { zh: '运营', en: 'Operator' },
    });
    expect(me.body.permissions['own-account']).toEqual({
      read: 'own',
      'read-waiting': 'own',
      'count-lists': 'own',
      'read-news': 'own',
      'see-news': 'own',
      'see-notices': 'own',
      'change-password': 'own',
      'change-second-factor': 'own',
      'declare-holder': 'own',
    });
    expect(me.body.permissions['account']).toBeUndefined();
  });

  it('says in the token nothing but the numbers of account and session', async () => {
    await open('operator-2');
    const { jwt } = (await signIn('operator-2')).body;
    const payload = JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url').toString());
    expect(Object.keys(payload).sort()).toEqual(['exp', 'iat', 'id', 'sid']);
  });

  it('tells enterprises and workers whose rows they see', async () => {
    await open('enterprise-9', { role: 'enterprise', enterpriseId: 9 });
    const { jwt } = (await signIn('enterprise-9')).body;
    const me = await platform.http.get('/api/v1/me').auth(jwt, { type: 'bearer' });
    expect(me.body).toMatchObject({ role: 'enterprise', enterpriseId: 9 });
  });

  it('has one answer for a wrong password, an unknown identifier, a blocked account and one without a password', async () => {
    await open('operator-3');
    const blocked = await open('operator-blocked');
    await platform.database.db.query('UPDATE public.up_users SET blocked = true WHERE id = $1', [blocked]);
    await platform.token({ role: 'tax-officer' });
    const answers = await Promise.all(
      [
        signIn('operator-3', 'Wrong-password-1'),
        signIn('nobody'),
        signIn('operator-blocked'),
        signIn('token-tax-officer'),
      ].map(async (request) => {
        const { status, body } = await request;
        return { status, ...body, traceId: '' };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 401, code: 'sign-in-failed', title: '账号或密码不正确' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('locks after five wrong passwords, for known and unknown alike, and tells how long', async () => {
    await open('operator-4');
    for (const identifier of ['operator-4', 'stranger-4']) {
      for (let n = 0; n < 5; n += 1) expect((await signIn(identifier, 'Wrong-password-1')).status).toBe(401);
      const locked = await signIn(identifier);
      expect(locked.status).toBe(429);
      expect(locked.body).toMatchObject({ code: 'sign-in-locked', title: '尝试次数过多，登录已暂时锁定' });
      expect(Number(locked.headers['retry-after'])).toBeGreaterThan(50);
      expect(Number(locked.headers['retry-after'])).toBeLessThanOrEqual(60);
    }
    const english = await signIn('operator-4').set('Accept-Language', 'en');
    expect(english.body.title).toBe('Too many attempts; sign-in is locked for a while');
  });

  it('counts guesses that arrive at once', async () => {
    await open('operator-5');
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async () => (await signIn('operator-5', 'Wrong-password-1')).status),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });

  it('opens again after the lock, and a right password clears the count', async () => {
    await open('operator-6');
    for (let n = 0; n < 5; n += 1) await signIn('operator-6', 'Wrong-password-1');
    await platform.database.db.query(`UPDATE access.sign_in_attempts SET locked_until = now() - interval '1 second'`);
    expect((await signIn('operator-6')).status).toBe(200);
    for (let n = 0; n < 4; n += 1) expect((await signIn('operator-6', 'Wrong-password-1')).status).toBe(401);
    expect((await signIn('operator-6')).status).toBe(200);
  });

  it('refuses open and oversized bodies', async () => {
    const extra = await platform.http
      .post('/api/auth/local')
      .send({ identifier: 'a', password: 'b', role: 'system-admin' });
    expect([extra.status, extra.body.field]).toEqual([400, 'role']);
    const big = await platform.http.post('/api/auth/local').send({ identifier: 'a', password: 'x'.repeat(5_000) });
    expect(big.status).toBe(413);
  });

  it('ends with the session: idle, over, signed out, or the account blocked', async () => {
    const id = await open('operator-7');
    const start = async (): Promise<string> => (await signIn('operator-7')).body.jwt;
    const status = async (jwt: string): Promise<number> =>
      (await platform.http.get('/api/v1/me').auth(jwt, { type: 'bearer' })).status;
    const change = (set: string) =>
      platform.database.db.query(`UPDATE access.sessions SET ${set} WHERE account_id = $1`, [id]);
    const idle = await start();
    expect(await status(idle)).toBe(200);
    await change(`last_seen_at = now() - interval '31 minutes'`);
    expect(await status(idle)).toBe(401);
    const over = await start();
    await change(`started_at = now() - interval '9 hours', ends_at = now() - interval '1 hour'`);
    expect(await status(over)).toBe(401);
    const blocked = await start();
    await platform.database.db.query('UPDATE public.up_users SET blocked = true WHERE id = $1', [id]);
    expect(await status(blocked)).toBe(401);
  });

  it('writes starts, ends and refusals into the audit log, and no password anywhere', async () => {
    const id = await open('operator-audited');
    const own = { actor: 'anonymous', subject: `account ${id}` };
    await signIn('operator-audited', 'Wrong-password-1');
    await signIn('nobody-audited', 'Wrong-password-1');
    const { jwt } = (await signIn('operator-audited')).body;
    await platform.http.post('/api/auth/sign-out').auth(jwt, { type: 'bearer' }).expect(200);
    const refused = await platform.audited('session.refuse');
    const unknown = { actor: 'anonymous', subject: 'account unknown' };
    expect(refused.slice(-2)).toMatchObject([own, unknown].map((entry) => ({ ...entry, outcome: 'refused' })));
    const started = (await platform.audited('session.start')).at(-1);
    expect(started).toMatchObject({ ...own, actor: `operator#${id}`, outcome: 'done' });
    expect(started?.sessionId).toBe(JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url').toString()).sid);
    expect((await platform.audited('session.end')).at(-1)).toMatchObject({ ...own, actor: `operator#${id}` });
    expect((await platform.audited('account.create')).at(-1)).toMatchObject({
      actor: 'test',
      subject: `account ${id}`,
    });
    expect(platform.log.join('\n')).not.toContain(password);
  });

  it('writes down attempts on a locked identifier too (GB/T 22239-2019 8.1.4.3)', async () => {
    const id = await open('operator-lockedout');
    for (let n = 0; n < 5; n += 1) await signIn('operator-lockedout', 'Wrong-password-1');
    const before = (await platform.audited('session.refuse')).length;
    expect((await signIn('operator-lockedout')).status).toBe(429);
    const refused = await platform.audited('session.refuse');
    expect(refused).toHaveLength(before + 1);
    expect(refused.at(-1)).toMatchObject({ subject: `account ${id}` });
  });

  describe('accounts', () => {
    it.each([
      ['a taken identifier', 'OPERATOR-1', {}, 409, 'identifier-taken'],
      ['a telephone number', '13800000001', {}, 400, 'identifier-invalid'],
      ['a weak password', 'operator-8', { password: 'weak' }, 400, 'password-weak'],
      [
        'an enterprise account of no enterprise',
        'operator-9',
        { role: 'enterprise' as const },
        400,
        'account-owner-invalid',
      ],
      ['a staff account of an enterprise', 'operator-10', { enterpriseId: 1 }, 400, 'account-owner-invalid'],
    ])('refuse %s', async (_name, identifier, account, status, code) => {
      await expect(open(identifier, account)).rejects.toMatchObject({ status, code });
    });

    it('keep the password as argon2id with 19 MiB, away from the account row', async () => {
      const [row] = await platform.database.db.query<{ hash: string; password: string | null }>(
        `SELECT c.password_hash AS hash, u.password FROM access.credentials c JOIN public.up_users u ON u.id = c.account_id
         WHERE u.username = 'operator-1'`,
      );
      expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(row?.password).toBeNull();
    });

    it('are held to one role and its owner by the database too', async () => {
      // The application may not even try; what a migration wrote by mistake is refused as well.
      const owner = createDatabase({ connectionString: platform.database.ownerUrl, max: 1 });
      const change = (set: string) => owner.query(`UPDATE public.up_users SET ${set} WHERE username = 'operator-1'`);
      await expect(change(`account_role = 'root'`)).rejects.toThrow(/linggong_up_users_role/);
      await expect(change(`enterprise_id = 1`)).rejects.toThrow(/linggong_up_users_enterprise/);
      await expect(change(`password = 'x'`)).rejects.toThrow(/linggong_up_users_no_password/);
      await expect(change(`username = 'Operator-2'`)).rejects.toThrow(/linggong_up_users_identifier/);
      await owner.close();
    });

    it('are listed for the security administrator only', async () => {
      const admin = await platform.token({ role: 'security-admin' });
      const list = await platform.http
        .get('/api/console/accounts?filter={"q":"operator-1"}')
        .auth(admin, { type: 'bearer' });
      expect(list.status).toBe(200);
      expect(list.body[0]).not.toHaveProperty('password');
      const other = await platform.token({ role: 'system-admin' });
      await platform.http.get('/api/console/accounts').auth(other, { type: 'bearer' }).expect(403);
    });
  });

  it('clears what has served its time', async () => {
    const later = new Date(Date.now() + 300 * 86_400_000);
    const swept = await sweep(databaseOf(platform.strapi), later);
    expect(swept.sessions).toBeGreaterThan(5);
    expect(swept.attempts).toBeGreaterThan(2);
    expect(await sweep(databaseOf(platform.strapi), later)).toEqual({
      keys: 0,
      sessions: 0,
      attempts: 0,
      challenges: 0,
    });
  });
});
