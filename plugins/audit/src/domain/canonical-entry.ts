/** The columns of an entry as text, in the order in which the digest takes them. NULL is null. */
export const canonicalColumns = [
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

/**
 * An entry as the text that is hashed: each field as its length in UTF-8 bytes, a colon and the text, a dash for NULL. The
 * same as `audit.digest` in SQL, built here a second time so that the verifier does not trust the database's functions.
 */
export function canonicalText(fields: readonly (string | null)[]): string {
  return fields.map((field) => (field === null ? '-' : `${Buffer.byteLength(field)}:${field}`)).join('');
}
