import type { Command, Queryable } from '@linggong/core';
import { addDays, problem, shanghaiDay, startOfDay, type Fen, type Problem } from '@linggong/core/domain';
import type { DepositRequest } from '../../api';
import { isSmallDeposit } from '../../domain';
import { approvalsNow } from '../policy-rows';
import { enterpriseByAccount, enterpriseFacts } from '../ports/enterprises';

/**
 * Lines `l` of a statement that are the bank's word to an account: its host laid the file down, or another account brought it. Who writes a
 * statement himself and takes it in stands behind nothing that he books.
 */
const toldTo = (accountId: string): string => `(l.way = 'folder' OR l.brought_by <> ${accountId})`;

/**
 * Deposits that no line of a bank's statement stands behind (无流水来账): one person's word until such a line comes. A serial counts anew every
 * day, so the line is of the same Shanghai day, and one that is booked stands behind its own deposit alone.
 */
const unbacked = (accountId: string): string => `NOT EXISTS (SELECT FROM channels.published_deposit_lines l
   WHERE l.account = d.sub_account_number AND l.bank_serial = d.bank_serial AND l.amount_fen = d.amount_fen
     AND (l.booked_at + interval '8 hours')::date = (d.received_at + interval '8 hours')::date
     AND (l.deposit_number IS NULL OR l.deposit_number = d.number) AND ${toldTo(accountId)})`;

/**
 * Whether a deposit needs no second person: a line of a statement tells of the very same credit, or it is small (小额), alone and with what
 * the enterprise's deposits of the Shanghai day that nothing stands behind come to. What is refused anyway is small: the operation says why.
 */
export async function needsNobody(db: Queryable, request: DepositRequest, command: Command): Promise<boolean> {
  const { at } = command;
  const { enterpriseId, subAccountNumber, amountFen } = request;
  const enterprise =
    subAccountNumber === undefined
      ? await enterpriseFacts(db, enterpriseId ?? 0)
      : await enterpriseByAccount(db, subAccountNumber);
  const account = enterprise?.subAccountNumber;
  if (!enterprise || !account) return true;
  // The same notice again books nothing.
  if ((await isBacked(db, account, request, command)) || (await isBooked(db, account, request))) return true;
  const fen = BigInt(amountFen);
  return isSmallDeposit((await approvalsNow(db)).content, fen, await unbackedOn(db, enterprise.id, at));
}

/** By a line of the day that it is booked for – now, where no time is told – and of the same amount. */
async function isBacked(
  db: Queryable,
  account: string,
  { bankSerial, amountFen, receivedAt }: DepositRequest,
  { at, actor }: Command,
): Promise<boolean> {
  const line = await db.maybeOne(
    `SELECT 1 FROM channels.published_deposit_lines l
      WHERE l.account = $1 AND l.bank_serial = $2 AND l.amount_fen = $3
        AND (l.booked_at + interval '8 hours')::date = $4::date AND l.deposit_number IS NULL AND ${toldTo('$5::int')}`,
    [
      account,
      bankSerial,
      amountFen,
      shanghaiDay(receivedAt === undefined ? at : new Date(receivedAt)),
      actor.accountId ?? null,
    ],
  );
  return line !== undefined;
}

async function isBooked(db: Queryable, account: string, request: DepositRequest): Promise<boolean> {
  const { bankSerial, amountFen, receivedAt } = request;
  const deposit = await db.maybeOne(
    `SELECT 1 FROM public.deposits d
      WHERE d.sub_account_number = $1 AND d.bank_serial = $2 AND d.amount_fen = $3
        AND ($4::date IS NULL OR (d.received_at + interval '8 hours')::date = $4)`,
    [account, bankSerial, amountFen, receivedAt === undefined ? null : shanghaiDay(new Date(receivedAt))],
  );
  return deposit !== undefined;
}

/** What one person alone booked for an enterprise on the Shanghai day, and no statement has told of since. */
async function unbackedOn(db: Queryable, enterpriseId: number, at: Date): Promise<Fen> {
  const day = shanghaiDay(at);
  const { fen } = await db.one<{ fen: Fen }>(
    `SELECT coalesce(sum(s.amount_fen), 0)::bigint AS fen
       FROM settlement.single_deposits s JOIN public.deposits d ON d.id = s.deposit_id
      WHERE s.enterprise_id = $1 AND s.booked_at >= $2::timestamptz AND s.booked_at < $3::timestamptz
        AND ${unbacked('s.booked_by')}`,
    [enterpriseId, startOfDay(day), startOfDay(addDays(day, 1))],
  );
  return fen;
}

/**
 * That deposits which one person just booked are small, all of the day together; they are noted as his. Two at once count each other, since
 * each has locked the deposit account of its enterprise. @throws Problem 409 `deposit-second-person-needed`
 */
export async function demandSmall(tx: Queryable, depositIds: readonly number[], { at, actor }: Command): Promise<void> {
  const noted = await tx.query<{ enterpriseId: number; amountFen: Fen }>(
    `INSERT INTO settlement.single_deposits (deposit_id, enterprise_id, amount_fen, booked_at, booked_by)
     SELECT d.id, d.enterprise_id, d.amount_fen, $2::timestamptz, $3::int FROM public.deposits d
      WHERE d.id = ANY ($1::int[]) AND d.booked_at = $2::timestamptz AND ${unbacked('$3::int')}
     ON CONFLICT (deposit_id) DO NOTHING RETURNING enterprise_id AS "enterpriseId", amount_fen AS "amountFen"`,
    [depositIds, at, actor.accountId ?? null],
  );
  const { content: policy } = await approvalsNow(tx);
  for (const enterpriseId of new Set(noted.map((row) => row.enterpriseId))) {
    const own = noted.filter((row) => row.enterpriseId === enterpriseId).map(({ amountFen }) => amountFen);
    const largestFen = own.reduce((largest, fen) => (fen > largest ? fen : largest), 0n);
    const dayFen = await unbackedOn(tx, enterpriseId, at);
    if (!isSmallDeposit(policy, largestFen, dayFen - largestFen)) throw secondPersonNeeded();
  }
}

function secondPersonNeeded(): Problem {
  return problem(
    409,
    'deposit-second-person-needed',
    {
      zh: '没有银行流水、或流水由本人导入的来账超过小额标准，须由财务审批复核',
      en: 'Deposits that no bank line stands behind, or only one that you brought yourself, are above the small amounts: a finance approver looks at them',
    },
    {
      fix: {
        zh: '请由银行前置机或另一位财务人员导入对账单，或在“登记来账”中按流水的到账时间逐笔提交审批',
        en: 'Let the bank’s host or somebody else of finance bring the statement, or record them one by one with the time of the line, each for approval',
      },
    },
  );
}
