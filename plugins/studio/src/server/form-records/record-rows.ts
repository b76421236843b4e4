import { covers } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import { notFound, shanghaiDay } from '@linggong/core/domain';
import type { Vault } from '@linggong/vault';
import { FILES_OF_RECORD_MAX, REVISIONS_SHOWN_MAX } from '../../api/form-record';
import type { FormRecordAnswer, FormRecordFound, FormRecordSearch } from '../../api';
import { normalised, sensitiveKindOf, type FormContent, type FormValues } from '../../domain';
import { formInForce, versionOf } from '../reading/in-force';
import type { About, Counterparts, Scope } from './counterparts';

export interface RecordRow {
  readonly id: number;
  readonly number: string;
  readonly form: string;
  readonly versionId: number;
  readonly subjectKind: string | null;
  readonly subjectId: number | null;
  readonly enterpriseId: number | null;
  readonly workerId: number | null;
  readonly about: About | null;
  readonly revision: number;
  readonly data: FormValues;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

const columns = `r.id, r.number, r.form_key AS form, r.version_id AS "versionId", r.subject_kind AS "subjectKind",
  r.subject_id AS "subjectId", r.enterprise_id AS "enterpriseId", r.worker_id AS "workerId",
  CASE WHEN r.about_id IS NOT NULL THEN jsonb_build_object('kind', r.about_kind, 'id', r.about_id) END AS about, r.revision, r.data,
  r.created_at AS "createdAt", r.created_name AS "createdBy", r.updated_at AS "updatedAt", r.updated_name AS "updatedBy"`;

/** @throws Problem 404 */
export async function demandRecord(db: Queryable, id: number, lock: '' | 'FOR UPDATE' = ''): Promise<RecordRow> {
  const row = await db.maybeOne<RecordRow>(`SELECT ${columns} FROM studio.form_records r WHERE r.id = $1 ${lock}`, [
    id,
  ]);
  if (row === undefined) throw notFound({ zh: '表单记录', en: 'form record' });
  return row;
}

/** A record outside of the caller's scope is answered as not there. @throws Problem 404 */
export async function demandCovered(db: Queryable, scope: Scope, id: number): Promise<RecordRow> {
  const row = await demandRecord(db, id);
  if (!covers(scope, row)) throw notFound({ zh: '表单记录', en: 'form record' });
  return row;
}

/** A record with what its page shows beside its values: the form of its own version, its files, who revised it. */
export async function recordAnswer(
  counterparts: Counterparts,
  db: Queryable,
  row: RecordRow,
): Promise<Omit<FormRecordAnswer, 'handling'>> {
  const [found, version, files, revisions] = [
    await recordFound(db, row),
    await versionOf<FormContent>(db, row.versionId),
    await db.query<FormRecordAnswer['files'][number]>(
      `SELECT id, field, content_type AS "contentType", bytes, sha256, sent_at AS "sentAt" FROM studio.form_files
       WHERE record_id = $1 ORDER BY sent_at, id LIMIT ${FILES_OF_RECORD_MAX}`,
      [row.id],
    ),
    await db.query<FormRecordAnswer['revisions'][number]>(
      `SELECT revision, at, by_name AS by FROM studio.form_revisions WHERE record_id = $1
       ORDER BY revision DESC LIMIT ${REVISIONS_SHOWN_MAX}`,
      [row.id],
    ),
  ];
  // Whoever may read the record may read whom it means, by the name that the records of the house show.
  const aboutWhom =
    row.about === null ? undefined : await counterparts.of(row.form)?.find(db, { kind: 'all' }, row.about);
  return { ...found, aboutWhom: aboutWhom ?? null, content: version?.content ?? null, files, revisions };
}

/** The same record as it was handed in once (历次修订). @throws Problem 404 */
export async function revisionRow(db: Queryable, row: RecordRow, revision: number): Promise<RecordRow> {
  const found = await db.maybeOne<{ data: FormValues }>(
    'SELECT data FROM studio.form_revisions WHERE record_id = $1 AND revision = $2',
    [row.id, revision],
  );
  if (found === undefined) throw notFound({ zh: '修订', en: 'revision' });
  return { ...row, revision, data: found.data };
}

/** A record as a list shows it: with the fields of the version that it keeps, personal values masked. */
export async function recordFound(db: Queryable, row: RecordRow): Promise<FormRecordFound> {
  const version = await versionOf<FormContent>(db, row.versionId);
  const masked = await db.query<{ field: string; masked: string }>(
    `SELECT field, value_masked AS masked FROM studio.form_values WHERE record_id = $1 AND revision = $2`,
    [row.id, row.revision],
  );
  const { data, enterpriseId: _, workerId: __, ...rest } = row;
  return {
    ...rest,
    versionNo: version?.versionNo ?? 0,
    values: { ...data, ...Object.fromEntries(masked.map((value) => [value.field, value.masked])) },
    fields: (version?.content.fields ?? []).map((field) => ({
      id: field.id,
      label: field.label,
      type: field.type,
      sensitive: sensitiveKindOf(field) !== undefined,
    })),
  };
}

const FOUND_MAX = 100;

/**
 * Records with exactly this value in a field; personal values are found by their blind index.
 * @throws Problem 503 `configuration-missing`; 404 for a field that the form does not have
 */
export async function searchRecords(
  vault: Pick<Vault, 'blind'>,
  db: Queryable,
  { form, field, value }: FormRecordSearch,
  at: Date,
): Promise<FormRecordFound[]> {
  const { content } = await formInForce<FormContent>(db, form);
  const asked = content.fields.find(({ id }) => id === field);
  if (asked === undefined) throw notFound({ zh: '字段', en: 'field' });
  const sought = normalised(asked, value, shanghaiDay(at));
  const kind = sensitiveKindOf(asked);
  const rows =
    kind === undefined
      ? await db.query<RecordRow>(
          `SELECT ${columns} FROM studio.form_records r WHERE r.form_key = $1 AND r.data @> $2::jsonb ORDER BY r.id DESC LIMIT ${FOUND_MAX}`,
          [form, JSON.stringify({ [field]: sought })],
        )
      : await db.query<RecordRow>(
          `SELECT ${columns} FROM studio.form_values v
             JOIN studio.form_records r ON r.id = v.record_id AND r.revision = v.revision
            WHERE v.value_blind = $1 AND v.field = $2 AND r.form_key = $3 ORDER BY r.id DESC LIMIT ${FOUND_MAX}`,
          [vault.blind(kind, String(sought)).toString('hex'), field, form],
        );
  const found: FormRecordFound[] = [];
  for (const row of rows) found.push(await recordFound(db, row));
  return found;
}
