import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { businessNumber, problem, shanghaiDay, type Day } from '@linggong/core/domain';
import type { Vault } from '@linggong/vault';
import {
  problemText,
  splitValues,
  validateRecord,
  type FormContent,
  type FormValues,
  type SensitiveValue,
} from '../../domain';
import { versionOf, type ConfiguredBy } from '../reading/in-force';
import { demandRecord } from './record-rows';

/** What of the vault a record needs. */
export type RecordVault = Pick<Vault, 'seal' | 'blind' | 'mask'>;

export interface NewRecord {
  /** Key of the form, such as `tasks.publication`. */
  readonly form: string;
  readonly formVersionId: number;
  readonly values: FormValues;
  /** What it belongs to; absent for a record that stands by itself. */
  readonly subject?: { readonly kind: string; readonly id: number };
  readonly enterpriseId?: number;
  readonly workerId?: number;
}

/**
 * Keeps what was filled in (表单记录): values that are no personal data as JSON, the others sealed. The version is the one that the person
 * had before him, as long as it is or was in force. @returns the id of the record
 * @throws Problem 409 `form-version-unknown`; 422 `form-refused` with every problem by field; 400 `masked-value`
 */
export async function keepRecord(
  vault: RecordVault,
  tx: Queryable,
  command: Command,
  wish: NewRecord,
): Promise<number> {
  const { form, subject, enterpriseId, workerId } = wish;
  const version = await formVersion(tx, form, wish.formVersionId);
  const day = shanghaiDay(command.at);
  const { data, sensitive } = soundValues(version.content, wish.values, day);
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('studio.form_record_serials') AS serial`);
  const number = businessNumber('FR', day, serial);
  const { actor, at } = command;
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO studio.form_records (number, form_key, subject_kind, subject_id, enterprise_id, worker_id, version_id, data,
       created_at, created_by, created_name, updated_at, updated_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $9, $11) RETURNING id`,
    [
      number,
      form,
      subject?.kind,
      subject?.id,
      enterpriseId,
      workerId,
      version.versionId,
      JSON.stringify(data),
      at,
      actor.accountId,
      actor.name,
    ],
  );
  await addRevision(vault, tx, command, { id, number, revision: 1, versionId: version.versionId, data, sensitive });
  await record(tx, command, {
    action: 'form-record.submit',
    subject: { kind: 'form-record', id },
    after: { number, form, versionId: version.versionId, revision: 1 },
  });
  return id;
}

/**
 * Hands in another revision of a record, by the version that the record keeps; the one before it stays to be read.
 * @throws Problem 404; 409 `form-record-changed`; 422 `form-refused`
 */
export async function changeRecord(
  vault: RecordVault,
  tx: Queryable,
  command: Command,
  { id, revision, values }: { readonly id: number; readonly revision: number; readonly values: FormValues },
): Promise<void> {
  const before = await demandRecord(tx, id, 'FOR UPDATE');
  if (before.revision !== revision) throw changedMeanwhile(before.revision);
  const version = await formVersion(tx, before.form, before.versionId);
  const { data, sensitive } = soundValues(version.content, values, shanghaiDay(command.at));
  const next = revision + 1;
  await tx.query(
    `UPDATE studio.form_records SET data = $2::jsonb, revision = $3, updated_at = $4, updated_name = $5 WHERE id = $1`,
    [id, JSON.stringify(data), next, command.at, command.actor.name],
  );
  const { number, versionId } = before;
  await addRevision(vault, tx, command, { id, number, revision: next, versionId, data, sensitive });
  await record(tx, command, {
    action: 'form-record.change',
    subject: { kind: 'form-record', id },
    before: { revision },
    after: { number, form: before.form, versionId, revision: next },
  });
}

async function formVersion(tx: Queryable, form: string, versionId: number): Promise<ConfiguredBy<FormContent>> {
  const version = await versionOf<FormContent>(tx, versionId);
  if (version?.kind === 'form' && version.key === form) return version;
  throw problem(
    409,
    'form-version-unknown',
    { zh: '该表单没有这个版本，或它从未生效', en: 'The form has no such version, or it was never in force' },
    {
      field: 'formVersionId',
      fix: { zh: '请重新打开表单后填写', en: 'Open the form again and fill in what it asks now' },
    },
  );
}

function soundValues(content: FormContent, values: FormValues, day: Day): ReturnType<typeof splitValues> {
  const { problems } = validateRecord(content, values, day);
  const [first] = problems;
  if (first === undefined) return splitValues(content, values, day);
  const label = content.fields.find(({ id }) => id === first.field.split('.')[0])?.label;
  const text = problemText(first.code);
  throw problem(
    422,
    'form-refused',
    {
      zh: `表单内容有误：${label?.zh ?? ''} ${text.zh}`,
      en: `The form was not filled in right: ${label?.en ?? ''} ${text.en}`,
    },
    {
      field: `values.${first.field}`,
      extra: { problems: problems.slice(0, 100) },
      fix: { zh: '请按提示更正后再提交', en: 'Correct what is marked and send it again' },
    },
  );
}

interface Revision {
  readonly id: number;
  readonly number: string;
  readonly revision: number;
  readonly versionId: number;
  readonly data: FormValues;
  readonly sensitive: readonly SensitiveValue[];
}

/** Column of each kind of sealed value. */
const columns = {
  name: 'name_sealed',
  address: 'address_sealed',
  email: 'email_sealed',
  'identity-number': 'identity_sealed',
  'bank-card': 'card_sealed',
  phone: 'phone_sealed',
} as const;

async function addRevision(vault: RecordVault, tx: Queryable, { at, actor }: Command, kept: Revision): Promise<void> {
  const { id, number, revision, versionId, data, sensitive } = kept;
  await tx.query(
    `INSERT INTO studio.form_revisions (record_id, revision, version_id, data, at, by_account, by_name)
     VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7)`,
    [id, revision, versionId, JSON.stringify(data), at, actor.accountId, actor.name],
  );
  for (const { field, kind, clear } of sensitive) {
    const sealed = vault.seal(kind, recordSubject(number), clear).toString('base64');
    await tx.query(
      `INSERT INTO studio.form_values (record_id, revision, field, kind, ${columns[kind]}, value_blind, value_masked)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, revision, field, kind, sealed, vault.blind(kind, clear).toString('hex'), vault.mask(kind, clear)],
    );
  }
}

/** What the sealed values of a record are bound to. */
export const recordSubject = (number: string): string => `form-record:${number}`;

function changedMeanwhile(revision: number): Error {
  return problem(
    409,
    'form-record-changed',
    {
      zh: `该记录已被他人修改为第 ${revision} 次修订`,
      en: `Somebody else has handed in revision ${revision} meanwhile`,
    },
    { extra: { revision }, fix: { zh: '请重新打开后再修改', en: 'Open it again before you change it' } },
  );
}
