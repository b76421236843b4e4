import { Readable } from 'node:stream';
import type { Command, Database } from '@linggong/core';
import type { DecisionTable, Json } from '@linggong/studio/domain';
import type { NewListEntry } from '../../api';
import { lineSeed } from '../../domain';
import { putInForce } from '../decisions/policy.fixture';
import { identity, riskWorld, type RiskWorld } from '../risk.fixture';
import { addSnooze, endSnooze } from '../snoozes/snooze-rule';
import { skippedRules } from '../snoozes/skipped-rules';
import { addEntry } from './add-entry';
import { takeImport } from './decide-import';
import { endEntry } from './end-entry';
import { entryDetail } from './entry-rows';
import { listed } from './listed';
import { noteSignIn } from './note-sign-in';
import { receiveListImport } from './receive-import';
import { hearParties, refuseEnterprise, refusedPeople } from './screen';

const at = new Date('2026-11-27T03:00:00Z');
const day = '2026-11-27';
const officer = (accountId: number, reason = '核查发现冒用身份'): Command => ({
  actor: { kind: 'account', name: `risk#${accountId}`, role: 'risk-officer', accountId },
  at,
  traceId: 'test',
  reason,
});

/** The table of the first day with a rule that operators added. */
const table = lineSeed.content as unknown as DecisionTable;
const ownRule = { ...table.rows[0], id: 'operators-own' };
const withOwnRule = { ...lineSeed, content: { ...table, rows: [...table.rows, ownRule] } as unknown as Json };

let db: Database;
let rig: RiskWorld;

beforeAll(async () => {
  rig = await riskWorld(at);
  db = rig.db;
  await putInForce(db, withOwnRule);
  rig.parties.addPeopleScreen(refusedPeople);
  rig.parties.addOnboardingGuard(refuseEnterprise);
  hearParties(rig.tools.jobs);
}, 400_000);
afterAll(() => rig?.stop());

const entry = (change: Partial<NewListEntry>): NewListEntry => ({
  kind: 'deny',
  subjectKind: 'phone',
  value: '13812340001',
  source: 'platform',
  reason: '核查发现冒用身份',
  ...change,
});
const add = (change: Partial<NewListEntry>) =>
  db.transaction((tx) => addEntry(rig.tools, tx, officer(1), entry(change)));
const phone = (value: string) => ({
  subjectKind: 'phone' as const,
  key: rig.tools.vault.blind('phone', value).toString('hex'),
});

describe('an entry of a list (R6.3)', () => {
  it('is found by every spelling of the value, and holds until its last day', async () => {
    const added = await add({ value: '138 1234 0002', endsOn: '2026-11-30' });
    expect(added).toMatchObject({ value: '138****0002', state: 'in-force', kind: 'deny' });
    expect(added.number).toMatch(/^RL-2026-11-\d{4}$/);
    const found = (on: string) => listed(db, [phone('13812340009'), phone('+8613812340002')], on);
    expect(await found('2026-11-30')).toMatchObject([{ place: 1, kind: 'deny', number: added.number }]);
    expect(await found('2026-12-01')).toEqual([]);
  });

  it('lets off rules that operators added, and none that the table in force does not have', async () => {
    const off = { kind: 'allow', value: '13812340031' } as const;
    await expect(add({ ...off, rules: ['no-such-rule'] })).rejects.toMatchObject({ status: 422, code: 'list-rule' });
    expect(await add({ ...off, rules: ['operators-own', 'list-watch'] })).toMatchObject({ state: 'in-force' });
  });

  it('stands once, and may stand anew once its last day is over', async () => {
    const { id } = await add({ value: '13812340003', endsOn: day });
    await expect(add({ value: '13812340003' })).rejects.toMatchObject({ status: 409, code: 'list-entry-exists' });
    const later = { ...officer(2), at: new Date('2026-11-28T03:00:00Z') };
    await db.transaction((tx) => addEntry(rig.tools, tx, later, entry({ value: '13812340003' })));
    expect(await entryDetail(db, id, '2026-11-28')).toMatchObject({ state: 'ended', endReason: '到期' });
  });

  it.each<[string, Partial<NewListEntry>, string]>([
    ['a masked number', { value: '138****0001' }, 'list-value-refused'],
    ['a phone that is none', { value: '12345' }, 'list-value-refused'],
    [
      'an identity number with a wrong check digit',
      { subjectKind: 'identity', value: '110101199003070012' },
      'list-value-refused',
    ],
    ['a short device number', { subjectKind: 'device', value: 'ab' }, 'list-value-refused'],
    ['a last day in the past', { endsOn: '2026-11-26' }, 'list-end-refused'],
  ])('refuses %s', async (_what, change, code) => {
    await expect(add(change)).rejects.toMatchObject({ status: 422, code });
  });

  it('is ended once, and never rewritten or deleted', async () => {
    const { id } = await add({ value: '13812340004' });
    const end = () => db.transaction((tx) => endEntry(tx, officer(2, '复核后撤销'), id));
    expect(await end()).toMatchObject({ state: 'ended', endedName: 'risk#2', endReason: '复核后撤销' });
    await expect(end()).rejects.toMatchObject({ code: 'list-entry-not-in-force' });
    await expect(db.query(`UPDATE risk.list_entries SET reason = '另一个理由' WHERE id = $1`, [id])).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      rig.superuser.query(`UPDATE risk.list_entries SET source = 'court' WHERE id = $1`, [id]),
    ).rejects.toThrow(/不可更改/);
    await expect(rig.superuser.query('DELETE FROM risk.list_entries WHERE id = $1', [id])).rejects.toThrow(/不可删除/);
  });

  it('two people who list the same at once list it once', async () => {
    const both = await Promise.allSettled([add({ value: '13812340005' }), add({ value: '13812340005' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('registration (R6.3: 事前)', () => {
  const worker = (serial: number, phoneNumber: string) => ({
    name: '张三',
    identityNumber: identity(serial),
    phone: phoneNumber,
    identityKind: undefined,
    cardNumber: undefined,
    bankName: undefined,
    bankCode: undefined,
    address: undefined,
    taxResident: undefined,
    agencyFrom: undefined,
    agencyTo: undefined,
  });
  const register = (serial: number, phoneNumber: string) =>
    db.transaction((tx) => rig.parties.registerWorker(tx, officer(3), worker(serial, phoneNumber), 'staff'));

  it('of somebody denied is refused at the field, without his value', async () => {
    const denied = await add({ subjectKind: 'identity', value: identity(11) });
    const refused = await register(11, '13900000011').catch((error: unknown) => error);
    expect(refused).toMatchObject({ status: 422, code: 'registration-refused', field: 'identityNumber' });
    expect(String(Object(refused).text.zh)).toContain(denied.number);
    expect(JSON.stringify(refused)).not.toContain(identity(11));
    await db.transaction((tx) => endEntry(tx, officer(2, '误列'), denied.id));
    expect(await register(11, '13900000011')).toBeGreaterThan(0);
  });

  it('of somebody watched goes through, is noted once and told on', async () => {
    const watched = await add({ kind: 'watch', value: '13900000012' });
    const workerId = await register(12, '13900000012');
    await rig.tools.jobs.drain();
    expect((await entryDetail(db, watched.id, day)).hits).toMatchObject([
      { moment: 'worker-registered', subjectKind: 'worker', subjectId: workerId },
    ]);
    const told = await db.query<{ payload: object }>(`SELECT payload FROM jobs.events WHERE type = 'risk.list.hit'`);
    expect(told.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ entryId: watched.id, subjectId: workerId }),
    );
  });

  it('from a listed device is noted once an entry and party, told on, and keeps nobody out', async () => {
    const number = 'A1'.repeat(16);
    const listed = await add({ kind: 'deny', subjectKind: 'device', value: number });
    expect(listed.value).toBe(number.toLowerCase());
    const signIn = (partyKind: 'worker' | 'enterprise', partyId: number, deviceNumber: string) =>
      db.transaction((tx) => noteSignIn(rig.tools.jobs, tx, { partyKind, partyId, deviceNumber }, officer(9)));
    await signIn('worker', 901, number.toLowerCase());
    await signIn('worker', 901, number.toLowerCase());
    await signIn('enterprise', 902, number.toLowerCase());
    await signIn('worker', 903, 'b2'.repeat(16));
    const { hits } = await entryDetail(db, listed.id, day);
    expect(hits.map(({ moment, subjectKind, subjectId }) => [moment, subjectKind, subjectId]).sort()).toEqual([
      ['signed-in', 'enterprise', 902],
      ['signed-in', 'worker', 901],
    ]);
    const told = await db.query(
      `SELECT FROM jobs.events WHERE type = 'risk.list.hit' AND (payload->>'entryId')::int = $1`,
      [listed.id],
    );
    expect(told).toHaveLength(2);
  });

  it('of an enterprise on the deny list stops at its application', async () => {
    const { id } = await db.one<{ id: number }>(
      `INSERT INTO public.enterprises (number, name, uscc, state, version)
       VALUES ('E-L1', '湖南测试企业', '91350100M000100Y43', 'draft', 1) RETURNING id`,
    );
    const guard = () => db.transaction((tx) => refuseEnterprise(tx, id, officer(1)));
    await expect(guard()).resolves.toBeUndefined();
    await add({ subjectKind: 'uscc', value: '91350100M000100Y43' });
    await expect(guard()).rejects.toMatchObject({ status: 409, code: 'enterprise-listed' });
  });
});

describe('an import (R6.3)', () => {
  const header = '名单类型,标识类型,标识内容,豁免规则,来源,理由,截止日期';
  const receive = (rows: readonly string[]) =>
    receiveListImport(
      rig.tools,
      officer(1),
      { name: 'lists.csv', stream: Readable.from([Buffer.from(`${header}\n${rows.join('\n')}\n`)]) },
      async () => undefined,
    );

  it('shows what is wrong by row, and lists nobody before it is taken', async () => {
    const read = await receive([
      '禁止名单,手机号,13700000001,,监管通报,监管通报,',
      '关注名单,手机号,13700000002,,平台发现,多次退汇,2027-01-31',
      '豁免名单,手机号,13700000003,new-worker-high,平台发现,长期合作,',
      '禁止名单,手机号,13700000001,,监管通报,重复的行,',
      '黑名单,手机号,13700000004,,监管通报,名单写错,',
      '禁止名单,手机号,123,,监管通报,号码写错,',
      '豁免名单,手机号,13700000005,,平台发现,没有规则,',
      '豁免名单,手机号,13700000007,no-such-rule,平台发现,规则写错,',
      '禁止名单,手机号,13700000006,,法院,理由含有 13700000006,',
    ]);
    expect(read).toMatchObject({ state: 'read', rowsRead: 9, rowsGood: 3, rowsRefused: 6, rowsTaken: null });
    expect(read.faults.map(({ rowNo, field }) => `${rowNo} ${field}`)).toEqual([
      '5 value',
      '6 kind',
      '7 value',
      '8 rules',
      '9 rules',
      '10 reason',
    ]);
    expect(JSON.stringify(read)).not.toMatch(/1370000000/);
    expect(await listed(db, [phone('13700000001')], day)).toEqual([]);
    await add({ value: '13700000001' });
    const taken = await db.transaction((tx) => takeImport(tx, officer(2), read.id));
    // Who stood on the list already is not listed twice, and the page says so.
    expect(taken).toMatchObject({ state: 'taken', rowsGood: 3, rowsTaken: 2 });
    expect(await listed(db, [phone('13700000001'), phone('13700000002')], day)).toMatchObject([
      { kind: 'deny' },
      { kind: 'watch' },
    ]);
    const states = await db.query<{ state: string }>(
      'SELECT state FROM risk.list_entries WHERE import_id = $1 ORDER BY id',
      [read.id],
    );
    expect(states.map(({ state }) => state)).toEqual(['discarded', 'in-force', 'in-force']);
    await expect(db.transaction((tx) => takeImport(tx, officer(2), read.id))).rejects.toMatchObject({
      code: 'list-import-decided',
    });
  });

  it('with other columns is sent back to the template, since there is nowhere to map them', async () => {
    const sheet = Readable.from([
      Buffer.from('名单类型,标识类型,内容,来源,理由,理由\n关注名单,手机号,13812349002,平台发现,一,二\n'),
    ]);
    const file = { name: 'lists.csv', stream: sheet };
    await expect(receiveListImport(rig.tools, officer(1), file, async () => undefined)).rejects.toMatchObject({
      code: 'sheet-columns',
      fix: { zh: expect.stringContaining('模板') },
      extra: { missing: ['标识内容'], twice: ['理由'], unknown: ['内容'] },
    });
  });

  it('without a single good row is not taken', async () => {
    const read = await receive(['禁止名单,手机号,1,,法院,号码写错,']);
    await expect(db.transaction((tx) => takeImport(tx, officer(2), read.id))).rejects.toMatchObject({
      code: 'list-import-empty',
    });
  });
});

describe('a snooze of one rule for one subject (R6.3)', () => {
  const snooze = (change: object = {}) =>
    db.transaction((tx) =>
      addSnooze(tx, officer(1), {
        rule: 'single-payment-high',
        subjectKind: 'worker',
        subjectId: workerId,
        endsOn: '2026-12-31',
        reason: '项目奖金已核实',
        ...change,
      }),
    );
  let workerId = 0;
  let enterpriseId = 0;
  beforeAll(async () => {
    workerId = (await db.one<{ id: number }>('SELECT min(id) AS id FROM public.workers')).id;
    enterpriseId = (await db.one<{ id: number }>('SELECT min(id) AS id FROM public.enterprises')).id;
  });
  const skipped = async (on: string) =>
    [...(await skippedRules(db, { enterpriseId, workerIds: [workerId, 999_999], day: on }))].map(([id, rules]) => [
      id,
      [...rules],
    ]);

  it('lets off that rule alone, until its last day, or until it is ended', async () => {
    const added = await snooze({ rule: 'single-payment-high' });
    expect(added).toMatchObject({ state: 'in-force', startsOn: day, subjectLabel: expect.stringMatching(/^W/) });
    expect(await skipped('2026-12-31')).toEqual([[workerId, ['single-payment-high']]]);
    expect(await skipped('2027-01-01')).toEqual([]);
    await expect(snooze({ rule: 'single-payment-high' })).rejects.toMatchObject({ code: 'snooze-exists' });
    await db.transaction((tx) => endSnooze(tx, officer(1, '提前结束'), added.id));
    expect(await skipped(day)).toEqual([]);
    await expect(db.transaction((tx) => endSnooze(tx, officer(1), added.id))).rejects.toMatchObject({
      code: 'snooze-over',
    });
  });

  it('of an enterprise holds for whomever it pays; an allow list lets off by what it names', async () => {
    const { id } = await snooze({ subjectKind: 'enterprise', subjectId: enterpriseId, rule: 'split-in-batch' });
    await add({ kind: 'allow', subjectKind: 'identity', value: identity(11), rules: ['new-worker-high'] });
    const all = new Map((await skipped(day)) as [number, string[]][]);
    expect(all.get(workerId)).toEqual(['new-worker-high', 'split-in-batch']);
    await db.transaction((tx) => endSnooze(tx, officer(1), id));
  });

  it.each([
    [{ endsOn: '2027-03-01' }, 'snooze-term'],
    [{ endsOn: '2026-11-26' }, 'snooze-term'],
    [{ subjectId: 999_999 }, 'not-found'],
  ])('refuses %j with %s', async (change, code) => {
    await expect(snooze(change)).rejects.toMatchObject({ code });
  });
});
