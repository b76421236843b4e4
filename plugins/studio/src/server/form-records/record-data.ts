import type { Queryable } from '@linggong/core';
import type { FormValues } from '../../domain';

/** Plain values of the record of a form that belongs to something, such as an enterprise; undefined where none was handed in. */
export async function recordDataOf(
  db: Queryable,
  form: string,
  subject: { readonly kind: string; readonly id: number },
): Promise<FormValues | undefined> {
  const row = await db.maybeOne<{ data: FormValues }>(
    'SELECT data FROM studio.form_records WHERE form_key = $1 AND subject_kind = $2 AND subject_id = $3',
    [form, subject.kind, subject.id],
  );
  return row?.data;
}
