import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { messagesOf } from '@linggong/access';
import { clockOf } from '@linggong/core';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';
import { provedRegistration, sweepRegistrations } from './registration-rows';
import { toolsOf } from '../services';

const password = 'Correct-horse-7-battery';
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** A resident's number of nobody; the sandbox register answers by its serial. */
const numberOf = (serial: string, birth = '19900307'): string => {
  const head = `110101${birth}${serial}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(head[at]), 0);
  return `${head}${'10X98765432'[sum % 11] ?? ''}`;
};

/** R3.5: whoever has a telephone and an identity card registers by himself. */
describe('registering by oneself', () => {
  let booted: BootedStrapi;
  let consents: { purpose: string; version: number; needed: boolean }[] = [];
  const folder = (): string => path.join(process.env['LINGGONG_DATA'] ?? '', 'messages');

  beforeAll(async () => {
    process.env['MESSAGE_SENDER'] = 'sandbox';
    process.env['RATE_LIMITS'] = 'registration=100000/60,registration-phone=3/3600,registration-identity=100/3600';
    booted = await bootStrapi();
  }, 300_000);
  afterAll(async () => {
    await booted?.stop();
    delete process.env['MESSAGE_SENDER'];
    delete process.env['RATE_LIMITS'];
  });

  const post = (step: string, body: object) => booted.http.post(`/api/v1/worker-registrations${step}`).send(body);
  const codeOf = async (): Promise<string> => {
    await messagesOf(booted.strapi).settle();
    const [name = ''] = (await readdir(folder())).sort().reverse();
    const text = await readFile(path.join(folder(), name), 'utf8');
    return /验证码：(\d{6})/.exec(text)?.[1] ?? 'none';
  };
  const begin = async (phone: string): Promise<string> => {
    await rm(folder(), { recursive: true, force: true });
    return (await post('', { phone }).expect(202)).body.registration;
  };
  /** The word of a registration whose telephone is proved. */
  const proved = async (phone: string): Promise<string> => {
    const registration = await begin(phone);
    const confirmed = await post('/confirm-phone', { registration, code: await codeOf() }).expect(200);
    consents = confirmed.body.consents;
    return registration;
  };
  const agreed = (purposes = consents.filter(({ needed }) => needed)) =>
    purposes.map(({ purpose, version }) => ({ purpose, version }));
  const person = (phone: string, serial: string, name = '张三') => ({ phone, name, identityNumber: numberOf(serial) });
  const prove = (registration: string, who: object, more: object = {}) =>
    post('/identity', { registration, consents: agreed(), ...who, ...more });
  const account = (registration: string, identifier: string) =>
    post('/account', { registration, identifier, password });
  const signIn = (identifier: string) => booted.http.post('/api/auth/local').send({ identifier, password });
  const drain = () => jobsOf(booted.strapi).drain(new Date(Date.now() + 20_000));
  const operator = async (body: object) =>
    (
      await booted.http
        .post('/api/v1/workers')
        .auth(await booted.token('operator'), { type: 'bearer' })
        .send(body)
    ).body;
  const rows = () =>
    booted.database.db.query<{ n: number }>('SELECT count(*)::int AS n FROM parties.self_registrations');

  it('makes a worker with a verified identity, his consents and his account, and keeps nothing else', async () => {
    const registration = await proved('13812340001');
    expect(consents.filter(({ needed }) => needed).length).toBeGreaterThan(3);
    const chosen = consents.filter(({ needed, purpose }) => needed || purpose === 'marketing');
    const told = await prove(registration, person('13812340001', '111'), {
      consents: agreed(chosen),
      address: '北京市东城区',
    });
    expect([told.status, told.body]).toEqual([200, { number: expect.stringMatching(/^W/), hasAccount: false }]);
    const again = await prove(registration, person('13812340001', '111'));
    expect(again.body).toEqual(told.body);
    await account(registration, 'self-one').expect(201);
    expect((await rows())[0]?.n).toBe(0);
    const signed = await signIn('self-one').expect(200);
    const me = await booted.http.get('/api/v1/me').auth(signed.body.jwt, { type: 'bearer' }).expect(200);
    const { workerId } = me.body;
    const read = (what: string) =>
      booted.http.get(`/api/v1${what}`).auth(signed.body.jwt, { type: 'bearer' }).expect(200);
    expect((await read(`/workers/${workerId}`)).body).toMatchObject({
      state: 'active',
      realNameState: 'verified',
      source: 'online',
      number: told.body.number,
    });
    const given = (await read(`/workers/${workerId}/consents`)).body.items;
    expect(given).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ purpose: 'service', state: 'given', method: 'click' }),
        expect.objectContaining({ purpose: 'marketing', state: 'given', method: 'click' }),
        expect.objectContaining({ purpose: 'automated-decision', state: 'none' }),
      ]),
    );
    const checks = (await read(`/real-name-checks?workerId=${workerId}`)).body.items;
    expect(checks).toMatchObject([{ outcome: 'match', kind: 'identity' }]);
    // What the event asks for finds him verified, and asks no vendor again; his contracts wait for him.
    await drain();
    expect((await read(`/real-name-checks?workerId=${workerId}`)).body.items).toHaveLength(1);
    const contracts = await booted.http
      .get('/api/console/contracts')
      .auth(signed.body.jwt, { type: 'bearer' })
      .expect(200);
    expect(contracts.body.map(({ kind, state }: Record<string, string>) => [kind, state]).sort()).toEqual([
      ['tax-agency', 'sent'],
      ['worker-service', 'sent'],
    ]);
  });

  it('answers alike whether a telephone is on record or not, and bounds the codes that go to it', async () => {
    await operator({ ...person('13812340002', '112') });
    const [known, unknown] = [await post('', { phone: '13812340002' }), await post('', { phone: '13812340003' })];
    expect([known.status, Object.keys(known.body), known.body.minutes]).toEqual([
      unknown.status,
      Object.keys(unknown.body),
      unknown.body.minutes,
    ]);
    const more = [await post('', { phone: '138 1234 0002' }), await post('', { phone: '+8613812340002' })];
    expect(more.map(({ status }) => status)).toEqual([202, 202]);
    expect((await post('', { phone: '13812340002' })).status).toBe(429);
    expect((await post('', { phone: '12012340002' })).body).toMatchObject({
      code: 'registration-refused',
      field: 'phone',
    });
  });

  it('takes five tries at a code, and none with the word of another registration', async () => {
    const registration = await begin('13812340004');
    const code = await codeOf();
    const wrong = code === '000000' ? '111111' : '000000';
    const other = await begin('13812340005');
    expect((await post('/confirm-phone', { registration: other, code })).status).toBe(401);
    for (let n = 0; n < 5; n += 1) await post('/confirm-phone', { registration, code: wrong }).expect(401);
    expect((await post('/confirm-phone', { registration, code })).body.code).toBe('registration-code-wrong');
    expect((await prove(registration, person('13812340004', '113'))).body.code).toBe('registration-ended');
  });

  it('needs each needed consent in the words that were read', async () => {
    const registration = await proved('13812340006');
    const who = person('13812340006', '114');
    const missing = await prove(registration, who, { consents: agreed().slice(1) });
    expect([missing.status, missing.body.code]).toEqual([422, 'consent-needed']);
    const stale = agreed().map((one) => ({ ...one, version: one.version + 1 }));
    expect((await prove(registration, who, { consents: stale })).body.code).toBe('consent-text-changed');
    // Another number than the code went to is told at its field; nothing has ended by it.
    expect((await prove(registration, { ...who, phone: '13812340099' })).body).toMatchObject({
      code: 'registration-phone-other',
      field: 'phone',
    });
    const faulty = await prove(registration, {
      ...who,
      identityNumber: `${who.identityNumber.slice(0, 17)}${who.identityNumber.endsWith('0') ? '1' : '0'}`,
    });
    expect([faulty.status, faulty.body.code, faulty.body.field]).toEqual([
      422,
      'registration-refused',
      'identityNumber',
    ]);
    const young = await prove(registration, { ...who, identityNumber: numberOf('114', '20150307') });
    expect(young.body.code).toBe('registration-refused');
    // None of them was a question to the register.
    await prove(registration, who).expect(200);
  });

  it('leaves no worker behind where the register does not confirm, and stops after three tries', async () => {
    const registration = await proved('13812340007');
    const answers: (string | number)[][] = [];
    for (const serial of ['440', '443', '440', '441']) {
      const { status, body } = await prove(registration, person('13812340007', serial));
      answers.push([status, body.code, body.triesLeft]);
    }
    expect(answers).toEqual([
      [422, 'identity-unconfirmed', 2],
      [422, 'identity-unconfirmed', 1],
      [422, 'identity-unconfirmed', 0],
      [429, 'identity-tries-spent', undefined],
    ]);
    const found = await booted.database.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM public.workers WHERE phone_masked LIKE '138%0007'`,
    );
    expect(found[0]?.n).toBe(0);
    await account(registration, 'self-nobody').expect(409);
  });

  it('gives a worker whom staff registered his own record, and nobody else', async () => {
    const { id, number } = await operator(person('13812340008', '115', '李四'));
    const stranger = await proved('13812340009');
    expect((await prove(stranger, person('13812340009', '115', '李四'))).body.code).toBe('identity-unconfirmed');
    const registration = await proved('13812340008');
    const misnamed = await prove(registration, person('13812340008', '115', '王五'));
    expect(misnamed.body.code).toBe('identity-unconfirmed');
    const told = await prove(registration, person('13812340008', '115', '李四')).expect(200);
    expect(told.body).toEqual({ number, hasAccount: false });
    const both = await Promise.all([account(registration, 'self-claim'), account(registration, 'self-claim-2')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const accounts = await booted.database.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM public.up_users WHERE worker_id = ${id}`,
    );
    expect(accounts[0]?.n).toBe(1);
    const later = await proved('13812340008');
    expect((await prove(later, person('13812340008', '115', '李四'))).body).toEqual({ number, hasAccount: true });
    expect((await account(later, 'self-claim-3')).body.code).toBe('account-exists');
  });

  it('asks for a strong password and a free name, and goes on from there', async () => {
    const registration = await proved('13812340010');
    await prove(registration, person('13812340010', '116')).expect(200);
    const weak = await post('/account', { registration, identifier: 'self-ten', password: 'weak' });
    expect(weak.body.code).toBe('password-weak');
    expect((await account(registration, '13812340010')).body.code).toBe('identifier-invalid');
    expect((await account(registration, 'SELF-one')).body.code).toBe('identifier-taken');
    await account(registration, 'self-ten').expect(201);
    expect((await account(registration, 'self-ten')).body.code).toBe('registration-ended');
  });

  it('ends after an hour and is erased; nothing of a person is in it', async () => {
    const registration = await proved('13812340011');
    const kept = await booted.database.db.query('SELECT * FROM parties.self_registrations');
    expect(JSON.stringify(kept)).not.toMatch(/13812340011|张三/);
    const late = clockOf(booted.strapi).now().getTime() + 61 * 60_000;
    expect(await provedRegistration(toolsOf(booted.strapi).database, registration, new Date(late))).toBeUndefined();
    expect(await sweepRegistrations(toolsOf(booted.strapi).database, new Date(late))).toBeGreaterThan(0);
    expect((await rows())[0]?.n).toBe(0);
    expect((await prove(registration, person('13812340011', '117'))).body.code).toBe('registration-ended');
  });
});
