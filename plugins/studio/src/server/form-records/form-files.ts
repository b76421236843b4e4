import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { notFound, problem } from '@linggong/core/domain';
import type { ReceivedFile, Vault } from '@linggong/vault';
import type { FormFileAnswer } from '../../api';
import { FILE_BYTES_MAX, type FormContent, type FormField, type FormValues } from '../../domain';
import { versionOf } from '../reading/in-force';

export type FileField = Extract<FormField, { type: 'file' }>;

/** Files of one account that no record holds; more are not taken until some are handed in or their thirty days are over. */
const UNSENT_MAX = 200;

/**
 * The field of a version that a file is meant for.
 * @throws Problem 404 for a version that is none of the form or was never in force, and for a field that takes no files
 */
export async function demandFileField(
  db: Queryable,
  { key, versionId, field }: { readonly key: string; readonly versionId: number; readonly field: string },
): Promise<FileField> {
  const version = await versionOf<FormContent>(db, versionId);
  const asked = version?.key === key ? version.content.fields.find(({ id }) => id === field) : undefined;
  if (asked?.type !== 'file' || asked.retired === true) throw notFound({ zh: '附件字段', en: 'file field' });
  return asked;
}

/** Largest file that a field takes, in bytes. */
export const bytesMaxOf = ({ maxBytes }: FileField): number => maxBytes ?? FILE_BYTES_MAX;

export interface SentFile {
  readonly key: string;
  readonly versionId: number;
  readonly asked: FileField;
  readonly received: ReceivedFile;
}

/**
 * Keeps a file for a field (上传附件) until a record names it.
 * @throws Problem 422 `form-file-kind` for a kind that the field does not take; 409 `form-files-waiting` for too many that wait
 */
export async function keepFile(
  vault: Pick<Vault, 'putFile'>,
  tx: Tx,
  command: Command,
  { key, versionId, asked, received }: SentFile,
): Promise<FormFileAnswer> {
  const { contentType, content } = received;
  if (!asked.accept.includes(contentType)) throw kindNotTaken(asked);
  const { actor, at } = command;
  const { unsent } = await tx.one<{ unsent: number }>(
    'SELECT count(*)::int AS unsent FROM studio.form_files WHERE sent_by = $1 AND record_id IS NULL AND sent_at > $2',
    [actor.accountId, new Date(at.getTime() - 30 * 86_400_000)],
  );
  if (unsent >= UNSENT_MAX) throw tooManyWaiting();
  const subject = `form:${key}`;
  const file = await vault.putFile(tx, { kind: 'form-file', contentType, subject }, content);
  await tx.query(
    `INSERT INTO studio.form_files (id, form_key, field, version_id, content_type, bytes, sha256, sent_at, sent_by, sent_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [file.id, key, asked.id, versionId, contentType, file.bytes, file.sha256, at, actor.accountId, actor.name],
  );
  await record(tx, command, {
    action: 'form-file.send',
    subject: { kind: 'form-file', id: file.id },
    after: { form: key, field: asked.id, versionId, sha256: file.sha256, bytes: file.bytes },
  });
  return { id: file.id, field: asked.id, contentType, bytes: file.bytes, sha256: file.sha256, sentAt: at };
}

export interface Attaching {
  readonly recordId: number;
  readonly form: string;
  readonly versionId: number;
  readonly fields: FormContent['fields'];
  readonly values: FormValues;
}

/**
 * Binds the files that a record names to it, in one statement: each must have been sent for that field of that version, by who hands the
 * record in, or stand in the record already.
 * @returns the first field that names another file; undefined where all are sound
 */
export async function attachFiles(
  tx: Queryable,
  { actor }: Command,
  { recordId, form, versionId, fields, values }: Attaching,
): Promise<string | undefined> {
  const wanted = fields
    .filter(({ type }) => type === 'file')
    .flatMap(({ id }) => {
      const ids = values[id];
      // Checked before: the value of a file field is a list of ids.
      return Array.isArray(ids) ? ids.map((file) => ({ field: id, file: String(file) })) : [];
    });
  if (wanted.length === 0) return undefined;
  const bound = await tx.query<{ id: string }>(
    `UPDATE studio.form_files f SET record_id = $1 FROM unnest($2::uuid[], $3::text[]) AS w (id, field)
     WHERE f.id = w.id AND f.field = w.field AND f.form_key = $4 AND f.version_id = $5
       AND (f.record_id = $1 OR (f.record_id IS NULL AND f.sent_by = $6)) RETURNING f.id`,
    [
      recordId,
      wanted.map(({ file }) => file),
      wanted.map(({ field }) => field),
      form,
      versionId,
      actor.accountId ?? null,
    ],
  );
  const sound = new Set(bound.map(({ id }) => id));
  return wanted.find(({ file }) => !sound.has(file))?.field;
}

/** A file of a record. @throws Problem 404 */
export async function demandFile(
  db: Queryable,
  recordId: number,
  fileId: string,
): Promise<{ field: string; contentType: string; sha256: string }> {
  const row = await db.maybeOne<{ field: string; contentType: string; sha256: string }>(
    `SELECT field, content_type AS "contentType", sha256 FROM studio.form_files WHERE id = $1 AND record_id = $2`,
    [fileId, recordId],
  );
  if (row === undefined) throw notFound({ zh: '附件', en: 'file' });
  return row;
}

function kindNotTaken(asked: FileField): Error {
  const names = asked.accept.map((type) => type.slice(type.indexOf('/') + 1).toUpperCase());
  return problem(
    422,
    'form-file-kind',
    { zh: '该字段不接收此类文件', en: 'The field does not take this kind of file' },
    { field: 'file', fix: { zh: `请上传 ${names.join('、')} 文件`, en: `Send one of ${names.join(', ')}` } },
  );
}

function tooManyWaiting(): Error {
  return problem(
    409,
    'form-files-waiting',
    { zh: '已上传而未提交的附件过多', en: 'Too many files were sent that no form was handed in with' },
    {
      field: 'file',
      fix: {
        zh: '请先提交填写中的表单，再上传新附件',
        en: 'Hand in the forms that you have begun before you send more',
      },
    },
  );
}
