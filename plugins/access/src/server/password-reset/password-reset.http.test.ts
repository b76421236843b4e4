import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeAt, createAccount, enrolFactor, holderOf, newTotpSecret, type NewAccount } from '@linggong/access';
import { clockOf, databaseOf, systemCommand } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import { resetSecondFactor } from '../accounts/manage-account';
import { messagesOf } from '../messages/messages';
import { deskOf } from '../approvals/approvals.fixture';
import { bootWith, type TestPlatform } from '../platform.fixture';
import { statementsOf } from '../statements.fixture';

const password = 'Correct-horse-7-battery';
const next = 'Another-horse-8-battery';
const RATE_LIMITS =
  'sign-in=100000/60,second-factor=100000/60,password-reset=100000/60,password-reset-identifier=6/3600';

/** R9.4: a forgotten password is replaced without telling anybody who has an account. */
describe('a password reset by oneself', () => {
  let platform: TestPlatform;
  const command = systemCommand('test', new Date('2026-11-22T00:00:00Z'), 'reset-test');
  const phoneOf = (serial: number): string => `1990000${serial.toString().padStart(4, '0')}`;
  const folder = (): string => path.join(process.env['LINGGONG_DATA'] ?? '', 'messages');

  beforeAll(async () => {
    platform = await bootWith({ environment: { RATE_LIMITS, MESSAGE_SENDER: 'sandbox' } });
  }, 240_000);
  afterAll(() => platform?.stop());

  /** An account whose holder has the telephone of the serial; without one where it is not given. */
  const open = (identifier: string, serial?: number, account: Partial<NewAccount> = {}): Promise<number> => {
    const told = { identityNumber: `9901011990010${1000 + (serial ?? 0)}`, phone: phoneOf(serial ?? 0) };
    const holder = serial === undefined ? {} : { holder: holderOf(vaultOf(platform.strapi), told) };
    return databaseOf(platform.strapi).transaction((tx) =>
      createAccount(tx, { identifier, password, role: 'operator', ...holder, ...account }, command),
    );
  };
  const ask = (identifier: string, phone: string) =>
    platform.http.post('/api/auth/password-resets').send({ identifier, phone });
  /** The word that the latest request of an identifier was answered with, as the browser of who asked holds it. */
  const words = new Map<string, string>();
  const askFor = async (identifier: string, phone: string): Promise<string> => {
    const { status, body } = await ask(identifier, phone);
    expect(status).toBe(202);
    words.set(identifier.trim().toLowerCase(), body.request);
    return body.request;
  };
  const invented = (): string => randomBytes(32).toString('base64url');
  const complete = (identifier: string, code: string, more: object = {}) => {
    const request = words.get(identifier.toLowerCase()) ?? invented();
    const body = { request, identifier, code, newPassword: next, ...more };
    return platform.http.post('/api/auth/password-resets/complete').send(body);
  };
  const signIn = (identifier: string, secret: string) =>
    platform.http.post('/api/auth/local').send({ identifier, password: secret });

  /** The codes that were sent since the folder was emptied, newest last. */
  const sent = async (): Promise<string[]> => {
    await messagesOf(platform.strapi).settle();
    const names = (await readdir(folder()).catch(() => [])).sort();
    return Promise.all(names.map((name) => readFile(path.join(folder(), name), 'utf8')));
  };
  const empty = (): Promise<void> => rm(folder(), { recursive: true, force: true });
  const codeFor = async (identifier: string, phone: string): Promise<string> => {
    await empty();
    await askFor(identifier, phone);
    return /(\d{6}) is your code/.exec((await sent()).at(-1) ?? '')?.[1] ?? 'none';
  };

  it('answers the same, to the letter, whether the account is there, blocked, without telephone, or has another one', async () => {
    await open('reset-known', 1);
    await open('reset-without');
    await open('reset-blocked', 2);
    await platform.database.db.query(`UPDATE public.up_users SET blocked = true WHERE username = 'reset-blocked'`);
    const asked: [string, string][] = [
      ['reset-known', phoneOf(1)],
      ['reset-known', phoneOf(7)],
      ['reset-without', phoneOf(1)],
      ['reset-blocked', phoneOf(2)],
      ['reset-nobody', phoneOf(1)],
      ['13800000001', '13800000001'],
    ];
    const answers = await Promise.all(
      asked.map(async ([identifier, phone]) => {
        const { status, text, headers } = await ask(identifier, phone);
        const { 'x-request-id': _id, date: _date, ...rest } = headers;
        const word = /"request":"([A-Za-z0-9_-]{43})"/.exec(text)?.[1] ?? 'none';
        return { status, text: text.replace(word, 'a word'), headers: rest, word };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 202, text: '{"request":"a word","minutes":10}' });
    expect(new Set(answers.map(({ word }) => word)).size).toBe(answers.length);
    const shown = answers.map(({ word: _word, ...answer }) => answer);
    for (const answer of shown) expect(answer).toEqual(shown[0]);
  });

  it('does the same work for each of them', async () => {
    await messagesOf(platform.strapi).settle();
    const known = await statementsOf(() => ask('reset-known', phoneOf(1)));
    await messagesOf(platform.strapi).settle();
    expect(known.length).toBeGreaterThan(5);
    expect(await statementsOf(() => ask('reset-known', phoneOf(7)))).toEqual(known);
    expect(await statementsOf(() => ask('reset-without', phoneOf(1)))).toEqual(known);
    expect(await statementsOf(() => ask('reset-blocked', phoneOf(2)))).toEqual(known);
    expect(await statementsOf(() => ask('reset-nobody', phoneOf(1)))).toEqual(known);
    for (const [identifier, phone] of [
      ['reset-known', phoneOf(1)],
      ['reset-nobody', phoneOf(1)],
    ] as const)
      await askFor(identifier, phone);
    const wrong = await statementsOf(() => complete('reset-known', '000000'));
    expect(wrong.length).toBeGreaterThan(3);
    expect(await statementsOf(() => complete('reset-nobody', '000000'))).toEqual(wrong);
    // A word of one's own for somebody else, and one that nobody was given.
    const foreign = { request: words.get('reset-nobody') };
    expect(await statementsOf(() => complete('reset-known', '000000', foreign))).toEqual(wrong);
    expect(await statementsOf(() => complete('reset-known', '000000', { request: invented() }))).toEqual(wrong);
  });

  it('is spoilt by no stranger: his wrong codes are tries at requests of his own, and lock nobody else out', async () => {
    await open('reset-spoilt', 15);
    const code = await codeFor('reset-spoilt', phoneOf(15));
    const own = (await ask('reset-spoilt', phoneOf(16))).body.request;
    const guess = (request: string, guessed: string) => complete('reset-spoilt', guessed, { request });
    const answers = [];
    for (let n = 0; n < 12; n += 1) answers.push(await guess(n % 2 === 0 ? own : invented(), '000000'));
    // Knowing the code is worth nothing without the word of the request that it was sent for.
    answers.push(await guess(invented(), code));
    expect(answers.map(({ body }) => body.code)).toEqual(
      expect.arrayContaining(['reset-code-wrong', 'sign-in-locked']),
    );
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
    // Nor does he use up the requests of somebody whose telephone he does not know.
    for (let n = 0; n < 7; n += 1) await ask('reset-spoilt', phoneOf(16));
    expect((await complete('reset-spoilt', code)).status).toBe(200);
    expect((await ask('reset-spoilt', phoneOf(15))).status).toBe(202);
  });

  it('sends the code to the telephone of the holder alone, and sets the password for it, once', async () => {
    const id = await open('reset-done', 11);
    const { jwt } = (await signIn('reset-done', password)).body;
    await empty();
    await ask('reset-done', phoneOf(12));
    expect(await sent()).toEqual([]);
    const code = await codeFor(' Reset-Done ', `+86 ${phoneOf(11)}`.replace(' ', ''));
    const done = await complete('Reset-Done', code);
    expect([done.status, done.body]).toEqual([200, { changed: true }]);
    expect((await platform.http.get('/api/v1/me').auth(jwt, { type: 'bearer' })).status).toBe(401);
    expect((await signIn('reset-done', password)).status).toBe(401);
    expect((await signIn('reset-done', next)).status).toBe(200);
    const again = await complete('reset-done', code, { newPassword: 'Third-horse-9-battery' });
    expect([again.status, again.body.code]).toEqual([401, 'reset-code-wrong']);
    expect((await platform.audited('account.reset-own-password')).at(-1)).toMatchObject({ subject: `account ${id}` });
    const log = platform.log.join('\n');
    for (const secret of [code, phoneOf(11), next]) expect(log).not.toContain(secret);
  });

  it('knows the worker behind an account by the register', async () => {
    const vault = vaultOf(platform.strapi);
    const blind = (kind: 'identity-number' | 'phone', clear: string) => vault.blind(kind, clear).toString('hex');
    await platform.database.db.query(
      `INSERT INTO public.workers (id, number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind,
         vat_role, resident, state, real_name_state)
       VALUES (77, 'W77', 's', 'b', 's', $1, 's', $2, 'platform-files', true, 'active', 'verified')`,
      [blind('identity-number', '990101199001011077'), blind('phone', phoneOf(77))],
    );
    await open('reset-worker', undefined, { role: 'worker', workerId: 77 });
    const code = await codeFor('reset-worker', phoneOf(77));
    expect((await complete('reset-worker', code)).status).toBe(200);
  });

  it('takes five tries and ten minutes, and locks whoever guesses on, at an identifier that is known or not', async () => {
    await open('reset-guessed', 21);
    const code = await codeFor('reset-guessed', phoneOf(21));
    const wrong = code === '000000' ? '111111' : '000000';
    await askFor('reset-stranger', phoneOf(21));
    for (const identifier of ['reset-guessed', 'reset-stranger']) {
      for (let n = 0; n < 5; n += 1) expect((await complete(identifier, wrong)).status).toBe(401);
      const locked = await complete(identifier, code);
      expect([locked.status, locked.body.code]).toEqual([429, 'sign-in-locked']);
    }
    await platform.database.db.query('DELETE FROM access.sign_in_attempts');
    expect((await complete('reset-guessed', code)).body.code).toBe('reset-code-wrong');
    const second = await codeFor('reset-guessed', phoneOf(21));
    await platform.database.db.query(
      `UPDATE access.password_resets SET asked_at = asked_at - interval '11 minutes', expires_at = expires_at - interval '11 minutes'`,
    );
    expect((await complete('reset-guessed', second)).body.code).toBe('reset-code-wrong');
    const third = await codeFor('reset-guessed', phoneOf(21));
    expect((await complete('reset-guessed', third)).status).toBe(200);
  });

  it('asks for the second factor where the account has one', async () => {
    const id = await open('reset-factor', 31);
    const secret = newTotpSecret();
    await databaseOf(platform.strapi).transaction((tx) =>
      enrolFactor(tx, vaultOf(platform.strapi), { accountId: id, secret }, command),
    );
    const code = await codeFor('reset-factor', phoneOf(31));
    const asked = await complete('reset-factor', code);
    expect([asked.status, asked.body.code, asked.body.field]).toEqual([
      401,
      'second-factor-needed',
      'secondFactorCode',
    ]);
    expect((await signIn('reset-factor', password)).status).toBe(202);
    const guessed = await complete('reset-factor', code, { secondFactorCode: 'AAAAA-AAAAA' });
    expect([guessed.status, guessed.body.code]).toEqual([401, 'code-wrong']);
    const right = await complete('reset-factor', code, {
      secondFactorCode: codeAt(secret, clockOf(platform.strapi).now()),
    });
    expect(right.status).toBe(200);
    expect((await signIn('reset-factor', next)).status).toBe(202);
  });

  it('opens nothing by a telephone alone where the role works with a second factor and none is on', async () => {
    await open('reset-bare', 35, { role: 'finance-officer' });
    expect(await codeFor('reset-bare', phoneOf(35))).toBe('none');
    const id = await open('reset-restored', 36, { role: 'finance-officer' });
    const db = databaseOf(platform.strapi);
    await db.transaction((tx) =>
      enrolFactor(tx, vaultOf(platform.strapi), { accountId: id, secret: newTotpSecret() }, command),
    );
    const code = await codeFor('reset-restored', phoneOf(36));
    await db.transaction((tx) => resetSecondFactor(tx, id, command));
    const answer = await complete('reset-restored', code);
    expect([answer.status, answer.body.code]).toEqual([401, 'reset-code-wrong']);
    expect((await signIn('reset-restored', next)).status).toBe(401);
  });

  it('tells nothing of former passwords before the second factor has been given', async () => {
    const id = await open('reset-oracle', 37);
    const secret = newTotpSecret();
    await databaseOf(platform.strapi).transaction((tx) =>
      enrolFactor(tx, vaultOf(platform.strapi), { accountId: id, secret }, command),
    );
    const code = await codeFor('reset-oracle', phoneOf(37));
    const more = { newPassword: password, secondFactorCode: 'AAAAA-AAAAA' };
    expect((await complete('reset-oracle', code, more)).body.code).toBe('code-wrong');
    const right = { newPassword: password, secondFactorCode: codeAt(secret, clockOf(platform.strapi).now()) };
    expect((await complete('reset-oracle', code, right)).body.code).toBe('password-same');
  });

  it('takes no weak password and none of the last ones, and keeps the code for a better one', async () => {
    await open('reset-choosy', 41);
    const code = await codeFor('reset-choosy', phoneOf(41));
    expect((await complete('reset-choosy', code, { newPassword: 'weak' })).body.code).toBe('password-weak');
    expect((await complete('reset-choosy', code, { newPassword: password })).body.code).toBe('password-same');
    expect((await complete('reset-choosy', code)).status).toBe(200);
  });

  it('makes a code void for nobody who asks besides, and sets one password for two that come at once', async () => {
    await open('reset-twice', 51);
    const code = await codeFor('reset-twice', phoneOf(51));
    await ask('reset-twice', phoneOf(52));
    const both = await Promise.all([complete('reset-twice', code), complete('reset-twice', code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('bounds the requests for one identifier', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1) statuses.push((await ask('reset-flooded', phoneOf(1))).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 202, 429]);
  });

  describe('where no code can be sent', () => {
    const listed = async (identifier: string): Promise<string | null> => {
      const admin = await platform.token({ role: 'security-admin' });
      const list = await platform.http
        .get(`/api/console/accounts?filter=${encodeURIComponent(JSON.stringify({ q: identifier }))}`)
        .auth(admin, { type: 'bearer' });
      return list.body[0]?.resetAskedAt;
    };

    it('the request stands in the list of the security administrator until two persons reset the password', async () => {
      const id = await open('reset-by-hand');
      expect(await listed('reset-by-hand')).toBeNull();
      await ask('reset-by-hand', phoneOf(61));
      expect(await listed('reset-by-hand')).not.toBeNull();
      const admin = await platform.token({ role: 'security-admin' });
      const reset = await platform.http
        .post(`/api/v1/accounts/${id}/reset-password`)
        .auth(admin, { type: 'bearer' })
        .send({ reason: '本人来电申请' });
      expect(reset.status).toBe(202);
      expect(await listed('reset-by-hand')).not.toBeNull();
      const manager = await platform.token({ role: 'institution-manager' });
      expect((await deskOf(platform).approve(manager, reset.body.approval.id)).body.state).toBe('executed');
      expect(await listed('reset-by-hand')).toBeNull();
    });

    it('because the channel is broken, it goes the same way', async () => {
      await open('reset-broken', 71);
      await empty();
      await writeFile(folder(), '');
      expect((await ask('reset-broken', phoneOf(71))).body).toMatchObject({ minutes: 10 });
      await messagesOf(platform.strapi).settle();
      expect(await listed('reset-broken')).not.toBeNull();
      expect(platform.log.join('\n')).toContain('a message was not sent');
      expect(platform.log.join('\n')).not.toContain(phoneOf(71));
    });
  });
});
