import { coveredRead, record } from '@linggong/audit';
import { databaseOf, type Command, type Database, type Queryable, type Tx } from '@linggong/core';
import { vaultOf, type Vault } from '@linggong/vault';
import type { Core } from '@strapi/strapi';
import type { DutyKind, DutySubject } from '../../domain/duty';
import type { NoticeKind } from '../../domain/notice';
import { messagesOf } from '../messages/messages';

interface Notice {
  readonly id: string;
  readonly kind: NoticeKind | DutyKind;
  /** Business name of who asked for it, such as `security-admin#3`. */
  readonly byName: string;
  readonly at: Date;
  /** Of what an account is asked to do: which, and by when. */
  readonly about: DutySubject | null;
}

/** Accounts that one notice goes to; those of one enterprise are a few. */
const TOLD_MAX = 50;

export type Tell = (kind: NoticeKind, accountIds: readonly number[]) => Promise<void>;

/**
 * A transaction that tells holders what was done about their accounts: a notice that stays until it is seen, in the same commit, and a
 * message after it, where a telephone is known and a channel carries it. A rehearsal tells nobody.
 */
export async function tellingHolders<R>(
  strapi: Core.Strapi,
  command: Command,
  work: (tx: Tx, tell: Tell) => Promise<R>,
): Promise<R> {
  const messages: { readonly phone: string; readonly notice: NoticeKind }[] = [];
  const result = await databaseOf(strapi).transaction((tx) =>
    work(tx, async (notice, accountIds) => {
      if (command.approvalId === undefined || accountIds.length === 0) return;
      const phones = await keepNotices(
        tx,
        vaultOf(strapi),
        { notice, accountIds: accountIds.slice(0, TOLD_MAX) },
        command,
      );
      messages.push(...phones.map((phone) => ({ phone, notice })));
    }),
  );
  // The notice stands; nobody waits for the message.
  const notSent = async (): Promise<void> => undefined;
  for (const message of messages) messagesOf(strapi).post({ kind: 'account-notice', ...message }, notSent);
  return result;
}

/** @returns telephones that a message goes to */
async function keepNotices(
  tx: Tx,
  vault: Vault,
  { notice, accountIds }: { readonly notice: NoticeKind; readonly accountIds: readonly number[] },
  command: Command,
): Promise<string[]> {
  await tx.query(`INSERT INTO access.notices (account_id, kind, by_name, at) SELECT unnest($1::int[]), $2, $3, $4`, [
    accountIds,
    notice,
    command.actor.name,
    command.at,
  ]);
  const contacts = await tx.query<{ accountId: number; sealed: Buffer }>(
    `SELECT account_id AS "accountId", phone_sealed AS sealed FROM access.holder_contacts WHERE account_id = ANY ($1::int[])`,
    [accountIds],
  );
  await record(
    tx,
    command,
    accountIds.map((id) => ({
      action: 'account.notify',
      subject: { kind: 'account', id },
      after: { notice, byMessage: contacts.some(({ accountId }) => accountId === id) },
    })),
  );
  const reading = coveredRead('account.notify', ['phone']);
  return contacts.map(({ accountId, sealed }) => vault.open('phone', contactSubject(accountId), sealed, reading));
}

/** Whose telephone it is, bound into its seal. */
export function contactSubject(accountId: number): string {
  return `account:${accountId}`;
}

/** Keeps where messages to the holder of an account go. */
export async function keepContact(tx: Tx, vault: Vault, accountId: number, phone: string): Promise<void> {
  await tx.query(
    `INSERT INTO access.holder_contacts (account_id, phone_sealed) VALUES ($1, $2)
     ON CONFLICT (account_id) DO UPDATE SET phone_sealed = excluded.phone_sealed`,
    [accountId, vault.seal('phone', contactSubject(accountId), phone)],
  );
}

/** What the holder has not seen yet, the oldest first; of what he is asked to do only what came last. */
export function unseenNotices(db: Queryable, accountId: number): Promise<Notice[]> {
  return db.query<Notice>(
    `SELECT id::text AS id, kind, by_name AS "byName", at, about FROM access.notices n
      WHERE account_id = $1 AND seen_at IS NULL
        AND NOT EXISTS (SELECT FROM access.notices l WHERE l.account_id = $1 AND l.seen_at IS NULL AND l.id > n.id AND l.kind = n.kind
                           AND l.about -> 'page' = n.about -> 'page' AND l.about -> 'id' = n.about -> 'id')
      ORDER BY id LIMIT 20`,
    [accountId],
  );
}

/** The holder has seen them, which ends their standing above his pages. @returns how many were unseen */
export function seeNotices(db: Database, accountId: number, upTo: string, command: Command): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx.query(
      `UPDATE access.notices SET seen_at = $3 WHERE account_id = $1 AND id <= $2::bigint AND seen_at IS NULL RETURNING 1`,
      [accountId, upTo, command.at],
    );
    if (rows.length === 0) return 0;
    const subject = { kind: 'account', id: accountId };
    await record(tx, command, { action: 'account.see-notices', subject, after: { seen: rows.length } });
    return rows.length;
  });
}
