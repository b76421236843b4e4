/** The columns of an entry of form 1 as text, in the order in which the digest takes them. NULL is null. */
const firstForm = [
  'seq',
  'recorded_at',
  'at',
  'db_user',
  'actor_kind',
  'actor_name',
  'actor_role',
  'account_id',
  'enterprise_id',
  'worker_id',
  'trace_id',
  'address',
  'action',
  'subject_kind',
  'subject_id',
  'count',
  'ids_sha256',
  'reason',
  'before',
  'after',
] as const;

/** Form 2 goes on with these. The form itself is hashed, so that a row is not turned into one of form 1 to hide a field. */
const secondForm = ['session_id', 'approval_id', 'outcome', 'xid', 'form'] as const;

/** Every column that some form hashes. */
export const canonicalColumns = [...firstForm, ...secondForm] as const;

/** An entry, each column as text. */
export type EntryText = Readonly<Record<(typeof canonicalColumns)[number], string | null>>;

/** What is hashed of an entry, by its form: entries that were sealed before form 2 keep their digest. */
export function canonicalFields(entry: EntryText): (string | null)[] {
  const columns = entry.form === '1' ? firstForm : canonicalColumns;
  return columns.map((column) => entry[column]);
}

/**
 * An entry as the text that is hashed: each field as its length in UTF-8 bytes, a colon and the text, a dash for NULL. The
 * same as `audit.digest` in SQL, built here a second time so that the verifier does not trust the database's functions.
 */
export function canonicalText(fields: readonly (string | null)[]): string {
  return fields.map((field) => (field === null ? '-' : `${Buffer.byteLength(field)}:${field}`)).join('');
}
