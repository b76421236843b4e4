import type { Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createKeyring, createVault, type Vault } from '@linggong/vault';
import { kinds, type FormContent, type Json } from '../../domain';
import { keepRecord } from '../form-records/keep-record';
import { formSeeds } from '../form-records/form-seeds';
import { recordsOfPeople } from '../form-records/sealed-records';
import { inForce } from '../reading/in-force';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { by } from '../studio.fixture';
import { createTools } from '../tools';
import { createConsumers, hasPast } from './consumers';

const form = 'service.complaint';
const named = { kind: 'form', key: form } as const;
const at = '2026-11-26T01:00:00Z';
const system: Command = { actor: { kind: 'system', name: 'studio' }, at: new Date(at), traceId: 't' };
const complaint = { about: 'pay', amount: 5_000, what: '少发一笔报酬', complainant: '张三', phone: '13812340001' };
const formKind = kinds.find(({ kind }) => kind === 'form');
let kit: TestDatabase;
let vault: Vault;

beforeAll(async () => {
  kit = await testDatabase({ only: ['jobs', 'audit', 'vault', 'access', 'studio'].map((name) => `plugins/${name}`) });
  const keyring = createKeyring({ current: 1, keys: new Map([[1, Buffer.alloc(32, 7)]]), index: Buffer.alloc(32, 9) });
  vault = createVault({ keyring, root: '/nonexistent' });
  await adoptSeeds(createTools(), kit.db, system, formSeeds);
}, 240_000);
afterAll(() => kit?.drop());

it('asks records of the past again without opening what they seal (R13.1)', async () => {
  const consumers = createConsumers();
  expect(await hasPast(kit.db, consumers, named)).toBe(false);
  const { versionId, content } = await inForce<FormContent>(kit.db, 'form', form);
  const keep = (values: typeof complaint, workerId: number) =>
    kit.db.transaction((tx) => keepRecord(vault, tx, by(1, at), { form, formVersionId: versionId, values, workerId }));
  await keep(complaint, 1);
  await keep({ ...complaint, amount: 90_000 }, 2);
  await keep(complaint, 3);
  // A person who was erased has left a record of which nothing can be said.
  await kit.db.transaction(async (tx) => recordsOfPeople.erase?.(tx, system, [{ workerId: 3, subject: '' }]));
  expect(await hasPast(kit.db, consumers, named)).toBe(true);

  const source = consumers.sourceOf('form', form);
  const period = { from: '2026-11-26', to: '2026-11-26' };
  const items = (await source?.page(kit.db, { ...period, after: undefined, limit: 10 })) ?? [];
  expect([items.length, await source?.count(kit.db, period)]).toEqual([2, 2]);
  expect(items[0]?.input).toEqual({
    today: '2026-11-26',
    values: { about: 'pay', amount: 5_000, what: '少发一笔报酬' },
    sealed: expect.arrayContaining(['complainant', 'phone']),
  });
  expect(await source?.page(kit.db, { ...period, after: items[0]?.cursor, limit: 10 })).toEqual(items.slice(1));
  expect(await source?.count(kit.db, { from: '2026-11-25', to: '2026-11-25' })).toBe(0);

  const outcomes = (draft: FormContent): Json[] =>
    items.map(({ input }) => formKind?.evaluate(draft as unknown as Json, input).outcome ?? null);
  expect(outcomes(content)).toMatchObject([{ valid: true }, { valid: true }]);
  const stricter = {
    ...content,
    fields: content.fields.map((field) => (field.id === 'amount' ? { ...field, maxFen: 50_000 } : field)),
  };
  expect(outcomes(stricter as FormContent)).toMatchObject([
    { valid: true },
    { valid: false, problems: [{ field: 'amount' }] },
  ]);
});
