import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { monthOf, shanghaiDay, type Day } from '@linggong/core/domain';
import type { ListEntryAnswer, NewListEntry } from '../../api';
import { alreadyListed } from './list-problems';
import type { ListValue } from './list-value';
import { readEntry } from './entry-rows';

/** One at a time: what two people list at once is listed once. */
export async function lockLists(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('risk.lists', 0))`);
}

/** Ends entries whose last day is over and whose subject is listed anew: one of a kind is in force at a time. */
export async function retireExpired(tx: Tx, command: Command, keys: readonly string[], day: Day): Promise<void> {
  await tx.query(
    `UPDATE risk.list_entries SET state = 'ended', ended_at = $2::timestamptz, ended_name = 'risk', end_reason = '到期'
      WHERE state = 'in-force' AND ends_on < $3::date AND subject_key = ANY ($1::text[])`,
    [keys, command.at, day],
  );
}

/** An entry as it is written: what a person typed, or what a measure says about its subject. */
export interface PutEntry extends Omit<NewListEntry, 'value'> {
  readonly value: ListValue;
  readonly measureId?: number;
}

/** Puts one entry in force; a second person approved the command. @throws Problem 409 `list-entry-exists` */
export async function putEntry(tx: Tx, command: Command, entry: PutEntry): Promise<ListEntryAnswer> {
  const today = shanghaiDay(command.at);
  const { value } = entry;
  await lockLists(tx);
  await retireExpired(tx, command, [value.key], today);
  await demandNew(tx, entry);
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO risk.list_entries (number, kind, subject_kind, subject_key, value_sealed, value_masked, rules, source, reason,
       ends_on, state, created_at, created_by, created_name, approval_id, measure_id)
     VALUES (risk.list_number($1, nextval('risk.list_serials')), $2, $3, $4, $5, $6, $7, $8, $9, $10, 'in-force', $11, $12, $13,
       $14, $15) RETURNING id`,
    [
      monthOf(today),
      entry.kind,
      entry.subjectKind,
      value.key,
      value.sealed,
      value.masked,
      entry.rules ?? [],
      entry.source,
      entry.reason,
      entry.endsOn ?? null,
      command.at,
      command.actor.accountId ?? null,
      command.actor.name,
      command.approvalId ?? null,
      entry.measureId ?? null,
    ],
  );
  const added = await readEntry(tx, id, today);
  await record(tx, command, {
    action: 'risk-list-entry.add',
    subject: { kind: 'risk-list-entry', id },
    after: shownEntry(added),
  });
  return added;
}

async function demandNew(tx: Queryable, { kind, subjectKind, value }: PutEntry): Promise<void> {
  const known = await tx.maybeOne<{ number: string }>(
    `SELECT number FROM risk.list_entries
      WHERE subject_kind = $1 AND subject_key = $2 AND kind = $3 AND state = 'in-force'`,
    [subjectKind, value.key, kind],
  );
  if (known) throw alreadyListed(known.number);
}

/** An entry as approvals and the log show it: nothing of a person but his mask. */
export function shownEntry(entry: ListEntryAnswer) {
  const { number, kind, subjectKind, value, rules, source, reason, endsOn, state } = entry;
  return { number, kind, subjectKind, value, rules: rules.join(' '), source, listReason: reason, endsOn, state };
}
