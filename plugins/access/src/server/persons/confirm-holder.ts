import { record } from '@linggong/audit';
import { databaseOf, type Command, type Queryable, type Tx } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import type { Core } from '@strapi/strapi';
import { accountRow } from '../powers/account-row';

interface HolderRow {
  readonly identityMasked: string | null;
  readonly phoneMasked: string | null;
  readonly isConfirmed: boolean;
}

/** Whether somebody else has looked at who stands behind an account (持有人已核实); a worker is known by the register. */
export async function isPersonConfirmed(db: Queryable, accountId: number): Promise<boolean> {
  const { confirmed } = await db.one<{ confirmed: boolean }>('SELECT access.is_person_confirmed($1) AS confirmed', [
    accountId,
  ]);
  return confirmed;
}

/** Whether an account told who stands behind it, and nobody else has looked at that; false where nothing was told at all. */
export async function isOfHisWordAlone(db: Queryable, accountId: number): Promise<boolean> {
  const row = await db.maybeOne('SELECT 1 FROM access.holders WHERE account_id = $1 AND confirmed_at IS NULL', [
    accountId,
  ]);
  return row !== undefined && !(await isPersonConfirmed(db, accountId));
}

/**
 * Confirms the holder that an account declared itself; only an approved request does. In a rehearsal it only looks whether it could.
 * @throws Problem 404; 409 `holder-not-declared`, `holder-confirmed`
 */
export async function confirmHolder(tx: Tx, accountId: number, command: Command): Promise<void> {
  await accountRow(tx, accountId);
  const holder = await holderRow(tx, accountId);
  if (!holder) throw notDeclared();
  if (holder.isConfirmed) throw confirmedBefore();
  if (command.approvalId === undefined) return;
  await tx.query('SELECT access.confirm_holder($1, $2, $3)', [accountId, command.approvalId, command.at]);
  await record(tx, command, {
    action: 'account.confirm-holder',
    subject: { kind: 'account', id: accountId },
    before: { holderConfirmed: false },
    after: { holderConfirmed: true },
  });
}

/** The holder as the second person is shown him. @throws Problem 404; 409 `holder-not-declared` */
export async function shownHolder(strapi: Core.Strapi, accountId: number) {
  const db = databaseOf(strapi);
  const { identifier, role } = await accountRow(db, accountId);
  const holder = await holderRow(db, accountId);
  if (!holder) throw notDeclared();
  const { identityMasked, phoneMasked, isConfirmed } = holder;
  const before = { identifier, role, identityMasked, phoneMasked, holderConfirmed: isConfirmed };
  const aspect = role === 'enterprise' ? { aspect: role } : {};
  return {
    subject: { id: accountId, label: identifier },
    before,
    after: { ...before, holderConfirmed: true },
    ...aspect,
  };
}

function holderRow(db: Queryable, accountId: number): Promise<HolderRow | undefined> {
  return db.maybeOne<HolderRow>(
    `SELECT identity_masked AS "identityMasked", phone_masked AS "phoneMasked", confirmed_at IS NOT NULL AS "isConfirmed"
       FROM access.holders WHERE account_id = $1`,
    [accountId],
  );
}

function notDeclared(): Problem {
  return problem(
    409,
    'holder-not-declared',
    { zh: '此账号尚未登记持有人', en: 'Nobody has said who stands behind this account' },
    { fix: { zh: '请本人登录后先登记', en: 'Its holder signs in and says so first' } },
  );
}

function confirmedBefore(): Problem {
  return problem(409, 'holder-confirmed', { zh: '此账号的持有人已核实', en: 'The holder has been confirmed' });
}
