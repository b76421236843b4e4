import { coveredRead, record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { notFound, problem } from '@linggong/core/domain';
import type { Vault } from '@linggong/vault';
import type { FormDraftAnswer } from '../../api';
import type { FormValues } from '../../domain';
import { versionOf } from '../reading/in-force';

/** Drafts (表单草稿) are sealed as one text, whatever is in them; they live thirty days from their last saving. */
const LIFE_MS = 30 * 86_400_000;
const CHARACTERS_MAX = 40_000;

interface Owner {
  readonly accountId: number;
  readonly form: string;
}
const subjectOf = ({ accountId, form }: Owner): string => `form-draft:${accountId}:${form}`;

/**
 * Keeps what was filled in so far; one draft an account and form.
 * @throws Problem 404 for a version that is none of the form; 413 `form-draft-large`
 */
export async function saveDraft(
  vault: Pick<Vault, 'seal'>,
  tx: Queryable,
  at: Date,
  owner: Owner,
  { formVersionId, values }: { readonly formVersionId: number; readonly values: FormValues },
): Promise<FormDraftAnswer> {
  const version = await versionOf(tx, formVersionId);
  if (version?.kind !== 'form' || version.key !== owner.form)
    throw notFound({ zh: '表单版本', en: 'version of the form' });
  const text = JSON.stringify(values);
  if (text.length > CHARACTERS_MAX) throw tooLarge();
  const expiresAt = new Date(at.getTime() + LIFE_MS);
  await tx.query(
    `INSERT INTO studio.form_drafts (account_id, form_key, version_id, values_sealed, saved_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (account_id, form_key) DO UPDATE SET version_id = excluded.version_id, values_sealed = excluded.values_sealed,
       saved_at = excluded.saved_at, expires_at = excluded.expires_at`,
    [owner.accountId, owner.form, formVersionId, vault.seal('form-draft', subjectOf(owner), text), at, expiresAt],
  );
  return { formVersionId, values, savedAt: at, expiresAt };
}

interface DraftRow {
  readonly formVersionId: number;
  readonly sealed: Buffer;
  readonly savedAt: Date;
  readonly expiresAt: Date;
}

/** The draft of an account, opened for it alone; each look is an entry of the log. Null where there is none. */
export async function readDraft(
  vault: Pick<Vault, 'open'>,
  tx: Tx,
  command: Command,
  owner: Owner,
): Promise<FormDraftAnswer | null> {
  const row = await tx.maybeOne<DraftRow>(
    `SELECT version_id AS "formVersionId", values_sealed AS sealed, saved_at AS "savedAt", expires_at AS "expiresAt"
     FROM studio.form_drafts WHERE account_id = $1 AND form_key = $2 AND expires_at > $3`,
    [owner.accountId, owner.form, command.at],
  );
  if (row === undefined) return null;
  const { sealed, ...draft } = row;
  await record(tx, command, {
    action: 'form-draft.read',
    subject: { kind: 'form-draft', id: `${owner.form}@${owner.accountId}` },
  });
  const reading = coveredRead('form-draft.read', ['form-draft']);
  // Sealed by `saveDraft`, which took values of a form.
  return { ...draft, values: JSON.parse(vault.open('form-draft', subjectOf(owner), sealed, reading)) as FormValues };
}

/** Takes a draft away: it was handed in, or is not wanted any more. */
export async function dropDraft(tx: Queryable, { accountId, form }: Owner): Promise<void> {
  await tx.query('DELETE FROM studio.form_drafts WHERE account_id = $1 AND form_key = $2', [accountId, form]);
}

/** Takes away the drafts whose time is over. @returns how many */
export async function sweepDrafts(db: Queryable, at: Date): Promise<number> {
  return (await db.query('DELETE FROM studio.form_drafts WHERE expires_at <= $1 RETURNING 1', [at])).length;
}

function tooLarge(): Error {
  return problem(
    413,
    'form-draft-large',
    { zh: '草稿内容过多，不能保存', en: 'The draft is too large to be kept' },
    { fix: { zh: '请缩短文字后再保存，或直接提交表单', en: 'Shorten it, or hand in the form' } },
  );
}
