import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { businessNumber, problem, shanghaiDay, type Day } from '@linggong/core/domain';
import type { Vault } from '@linggong/vault';
import {
  problemText,
  shownFields,
  splitValues,
  validateRecord,
  type FormContent,
  type FormValues,
  type SensitiveValue,
  type ValueProblem,
} from '../../domain';
import { versionOf, type ConfiguredBy } from '../reading/in-force';
import type { About } from './counterparts';
import { dropDraft } from './drafts';
import { attachFiles } from './form-files';
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
  /** Whom it means, once it is known that he deals with him. */
  readonly about?: About | undefined;
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
  const { form, subject, enterpriseId, workerId, about } = wish;
  const version = await formVersion(tx, form, wish.formVersionId);
  const day = shanghaiDay(command.at);
  const { data, sensitive } = soundValues(version.content, wish.values, day);
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('studio.form_record_serials') AS serial`);
  const number = businessNumber('FR', day, serial);
  const { actor, at } = command;
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO studio.form_records (number, form_key, subject_kind, subject_id, enterprise_id, worker_id, version_id, data,
       created_at, created_by, created_name, updated_at, updated_name, about_kind, about_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $9, $11, $12, $13) RETURNING id`,
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
      about?.kind,
      about?.id,
    ],
  );
  await attach(tx, command, { id, form, version, values: data });
  await addRevision(vault, tx, command, { id, number, revision: 1, versionId: version.versionId, data, sensitive });
  if (actor.accountId !== undefined) await dropDraft(tx, { accountId: actor.accountId, form });
  await record(tx, command, {
    action: 'form-record.submit',
    subject: { kind: 'form-record', id },
    after: { number, form, versionId: version.versionId, revision: 1 },
  });
  return id;
}

export interface RecordChange {
  readonly id: number;
  readonly revision: number;
  readonly values: FormValues;
  /** Fields of personal values that stay as the revision before has them. */
  readonly kept?: readonly string[] | undefined;
}

/**
 * Hands in another revision of a record, by the version that the record keeps; the one before it stays to be read.
 * @throws Problem 404; 409 `form-record-changed`; 422 `form-refused`
 */
export async function changeRecord(
  vault: RecordVault,
  tx: Queryable,
  command: Command,
  { id, revision, values, kept = [] }: RecordChange,
): Promise<void> {
  const before = await demandRecord(tx, id, 'FOR UPDATE');
  if (before.revision !== revision) throw changedMeanwhile(before.revision);
  const version = await formVersion(tx, before.form, before.versionId);
  const stays = await valuesThatStay(tx, before, version.content, kept, values);
  const { data, sensitive } = soundValues(version.content, values, shanghaiDay(command.at), stays);
  const next = revision + 1;
  await tx.query(
    `UPDATE studio.form_records SET data = $2::jsonb, revision = $3, updated_at = $4, updated_name = $5 WHERE id = $1`,
    [id, JSON.stringify(data), next, command.at, command.actor.name],
  );
  const { number, versionId } = before;
  await attach(tx, command, { id, form: before.form, version, values: data });
  await addRevision(vault, tx, command, { id, number, revision: next, versionId, data, sensitive });
  await carryOver(tx, id, revision, stays);
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

/** @param stays fields that are not handed in again, since their sealed values stay */
function soundValues(
  content: FormContent,
  values: FormValues,
  day: Day,
  stays: readonly string[] = [],
): ReturnType<typeof splitValues> {
  const { problems } = validateRecord(content, values, day);
  const missing = problems.filter(({ field, code }) => !(code === 'required' && stays.includes(field)));
  const [first] = missing;
  if (first === undefined) return splitValues(content, values, day);
  throw refused(content, missing, first);
}

/** Of the fields whose values are to stay, those that have one and are asked still: a value whose question is gone goes with it. */
async function valuesThatStay(
  tx: Queryable,
  { id, revision }: { readonly id: number; readonly revision: number },
  content: FormContent,
  kept: readonly string[],
  values: FormValues,
): Promise<string[]> {
  if (kept.length === 0) return [];
  const rows = await tx.query<{ field: string }>(
    'SELECT field FROM studio.form_values WHERE record_id = $1 AND revision = $2 AND field = ANY ($3::text[])',
    [id, revision, kept],
  );
  const asked = new Set(shownFields(content, values));
  return rows.map(({ field }) => field).filter((field) => asked.has(field) && !Object.hasOwn(values, field));
}

/** Sealed values are bound to the record, not to a revision: the next one takes them as they are. */
async function carryOver(tx: Queryable, id: number, revision: number, fields: readonly string[]): Promise<void> {
  if (fields.length === 0) return;
  const sealed = Object.values(columns).join(', ');
  await tx.query(
    `INSERT INTO studio.form_values (record_id, revision, field, kind, ${sealed}, value_blind, value_masked)
     SELECT record_id, revision + 1, field, kind, ${sealed}, value_blind, value_masked FROM studio.form_values
     WHERE record_id = $1 AND revision = $2 AND field = ANY ($3::text[])`,
    [id, revision, fields],
  );
}

interface Attached {
  readonly id: number;
  readonly form: string;
  readonly version: ConfiguredBy<FormContent>;
  readonly values: FormValues;
}

/** @throws Problem 422 `form-refused` for a file that was not sent for the field by who hands it in */
async function attach(tx: Queryable, command: Command, { id, form, version, values }: Attached): Promise<void> {
  const { versionId, content } = version;
  const wrong = await attachFiles(tx, command, { recordId: id, form, versionId, fields: content.fields, values });
  if (wrong === undefined) return;
  const problem = { field: wrong, code: 'not-a-file' } as const;
  throw refused(content, [problem], problem);
}

function refused(content: FormContent, problems: readonly ValueProblem[], first: ValueProblem): Error {
  const [id, , column] = first.field.split('.');
  const whole = content.fields.find((field) => field.id === id);
  const asked = whole?.type === 'table' ? whole.columns.find((one) => one.id === column) : whole;
  const label = whole?.label;
  const text = problemText(first.code, asked);
  const all = {
    zh: problems.length > 1 ? `（共 ${problems.length} 处）` : '',
    en: problems.length > 1 ? ` (${problems.length} in all)` : '',
  };
  return problem(
    422,
    'form-refused',
    {
      zh: `表单内容有误：“${label?.zh ?? ''}”${text.zh}${all.zh}`,
      en: `The form was not filled in right: “${label?.en ?? ''}”: ${text.en}${all.en}`,
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
