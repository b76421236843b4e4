import { codeAt, createAccount } from '@linggong/access';
import { matrix, secondFactorRoles, type Role } from '@linggong/config/access';
import { clockOf, databaseOf, systemCommand } from '@linggong/core';
import { deskOf } from '../approvals/approvals.fixture';
import { bootWith, type TestPlatform } from '../platform.fixture';

const password = 'Correct-horse-7-battery';
const stepMs = 30_000;

/** GB/T 22239-2019 8.1.4.1 d: two factors; RFC 6238: a code opens once. */
describe('the second factor', () => {
  let platform: TestPlatform;
  const command = systemCommand('test', new Date('2026-11-22T00:00:00Z'), 'second-factor-test');

  beforeAll(async () => {
    platform = await bootWith({});
  }, 240_000);
  afterAll(() => platform?.stop());

  const post = (path: string, body: object, token?: string) => {
    const request = platform.http.post(path).send(body);
    return token === undefined ? request : request.auth(token, { type: 'bearer' });
  };
  const get = (path: string, token: string) => platform.http.get(path).auth(token, { type: 'bearer' });
  const open = (identifier: string, role: Role = 'finance-officer') =>
    databaseOf(platform.strapi).transaction((tx) => createAccount(tx, { identifier, password, role }, command));
  const signIn = (identifier: string) => post('/api/auth/local', { identifier, password });
  const now = () => clockOf(platform.strapi).now();
  const code = (secret: string, steps = 0) => codeAt(secret, new Date(now().getTime() + steps * stepMs));
  const answer = async (identifier: string, typed: string) => {
    const { challenge } = (await signIn(identifier)).body;
    return post('/api/auth/second-factor', { challenge, code: typed });
  };

  /** Opens an account and sets its factor up as its holder does; its code counts as unused again. */
  async function enrolled(identifier: string, role: Role = 'finance-officer') {
    const id = await open(identifier, role);
    const { jwt } = (await signIn(identifier)).body;
    const { secret } = (await post('/api/v1/me/second-factor', {}, jwt)).body;
    const confirmed = await post('/api/v1/me/second-factor/confirm', { code: code(secret) }, jwt);
    expect(confirmed.status).toBe(200);
    await platform.database.db.query('DELETE FROM access.used_codes WHERE account_id = $1', [id]);
    return {
      id,
      jwt: jwt as string,
      secret: secret as string,
      recoveryCodes: confirmed.body.recoveryCodes as string[],
    };
  }

  it('is demanded of the administrators, of finance and of whoever approves', () => {
    expect([...secondFactorRoles].sort()).toEqual([
      'audit-admin',
      'config-approver',
      'finance-approver',
      'finance-officer',
      'institution-manager',
      'merchant-reviewer',
      'risk-officer',
      'security-admin',
      'system-admin',
    ]);
  });

  it('opens nothing but the own account until it is set up, and the rest at once thereafter', async () => {
    await open('finance-1');
    const { jwt } = (await signIn('finance-1').expect(200)).body;
    const early = await get('/api/console/deposits', jwt);
    expect([early.status, early.body.code]).toEqual([403, 'second-factor-required']);
    expect((await get('/api/v1/me', jwt)).body).toMatchObject({
      setUp: ['second-factor'],
      secondFactor: { isOn: false, isDemanded: true, recoveryCodesLeft: 0 },
    });
    const begun = (await post('/api/v1/me/second-factor', {}, jwt).expect(200)).body;
    expect(begun.uri).toBe(
      `otpauth://totp/${encodeURIComponent('灵工 Linggong')}:finance-1?secret=${begun.secret}&issuer=${encodeURIComponent('灵工 Linggong')}`,
    );
    expect(begun.qr).toMatch(/^<svg .*<\/svg>\s*$/s);
    await get('/api/console/deposits', jwt).expect(403);
    const wrong = await post('/api/v1/me/second-factor/confirm', { code: '000000' }, jwt);
    expect([wrong.status, wrong.body.code, wrong.body.field]).toEqual([400, 'code-wrong', 'code']);
    const words = await post('/api/v1/me/second-factor/confirm', { code: '灵工-01-23' }, jwt);
    expect([words.status, words.body.code]).toEqual([400, 'code-wrong']);
    const { body } = await post('/api/v1/me/second-factor/confirm', { code: code(begun.secret) }, jwt).expect(200);
    expect(new Set(body.recoveryCodes).size).toBe(10);
    await get('/api/console/deposits', jwt).expect(200);
    expect((await get('/api/v1/me', jwt)).body).toMatchObject({
      setUp: [],
      secondFactor: { isOn: true, recoveryCodesLeft: 10, passedAt: expect.any(String) },
    });
  });

  it('asks for a code from then on, takes it once, and names what was wrong', async () => {
    const { secret } = await enrolled('finance-2');
    const first = await signIn('finance-2');
    expect([first.status, Object.keys(first.body)]).toEqual([202, ['challenge']]);
    const early = await answer('finance-2', code(secret, 3));
    expect([early.status, early.body.code]).toEqual([401, 'code-wrong']);
    expect((await answer('finance-2', code(secret, -3))).body.code).toBe('code-wrong');
    const typed = code(secret);
    const { jwt } = (await answer('finance-2', typed)).body;
    await get('/api/console/deposits', jwt).expect(200);
    const again = await answer('finance-2', typed);
    expect([again.status, again.body.code]).toEqual([401, 'code-used']);
    expect(Number(again.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(again.headers['retry-after'])).toBeLessThanOrEqual(30);
  });

  it('gives one session for one code, however many ask at once', async () => {
    const { secret } = await enrolled('finance-3');
    const typed = code(secret);
    const challenges = await Promise.all([1, 2, 3, 4].map(async () => (await signIn('finance-3')).body.challenge));
    const answers = await Promise.all(
      [...challenges, challenges[0]].map(async (challenge) => {
        const { status } = await post('/api/auth/second-factor', { challenge, code: typed });
        return status;
      }),
    );
    expect(answers.filter((status) => status === 200)).toHaveLength(1);
  });

  it('takes a recovery code once, however it is typed, and counts those that are left', async () => {
    const { recoveryCodes } = await enrolled('finance-4');
    const [first = ''] = recoveryCodes;
    const { status, body } = await answer('finance-4', ` ${first.toLowerCase().replace('-', '')} `);
    expect(status).toBe(200);
    expect((await get('/api/v1/me', body.jwt)).body.secondFactor.recoveryCodesLeft).toBe(9);
    expect((await answer('finance-4', first)).body.code).toBe('code-wrong');
  });

  it('ends a challenge after five tries or five minutes, and for anybody else', async () => {
    const { id, secret } = await enrolled('finance-5');
    const ended = async (challenge: string) => {
      const { status, body } = await post('/api/auth/second-factor', { challenge, code: code(secret) });
      return [status, body.code];
    };
    const { challenge } = (await signIn('finance-5')).body;
    const set = (change: string) =>
      platform.database.db.query(`UPDATE access.challenges SET ${change} WHERE account_id = $1`, [id]);
    await set('tries = 5');
    expect(await ended(challenge)).toEqual([401, 'challenge-ended']);
    await set(`tries = 0, address = '192.0.2.7'`);
    expect(await ended(challenge)).toEqual([401, 'challenge-ended']);
    const second = (await signIn('finance-5')).body.challenge;
    await set(`expires_at = now() - interval '1 second'`);
    expect(await ended(second)).toEqual([401, 'challenge-ended']);
    expect(await ended('made-up')).toEqual([401, 'challenge-ended']);
  });

  it('locks after five wrong codes, and a new challenge does not begin the count anew', async () => {
    const { secret } = await enrolled('finance-6');
    const challenges: string[] = [];
    for (let n = 0; n < 4; n += 1) challenges.push((await signIn('finance-6')).body.challenge);
    const statuses: number[] = [];
    for (const [index, typed] of ['000001', '000002', '000003', '000004', '000005', code(secret)].entries()) {
      const { status } = await post('/api/auth/second-factor', { challenge: challenges[index % 4], code: typed });
      statuses.push(status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await platform.audited('session.refuse')).length).toBeGreaterThan(4);
  });

  it('goes on counting passwords until the code: a right password alone clears nothing', async () => {
    await enrolled('finance-7');
    for (let n = 0; n < 5; n += 1) await signIn('finance-7').expect(202);
    expect((await signIn('finance-7')).status).toBe(429);
  });

  it('keeps secrets and codes in clear nowhere, not under an Idempotency-Key either', async () => {
    await open('finance-8');
    const { jwt } = (await signIn('finance-8')).body;
    const begun = await post('/api/v1/me/second-factor', {}, jwt).set('Idempotency-Key', 'begin-8');
    const { body } = await post('/api/v1/me/second-factor/confirm', { code: code(begun.body.secret) }, jwt).set(
      'Idempotency-Key',
      'confirm-8',
    );
    const { db } = platform.database;
    expect(await db.query(`SELECT 1 FROM access.idempotency WHERE key IN ('begin-8', 'confirm-8')`)).toEqual([]);
    const rows = await db.query('SELECT r::text AS text FROM access.recovery_codes r');
    const factors = await db.query(`SELECT encode(secret_sealed, 'escape') AS text FROM access.second_factors`);
    for (const secret of [begun.body.secret, ...body.recoveryCodes]) {
      expect(JSON.stringify([rows, factors])).not.toContain(secret);
      expect(platform.log.join('\n')).not.toContain(secret);
    }
  });

  it('is changed by who passed it just now, renewed by a code, and given up only where the role may', async () => {
    const { id, jwt, secret, recoveryCodes } = await enrolled('finance-9');
    await platform.database.db.query(
      `UPDATE access.sessions SET second_factor_at = second_factor_at - interval '31 minutes' WHERE account_id = $1`,
      [id],
    );
    const stale = await post('/api/v1/me/second-factor', {}, jwt);
    expect([stale.status, stale.body.code]).toEqual([403, 'second-factor-stale']);
    await post('/api/v1/me/second-factor/check', { code: code(secret) }, jwt).expect(200);
    const next = (await post('/api/v1/me/second-factor', {}, jwt).expect(200)).body.secret;
    // Until the new one is proved, the old one is the factor.
    expect((await answer('finance-9', code(secret, 1))).status).toBe(200);
    const renewed = await post('/api/v1/me/second-factor/confirm', { code: code(next) }, jwt).expect(200);
    expect(renewed.body.recoveryCodes).not.toContain(recoveryCodes[0]);
    const kept = await post('/api/v1/me/second-factor/remove', { code: code(next, 1) }, jwt);
    expect([kept.status, kept.body.code]).toEqual([403, 'second-factor-mandatory']);

    const operator = await enrolled('operator-9', 'operator');
    const codes = await post('/api/v1/me/second-factor/recovery-codes', { code: code(operator.secret) }, operator.jwt);
    expect(codes.body.recoveryCodes).toHaveLength(10);
    await post('/api/v1/me/second-factor/remove', { code: code(operator.secret, 1) }, operator.jwt).expect(200);
    expect((await signIn('operator-9')).status).toBe(200);
  });

  it('is taken from who lost it by the security administrator, never from an administrator', async () => {
    const security = await platform.token({ role: 'security-admin' });
    const { id, jwt } = await enrolled('finance-10');
    const reason = 'telephone and codes lost';
    const asked = await post(`/api/v1/accounts/${id}/reset-second-factor`, { reason }, security);
    expect([asked.status, asked.body.approval.state]).toEqual([202, 'pending']);
    await get('/api/v1/me', jwt).expect(200);
    // Somebody else decides on it, and then it is done.
    const desk = deskOf(platform);
    const manager = await platform.token({ role: 'institution-manager' });
    expect((await desk.approve(manager, asked.body.approval.id)).body.state).toBe('executed');
    await get('/api/v1/me', jwt).expect(401);
    expect((await signIn('finance-10')).status).toBe(200);
    expect((await platform.audited('account.reset-second-factor')).at(-1)).toMatchObject({ subject: `account ${id}` });
    const other = await enrolled('system-10', 'system-admin');
    const refused = await post(`/api/v1/accounts/${other.id}/reset-second-factor`, { reason }, security);
    expect([refused.status, refused.body.code]).toEqual([403, 'administrator-account']);
  });

  it('asks a session that did not pass the factor for a code, not for a new one', async () => {
    const { id, secret } = await enrolled('finance-11');
    const { jwt } = (await answer('finance-11', code(secret))).body;
    await platform.database.db.query(
      'UPDATE access.sessions SET second_factor = NULL, second_factor_at = NULL WHERE account_id = $1',
      [id],
    );
    await get('/api/console/deposits', jwt).expect(403);
    expect((await post('/api/v1/me/second-factor', {}, jwt)).body.code).toBe('second-factor-stale');
    await post('/api/v1/me/second-factor/check', { code: code(secret, 1) }, jwt).expect(200);
    await get('/api/console/deposits', jwt).expect(200);
  });

  describe('is asked for again where something most dangerous is asked', () => {
    const reason = '例行核对';
    /** Each operation of the lines that the matrix marks, with an input that would be taken. */
    const dangerous: [line: string, role: Role, path: string, body: object][] = [
      ['account:create', 'security-admin', '/accounts', { identifier: 'step-up-1', role: 'tax-officer' }],
      ['account:confirm-holder', 'security-admin', '/accounts/1/confirm-holder', { reason }],
      ['account:change-role', 'security-admin', '/accounts/1/role', { role: 'tax-officer', reason }],
      ['account:unblock', 'security-admin', '/accounts/1/unblock', { reason }],
      ['account:reset-password', 'security-admin', '/accounts/1/reset-password', { reason }],
      ['account:reset-second-factor', 'security-admin', '/accounts/1/reset-second-factor', { reason }],
      ['account:restore-administrator', 'security-admin', '/accounts/1/restore-administrator', { reason }],
      [
        'account:restore-security-admin',
        'system-admin',
        '/accounts/restore-security-admin',
        { identifier: 'x', reason },
      ],
      ['data-key:rotate', 'security-admin', '/data-keys/rotations', { suite: 'aes-256-gcm', reason }],
      ['data-key:destroy', 'security-admin', '/data-keys/1/destruction', { reason }],
      ['backup:restore', 'system-admin', '/backups/1/restore', { to: 'latest', reason }],
      ['delegation:create', 'finance-approver', '/delegations', { toAccountId: 1, days: 1, reason }],
      [
        'own-account:declare-holder',
        'operator',
        '/me/holder',
        { identityNumber: '990101199001011099', phone: '19900000099' },
      ],
    ];
    const age = (role: Role, minutes: number) =>
      platform.database.db.query(
        `UPDATE access.sessions s SET second_factor_at = $2::timestamptz - make_interval(mins => $3)
           FROM public.up_users u WHERE u.id = s.account_id AND u.username = 'token-' || $1`,
        [role, now(), minutes],
      );

    it('at every line that the matrix marks, before anything is asked or done', async () => {
      expect(dangerous.map(([line]) => line).sort()).toEqual(
        matrix
          .filter(({ stepUp }) => stepUp)
          .map(({ resource, action }) => `${resource}:${action}`)
          .sort(),
      );
      for (const [line, role, path, body] of dangerous) {
        const token = await platform.token({ role });
        const codes: unknown[] = [];
        for (const minutes of [6, 4]) {
          await age(role, minutes);
          const { status, body: told } = await post(`/api/v1${path}`, body, token);
          codes.push(status === 403 && /^second-factor-/.test(told.code) ? told.code : 'let in');
        }
        expect([line, codes]).toEqual([line, ['second-factor-stale', 'let in']]);
      }
      // What could not be taken anyway is refused for what it is, and no code is asked for.
      const token = await platform.token({ role: 'security-admin' });
      await age('security-admin', 6);
      expect((await post('/api/v1/accounts', { role: 'tax-officer' }, token)).body.field).toBe('identifier');
      expect((await get('/api/v1/data-keys', token)).status).toBe(200);
    });

    it('and what was asked goes on once the code was given', async () => {
      const { id, jwt, secret } = await enrolled('finance-12');
      await platform.database.db.query(
        'UPDATE access.sessions SET second_factor_at = $2::timestamptz - make_interval(mins => 6) WHERE account_id = $1',
        [id, now()],
      );
      const declare = () =>
        post('/api/v1/me/holder', { identityNumber: '990101199001011012', phone: '19900000012' }, jwt);
      expect((await declare()).body.code).toBe('second-factor-stale');
      await post('/api/v1/me/second-factor/check', { code: code(secret) }, jwt).expect(200);
      expect((await declare()).body.declared).toBe(true);
    });

    it('of nobody who has none: he sets one up first', async () => {
      await open('operator-13', 'operator');
      const { jwt } = (await signIn('operator-13')).body;
      const told = await post('/api/v1/me/holder', { identityNumber: '990101199001011013', phone: '19900000013' }, jwt);
      expect([told.status, told.body.code]).toEqual([403, 'second-factor-unset']);
    });
  });
});
