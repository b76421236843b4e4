import { askApproval } from '@linggong/access';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { addDays, businessNumber, monthOf, shanghaiDay, startOfDay, type Fen, type Month } from '@linggong/core/domain';
import { accountOf, balances, balancesAt, ensureEnterpriseAccounts, nameReference, post } from '@linggong/ledger';
import type { FeeBillAnswer } from '../../api';
import { monthShortfall } from '../../domain';
import { monthSums } from '../months';
import { feePlanOn } from '../plans/plan-rows';
import { lockPlans } from '../plans/create-plan';
import { billExists, billSettled, earlierUnbilled, monthNotOver } from '../problems';
import { billAnswerOf, billColumns, endOf, lastDayOf, readBill, type BillRow } from './bill-rows';
import { firstUnbilledMinimum } from './unbilled-minimum';

/**
 * Bills what an enterprise owes for a month that has ended (事后出账): fees that accrued with its paid orders, less what
 * returned ones gave back, and what is missing to the minimum of the plan in force on the last day. What is booked late,
 * with a time in a month that is billed already, comes with the next bill.
 * Months with a minimum are billed in their order, so that none is skipped.
 * @throws Problem 404; 409 `fee-bill-exists`, `month-not-over`, `earlier-month-unbilled`
 */
export async function issueBill(tx: Tx, command: Command, enterpriseId: number, month: Month): Promise<FeeBillAnswer> {
  if (month >= monthOf(shanghaiDay(command.at))) throw monthNotOver(month);
  await lockPlans(tx, enterpriseId);
  const unbilled = await firstUnbilledMinimum(tx, enterpriseId, month);
  if (unbilled !== undefined) throw earlierUnbilled(unbilled);
  await ensureEnterpriseAccounts(tx, command, enterpriseId);
  const accruedFen = await accruedUntil(tx, enterpriseId, month);
  const plan = await feePlanOn(tx, enterpriseId, lastDayOf(month));
  const shortfallFen = plan ? monthShortfall((await monthSums(tx, enterpriseId, month)).feeFen, plan) : 0n;
  const bill = await store(tx, command, { enterpriseId, month, accruedFen, shortfallFen });
  await nameReference(tx, `fee-bill:${bill.id}`, bill.number);
  if (shortfallFen > 0n) await bookShortfall(tx, command, bill);
  await record(tx, command, {
    action: 'fee-bill.issue',
    subject: { kind: 'fee-bill', id: bill.id },
    after: { month, totalFen: bill.totalFen.toString() },
  });
  if (bill.state === 'open') await askForSettling(tx, command, bill);
  return billAnswerOf(bill);
}

/**
 * Asks again for the money of an open bill whose request lapsed or was withdrawn (重新提交扣收).
 * @throws Problem 404; 409 `fee-bill-settled`, `approval-open`
 */
export async function askAgain(tx: Tx, command: Command, billId: number): Promise<FeeBillAnswer> {
  const bill = await readBill(tx, billId, 'FOR UPDATE');
  if (bill.state === 'settled') throw billSettled();
  await askForSettling(tx, command, bill);
  return billAnswerOf(bill);
}

/** Taking the money is another person's act (复核扣收): he is shown who pays, and what of its deposit is left. */
async function askForSettling(tx: Tx, command: Command, bill: BillRow): Promise<void> {
  const { enterpriseId, month, totalFen } = bill;
  const [deposit] = await balances(tx, { accounts: [accountOf('deposit', enterpriseId)] });
  const availableFen = deposit?.availableFen ?? 0n;
  const figures = { enterpriseId, month, totalFen };
  const reasoned = { ...command, reason: command.reason ?? `${month} 服务费账单从预存款扣收` };
  await askApproval(tx, reasoned, {
    resource: 'fee-bill',
    action: 'settle',
    subject: { id: bill.id, label: bill.number },
    before: { state: 'open', depositFen: availableFen, ...figures },
    after: { state: 'settled', depositFen: availableFen - totalFen, ...figures },
  });
}

/** The receivable at the end of the month, less what earlier bills hold of it. */
async function accruedUntil(tx: Tx, enterpriseId: number, month: Month): Promise<Fen> {
  const end = endOf(month);
  const [account] = await balancesAt(tx, end, { accounts: [accountOf('fee-receivable', enterpriseId)] });
  const { billedFen } = await tx.one<{ billedFen: Fen }>(
    `SELECT coalesce(sum(total_fen) FILTER (WHERE settled_at IS NULL OR settled_at > $2), 0)::bigint AS "billedFen"
       FROM billing.bills WHERE enterprise_id = $1`,
    [enterpriseId, end],
  );
  return (account?.balanceFen ?? 0n) - billedFen;
}

interface NewBill {
  readonly enterpriseId: number;
  readonly month: Month;
  readonly accruedFen: Fen;
  readonly shortfallFen: Fen;
}

async function store(tx: Tx, command: Command, bill: NewBill): Promise<BillRow> {
  const { enterpriseId, month, accruedFen, shortfallFen } = bill;
  const later = await tx.maybeOne('SELECT 1 FROM billing.bills WHERE enterprise_id = $1 AND month >= $2', [
    enterpriseId,
    month,
  ]);
  if (later) throw billExists(month);
  const totalFen = accruedFen + shortfallFen;
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('billing.fee_bill_number') AS serial`);
  return tx.one<BillRow>(
    `INSERT INTO billing.bills (number, enterprise_id, month, accrued_fen, shortfall_fen, total_fen, state, issued_at,
       issued_by, settled_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${billColumns}`,
    [
      businessNumber('FB', shanghaiDay(command.at), serial),
      enterpriseId,
      month,
      accruedFen,
      shortfallFen,
      totalFen,
      totalFen === 0n ? 'settled' : 'open',
      command.at,
      command.actor.accountId ?? null,
      totalFen === 0n ? command.at : null,
    ],
  );
}

/** The minimum belongs to the month that it is missing from. */
async function bookShortfall(
  tx: Tx,
  command: Command,
  { id, enterpriseId, month, shortfallFen }: BillRow,
): Promise<void> {
  await post(tx, command, [
    {
      key: `fee-shortfall:${id}`,
      kind: 'fee-shortfall',
      occurredAt: new Date(startOfDay(addDays(lastDayOf(month), 1)).getTime() - 1),
      reference: `fee-bill:${id}`,
      postings: [
        {
          source: accountOf('fee', enterpriseId),
          destination: accountOf('fee-receivable', enterpriseId),
          amountFen: shortfallFen,
        },
      ],
    },
  ]);
}
