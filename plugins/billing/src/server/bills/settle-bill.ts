import { waitingApprovals, type Account } from '@linggong/access';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { accountOf, post } from '@linggong/ledger';
import type { FeeBillAnswer } from '../../api';
import { billSettled, ownBill, settlingNotAsked } from '../problems';
import { billAnswerOf, billColumns, readBill, type BillRow } from './bill-rows';

/**
 * Settles a bill from the enterprise's deposit (从预存款扣收); a bill below zero is paid back to it. Who issued it is not who
 * settles it.
 * @throws Problem 404; 409 `fee-bill-settled`, `ledger.insufficient-funds`; 403 `second-person-needed`
 */
export async function settleBill(tx: Tx, command: Command, billId: number): Promise<FeeBillAnswer> {
  const bill = await readBill(tx, billId, 'FOR UPDATE');
  if (bill.state === 'settled') throw billSettled();
  const { accountId } = command.actor;
  if (accountId !== undefined && accountId === bill.issuedBy) throw ownBill();
  await post(tx, command, [
    {
      key: `fee-bill:${bill.id}`,
      kind: 'fee-bill',
      occurredAt: command.at,
      reference: `fee-bill:${bill.id}`,
      postings: [moveOf(bill)],
    },
  ]);
  const row = await tx.one<BillRow>(
    `UPDATE billing.bills SET state = 'settled', settled_at = $2, settled_by = $3 WHERE id = $1 RETURNING ${billColumns}`,
    [billId, command.at, accountId ?? null],
  );
  await record(tx, command, {
    action: 'fee-bill.settle',
    subject: { kind: 'fee-bill', id: billId },
    before: { state: 'open' },
    after: { state: 'settled', totalFen: bill.totalFen.toString() },
  });
  return billAnswerOf(row);
}

/**
 * Refuses to take the money of a bill (驳回扣收): the bill stands open, and finance asks again once it is right. The refusal itself is
 * written with the decision about the request.
 * @throws Problem 404; 409 `fee-bill-settled`, `fee-bill-not-asked`
 */
export async function refuseSettling(
  tx: Tx,
  billId: number,
  decider: Pick<Account, 'id' | 'role'>,
): Promise<FeeBillAnswer> {
  const bill = await readBill(tx, billId, 'FOR UPDATE');
  if (bill.state === 'settled') throw billSettled();
  const waiting = await waitingApprovals(tx, decider, { resource: 'fee-bill', subjectId: String(billId) });
  if (waiting.length === 0) throw settlingNotAsked();
  return billAnswerOf(bill);
}

function moveOf({ enterpriseId, totalFen }: BillRow) {
  const [receivable, deposit] = [accountOf('fee-receivable', enterpriseId), accountOf('deposit', enterpriseId)];
  return totalFen > 0n
    ? { source: receivable, destination: deposit, amountFen: totalFen }
    : { source: deposit, destination: receivable, amountFen: -totalFen };
}
