import type { Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createKeyring, createVault, ownBytes, type ReceivedFile, type Vault } from '@linggong/vault';
import type { FormContent } from '../../domain';
import { inForce } from '../reading/in-force';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { by } from '../studio.fixture';
import { createTools } from '../tools';
import { readDraft, saveDraft, sweepDrafts } from './drafts';
import { formPapers } from './file-purger';
import { demandFile, demandFileField, keepFile } from './form-files';
import { changeRecord, keepRecord } from './keep-record';
import { createCounterparts } from './counterparts';
import { demandRecord, recordAnswer, revisionRow } from './record-rows';

const counterparts = createCounterparts();
let kit: TestDatabase;
let vault: Vault;
let versionId: number;
const at = '2026-11-26T01:00:00Z';
const sender = by(1, at);
const other = by(2, at);
const system: Command = { actor: { kind: 'system', name: 'studio' }, at: new Date(at), traceId: 't' };
const key = 'forms.visit';
const label = (zh: string, en: string) => ({ zh, en });
const asked = { section: 'main', required: false } as const;
const content: FormContent = {
  sections: [{ id: 'main', title: label('来访', 'Visit') }],
  fields: [
    { ...asked, required: true, id: 'phone', type: 'phone', label: label('手机', 'Mobile') },
    { ...asked, id: 'note', type: 'text', label: label('备注', 'Note') },
    { ...asked, id: 'proof', type: 'file', accept: ['application/pdf'], maxFiles: 2, label: label('证明', 'Proof') },
  ],
};

beforeAll(async () => {
  kit = await testDatabase({ only: ['jobs', 'audit', 'vault', 'access', 'studio'].map((name) => `plugins/${name}`) });
  vault = createVault({
    keyring: createKeyring({ current: 1, keys: new Map([[1, Buffer.alloc(32, 7)]]), index: Buffer.alloc(32, 9) }),
    root: '/nonexistent',
  });
  const name = label('来访登记', 'Visitors');
  const cases = [{ name: '什么都不填', input: { today: '2026-11-26', values: {} }, expect: { valid: false } }];
  await adoptSeeds(createTools(), kit.db, system, [
    { kind: 'form', key, name, description: name, content: JSON.parse(JSON.stringify(content)), cases },
  ]);
  ({ versionId } = await inForce(kit.db, 'form', key));
}, 240_000);
afterAll(() => kit?.drop());

const pdf: ReceivedFile = {
  bytes: Buffer.from('%PDF-1.7'),
  content: ownBytes(Buffer.from('%PDF-1.7')),
  contentType: 'application/pdf',
  receivedSha256: '0'.repeat(64),
};

let stored = 0;
/** The rows of the vault as `putFile` writes them; no bytes are stored here. */
const files: Pick<Vault, 'putFile'> = {
  putFile: async (tx, file) => {
    stored += 1;
    const id = `00000000-0000-4000-8000-${stored.toString().padStart(12, '0')}`;
    await tx.query(
      `INSERT INTO vault.files (id, kind, content_type, subject, sha256, bytes, wrapped_key) VALUES ($1, $2, $3, $4, decode($5, 'hex'), 8, decode(repeat('00', 63), 'hex'))`,
      [id, file.kind, file.contentType, file.subject, 'ab'.repeat(32)],
    );
    return { id, sha256: 'ab'.repeat(32), bytes: 8 };
  },
};

async function sent(command = sender, received = pdf): Promise<string> {
  const field = await demandFileField(kit.db, { key, versionId, field: 'proof' });
  return kit.db.transaction(async (tx) => {
    const { id } = await keepFile(files, tx, command, { key, versionId, asked: field, received });
    return id;
  });
}

const keep = (values: Parameters<typeof keepRecord>[3]['values'], command = sender) =>
  kit.db.transaction((tx) => keepRecord(vault, tx, command, { form: key, formVersionId: versionId, values }));

describe('files of forms (R2.1, R9.2)', () => {
  it('binds a file to the record that names it, and to no other afterwards', async () => {
    const file = await sent();
    const id = await keep({ phone: '15012340002', proof: [file] });
    const { files: shown } = await recordAnswer(counterparts, kit.db, await demandRecord(kit.db, id));
    expect(shown).toMatchObject([{ id: file, field: 'proof', contentType: 'application/pdf', bytes: 8 }]);
    await expect(demandFile(kit.db, id, file)).resolves.toMatchObject({ sha256: 'ab'.repeat(32) });
    await expect(keep({ phone: '15012340002', proof: [file] })).rejects.toMatchObject({
      code: 'form-refused',
      extra: { problems: [{ field: 'proof', code: 'not-a-file' }] },
    });
    await expect(kit.db.query('UPDATE studio.form_files SET record_id = NULL WHERE id = $1', [file])).rejects.toThrow(
      /stays with the record/,
    );
  });

  it('takes no file that somebody else sent, none of a kind that the field does not take, and none for another field', async () => {
    const file = await sent(other);
    await expect(keep({ phone: '15012340002', proof: [file] })).rejects.toMatchObject({ code: 'form-refused' });
    await expect(sent(sender, { ...pdf, contentType: 'image/png' })).rejects.toMatchObject({
      status: 422,
      code: 'form-file-kind',
    });
    await expect(demandFileField(kit.db, { key, versionId, field: 'note' })).rejects.toMatchObject({ status: 404 });
  });

  it('calls a file due thirty days after it was sent where no record names it, and three years after the record else', async () => {
    const waiting = await sent();
    const id = await keep({ phone: '15012340002', proof: [await sent()] });
    const before = (day: string) => ({ before: new Date(day), after: '', limit: 100 });
    // `before` is the day of the run less the three years of the class.
    const early = await formPapers.due(kit.db, before('2023-12-25T00:00:00Z'));
    expect(early.map((row) => row.id)).not.toContain(waiting);
    const later = await formPapers.due(kit.db, before('2023-12-27T02:00:00Z'));
    expect(later.map((row) => row.id)).toContain(waiting);
    expect(later.flatMap(({ subjects }) => subjects)).not.toContain(`form-record:${id}`);
    const last = await formPapers.due(kit.db, before('2026-11-26T02:00:00Z'));
    expect(last.flatMap(({ subjects }) => subjects)).toContain(`form-record:${id}`);
  });
});

describe('another revision (R13.1)', () => {
  it('carries over the personal values that are not typed anew, and shows the revision before as it was', async () => {
    const id = await keep({ phone: '15012340002', note: '第一次' });
    await kit.db.transaction((tx) =>
      changeRecord(vault, tx, other, { id, revision: 1, values: { note: '第二次' }, kept: ['phone'] }),
    );
    const row = await demandRecord(kit.db, id);
    const now = await recordAnswer(counterparts, kit.db, row);
    expect(now).toMatchObject({ revision: 2, values: { phone: '150****0002', note: '第二次' } });
    expect(now.revisions.map(({ revision }) => revision)).toEqual([2, 1]);
    const then = await recordAnswer(counterparts, kit.db, await revisionRow(kit.db, row, 1));
    expect(then.values).toEqual({ phone: '150****0002', note: '第一次' });
    await expect(
      kit.db.transaction((tx) => changeRecord(vault, tx, other, { id, revision: 2, values: { note: '三' } })),
    ).rejects.toMatchObject({ extra: { problems: [{ field: 'phone', code: 'required' }] } });
  });
});

describe('drafts (表单草稿, R9.2)', () => {
  const owner = { accountId: 1, form: key };
  const save = (note: string) =>
    saveDraft(vault, kit.db, sender.at, owner, { formVersionId: versionId, values: { phone: '15012340002', note } });
  const read = (accountId: number, when = sender) =>
    kit.db.transaction((tx) => readDraft(vault, tx, when, { accountId, form: key }));

  it('keeps one draft an account, sealed, for its author alone, until the form is handed in', async () => {
    await save('一');
    await save('二');
    expect(await read(1)).toMatchObject({ formVersionId: versionId, values: { phone: '15012340002', note: '二' } });
    expect(await read(2)).toBeNull();
    const [row] = await kit.db.query<{ sealed: Buffer }>('SELECT values_sealed AS sealed FROM studio.form_drafts');
    expect(row?.sealed.toString('utf8')).not.toContain('15012340002');
    await keep({ phone: '15012340002' });
    expect(await read(1)).toBeNull();
  });

  it('is gone thirty days after it was last saved, and refuses what is too large', async () => {
    await save('三');
    expect(await sweepDrafts(kit.db, new Date('2026-12-25T00:00:00Z'))).toBe(0);
    expect(await read(1, by(1, '2026-12-27T00:00:00Z'))).toBeNull();
    expect(await sweepDrafts(kit.db, new Date('2026-12-27T00:00:00Z'))).toBe(1);
    await expect(save('长'.repeat(40_001))).rejects.toMatchObject({ status: 413, code: 'form-draft-large' });
  });
});
