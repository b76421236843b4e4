import type { Tx } from '@linggong/core';
import { settleInOrder, type DueInstruction, type OrderedSettlement } from '../../domain';
import { plainArray } from '../sql-text';

/** Instructions worked off in one transaction of the bank. */
const CHUNK = 5_000;

interface DueRow extends DueInstruction {
  endToEndId: string;
  reason: string | null;
  remark: string;
  dueAt: Date;
}

/**
 * Works off what is due by `at`: rejections, settlements in the order of arrival as far as the money goes, then returns.
 * Gives the number of instructions that moved; zero when the day's work is done.
 */
export async function workOff(tx: Tx, at: Date): Promise<number> {
  // The bank works one step at a time, so that answers become visible in the order of their numbers.
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('sandbox_bank.work-off', 0))");
  const due = await dueRows(tx, at, "status = 'pending' AND due_at <= $1", 'due_at');
  if (due.length > 0) {
    await rejectAll(
      tx,
      due.filter(({ reason }) => reason !== null),
    );
    await settleAll(
      tx,
      due.filter(({ reason }) => reason === null),
    );
    return due.length;
  }
  const back = await dueRows(tx, at, "status = 'settled' AND outcome = 'return' AND returns_at <= $1", 'returns_at');
  if (back.length > 0) await returnAll(tx, back);
  return back.length;
}

async function dueRows(tx: Tx, at: Date, condition: string, time: 'due_at' | 'returns_at'): Promise<DueRow[]> {
  return tx.query<DueRow>(
    `SELECT id, end_to_end_id AS "endToEndId", account, amount_fen AS "amountFen", remark, ${time} AS "dueAt",
            CASE WHEN outcome = 'reject' OR status = 'settled' THEN outcome_reason END AS reason
       FROM sandbox_bank.instructions WHERE ${condition} ORDER BY ${time}, id LIMIT ${CHUNK}`,
    [at],
  );
}

async function rejectAll(tx: Tx, rows: readonly DueRow[]): Promise<void> {
  if (rows.length === 0) return;
  await setStatus(tx, rows, 'rejected');
  await answer(tx, rows, 'rejected');
}

async function settleAll(tx: Tx, rows: readonly DueRow[]): Promise<void> {
  if (rows.length === 0) return;
  const outcome = settleInOrder(await lockedBalances(tx, rows), rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const rowsOf = (items: readonly DueInstruction[]) => items.flatMap(({ id }) => byId.get(id) ?? []);
  await rejectAll(
    tx,
    rowsOf(outcome.unfunded).map((row) => ({ ...row, reason: 'AM04' })),
  );
  const settled = rowsOf(outcome.settled);
  if (settled.length === 0) return;
  await setStatus(tx, settled, 'settled');
  await enter(tx, settled, outcome, 'debit');
  await answer(tx, settled, 'settled');
}

/** Money that comes back is a settlement the other way round: the balance grows. */
async function returnAll(tx: Tx, rows: readonly DueRow[]): Promise<void> {
  const negated = rows.map((row) => ({ ...row, amountFen: -row.amountFen }));
  const outcome = settleInOrder(await lockedBalances(tx, rows), negated);
  await setStatus(tx, rows, 'returned');
  await enter(tx, rows, outcome, 'credit');
  await answer(tx, rows, 'returned');
}

async function lockedBalances(tx: Tx, rows: readonly DueRow[]): Promise<Map<string, bigint>> {
  const accounts = await tx.query<{ number: string; balance: bigint }>(
    `SELECT number, balance_fen AS balance FROM sandbox_bank.sub_accounts WHERE number = ANY ($1::text[]) ORDER BY number FOR UPDATE`,
    [[...new Set(rows.map(({ account }) => account))]],
  );
  return new Map(accounts.map(({ number, balance }) => [number, balance]));
}

async function setStatus(tx: Tx, rows: readonly DueRow[], status: string): Promise<void> {
  await tx.query('UPDATE sandbox_bank.instructions SET status = $2 WHERE id = ANY ($1::bigint[])', [
    plainArray(rows.map(({ id }) => id)),
    status,
  ]);
}

async function answer(tx: Tx, rows: readonly DueRow[], status: 'settled' | 'rejected' | 'returned'): Promise<void> {
  await tx.query(
    `INSERT INTO sandbox_bank.answers (end_to_end_id, status, reason_code, bank_reference, answered_at)
     SELECT id, $5, reason, $6 || serial, at FROM unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[]) AS row (id, reason, serial, at)`,
    [
      rows.map(({ endToEndId }) => endToEndId),
      rows.map(({ reason }) => reason),
      plainArray(rows.map(({ id }) => id)),
      plainArray(rows.map(({ dueAt }) => dueAt.toISOString())),
      status,
      serialPrefix[status === 'returned' ? 'credit' : 'debit'],
    ],
  );
}

const serialPrefix = { debit: 'SB-D-', credit: 'SB-R-' } as const;

async function enter(
  tx: Tx,
  rows: readonly DueRow[],
  { settled, balances }: OrderedSettlement,
  direction: 'credit' | 'debit',
): Promise<void> {
  const after = new Map(settled.map(({ id, balanceAfterFen }) => [id, balanceAfterFen]));
  await tx.query(
    `INSERT INTO sandbox_bank.entries (serial, account, direction, amount_fen, balance_after_fen, reversal, end_to_end_id, remark, entered_at)
     SELECT $7 || serial, account, $8, amount, after, $8 = 'credit', id, remark, at
       FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $9::timestamptz[])
         AS row (serial, account, amount, after, id, remark, at)`,
    [
      plainArray(rows.map(({ id }) => id)),
      rows.map(({ account }) => account),
      plainArray(rows.map(({ amountFen }) => amountFen)),
      plainArray(rows.map(({ id }) => after.get(id) ?? 0n)),
      rows.map(({ endToEndId }) => endToEndId),
      rows.map(({ remark }) => remark),
      serialPrefix[direction],
      direction,
      plainArray(rows.map(({ dueAt }) => dueAt.toISOString())),
    ],
  );
  await tx.query(
    `UPDATE sandbox_bank.sub_accounts a SET balance_fen = b.balance FROM unnest($1::text[], $2::bigint[]) AS b (number, balance)
      WHERE a.number = b.number`,
    [[...balances.keys()], plainArray([...balances.values()])],
  );
}
