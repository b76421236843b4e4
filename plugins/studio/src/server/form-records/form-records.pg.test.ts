import type { Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createKeyring, createVault, type Vault } from '@linggong/vault';
import type { FormContent, Json } from '../../domain';
import { inForce } from '../reading/in-force';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { by } from '../studio.fixture';
import { createTools } from '../tools';
import { faultsOfUse } from './fields-in-use';
import { formSeeds } from './form-seeds';
import { changeRecord, keepRecord } from './keep-record';
import { createCounterparts } from './counterparts';
import { demandRecord, recordAnswer, searchRecords } from './record-rows';
import { recordOwner, recordsOfPeople } from './sealed-records';

const counterparts = createCounterparts();
let kit: TestDatabase;
let vault: Vault;
let versionId: number;
const at = '2026-11-26T01:00:00Z';
const operator = by(1, at);
const system: Command = { actor: { kind: 'system', name: 'studio' }, at: new Date(at), traceId: 't' };
const complaint = { about: 'pay', amount: 5_000, what: '少发一笔报酬', complainant: '张三', phone: ' 138-1234-0001' };
const form = 'service.complaint';

beforeAll(async () => {
  kit = await testDatabase({ only: ['jobs', 'audit', 'vault', 'access', 'studio'].map((name) => `plugins/${name}`) });
  vault = createVault({
    keyring: createKeyring({ current: 1, keys: new Map([[1, Buffer.alloc(32, 7)]]), index: Buffer.alloc(32, 9) }),
    root: '/nonexistent',
  });
  await adoptSeeds(createTools(), kit.db, system, formSeeds);
  ({ versionId } = await inForce(kit.db, 'form', form));
}, 240_000);
afterAll(() => kit?.drop());

const keep = (values: Parameters<typeof keepRecord>[3]['values'], more: { workerId?: number } = {}) =>
  kit.db.transaction((tx) => keepRecord(vault, tx, operator, { form, formVersionId: versionId, values, ...more }));
const answerOf = async (id: number) => recordAnswer(counterparts, kit.db, await demandRecord(kit.db, id));

describe('records of forms (R2.1, R9.2)', () => {
  it('adopts every form that is delivered, its cases passed', async () => {
    const { content } = await inForce<{ fields: unknown[] }>(kit.db, 'form', 'tasks.publication');
    expect(content.fields).toHaveLength(4);
  });

  it('keeps personal values sealed only, shows them masked, and finds them by their exact value', async () => {
    const id = await keep(complaint);
    const answer = await answerOf(id);
    expect(answer).toMatchObject({ form, versionId, versionNo: 1, revision: 1 });
    expect(answer.values).toEqual({
      about: 'pay',
      amount: 5_000,
      what: '少发一笔报酬',
      complainant: '张*',
      phone: '138****0001',
    });
    const stored = await kit.db.query(
      'SELECT r.*, v.* FROM studio.form_records r JOIN studio.form_values v ON v.record_id = r.id',
    );
    expect(
      JSON.stringify(stored, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
    ).not.toMatch(/13812340001|张三/);
    for (const [field, value] of [
      ['phone', '+86 13812340001'],
      ['complainant', '张三'],
      ['amount', 5_000],
    ] as const) {
      const found = await searchRecords(vault, kit.db, { form, field, value }, operator.at);
      expect(found.map((one) => one.id)).toContain(id);
    }
    expect(await searchRecords(vault, kit.db, { form, field: 'phone', value: '13912340001' }, operator.at)).toEqual([]);
  });

  it('refuses values that the form does not take, by field, and a version that is none of the form', async () => {
    await expect(keep({ ...complaint, about: 'weather' })).rejects.toMatchObject({
      status: 422,
      code: 'form-refused',
      extra: {
        problems: [
          { field: 'about', code: 'not-a-choice' },
          { field: 'amount', code: 'hidden' },
        ],
      },
    });
    const other = await inForce(kit.db, 'form', 'risk.inspection');
    const wish = { form, formVersionId: other.versionId, values: complaint };
    await expect(kit.db.transaction((tx) => keepRecord(vault, tx, operator, wish))).rejects.toMatchObject({
      code: 'form-version-unknown',
    });
  });

  it('adds a revision and keeps the one before; of two who change one revision, one is told', async () => {
    const id = await keep(complaint);
    const change = { id, revision: 1, values: { ...complaint, what: '已经补发，仍少十元', complainant: '李四' } };
    const both = await Promise.allSettled(
      [operator, by(2, at)].map((who) => kit.db.transaction((tx) => changeRecord(vault, tx, who, change))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await answerOf(id)).values).toMatchObject({ what: '已经补发，仍少十元', complainant: '李*' });
    const revisions = await kit.db.query(
      'SELECT revision, data FROM studio.form_revisions WHERE record_id = $1 ORDER BY 1',
      [id],
    );
    expect(revisions).toMatchObject([
      { revision: 1, data: { what: '少发一笔报酬' } },
      { revision: 2, data: { what: '已经补发，仍少十元' } },
    ]);
  });

  it.each([
    ['a revision rewritten', `UPDATE studio.form_revisions SET data = '{"what":"x"}'`],
    ['a revision taken away', 'DELETE FROM studio.form_revisions'],
    ['a record rewritten without a revision', `UPDATE studio.form_records SET data = '{"what":"x"}'`],
    ['a record of another form', `UPDATE studio.form_records SET form_key = 'x.y', revision = revision + 1`],
    ['values taken away', 'DELETE FROM studio.form_values'],
  ])('holds in the database whatever the application does: %s', async (_, sql) => {
    await expect(kit.db.query(sql)).rejects.toThrow(/stay|change|denied|refused/);
  });

  it('refuses a draft that drops a field which records hold, and takes one that retires it', async () => {
    await keep(complaint);
    const { content } = await inForce<FormContent>(kit.db, 'form', form);
    const without = { ...content, fields: content.fields.filter(({ id }) => id !== 'phone' && id !== 'what') };
    const faults = await faultsOfUse(kit.db, 'form', form, without as unknown as Json);
    expect(faults.map(({ code }) => code)).toEqual(['field-in-use', 'field-in-use']);
    const retired = { ...content, fields: content.fields.map((field) => ({ ...field, retired: true })) };
    expect(await faultsOfUse(kit.db, 'form', form, retired as unknown as Json)).toEqual([]);
  });

  it('opens a value for whoever may unmask it, and for nobody outside of his rows', async () => {
    const id = await keep(complaint, { workerId: 7 });
    const owner = recordOwner(() => vault);
    const look = (field: string, workerId: number) =>
      owner.find(kit.db, { id, field }, { scope: { kind: 'worker', workerId }, isElevated: false });
    expect((await look('phone', 7))?.open()).toBe('13812340001');
    expect(await look('phone', 8)).toBeUndefined();
    expect(await look('about', 7)).toBeUndefined();
  });

  it('forgets what a person filled in, in every revision, and keeps that there was a record', async () => {
    const id = await keep(complaint, { workerId: 9 });
    await kit.db.transaction(
      (tx) => recordsOfPeople.erase?.(tx, system, [{ workerId: 9, subject: '' }]) ?? Promise.resolve({}),
    );
    expect((await answerOf(id)).values).toEqual({ complainant: '***', phone: '***' });
    expect(
      await recordOwner(() => vault).find(
        kit.db,
        { id, field: 'phone' },
        { scope: { kind: 'all' }, isElevated: false },
      ),
    ).toBeUndefined();
  });
});
