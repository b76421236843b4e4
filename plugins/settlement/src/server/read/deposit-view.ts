import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { DepositAnswer, DepositRow } from '../../api';
import { depositAvailable } from '../check/batch-blockers';
import { wireRow } from './wire-row';

/** Columns of a deposit list, over `d` (deposits) and `e` (enterprises as parties publishes them). */
export const depositColumns = {
  id: 'd.id',
  number: 'd.number',
  enterpriseId: 'd.enterprise_id',
  enterpriseName: 'e.name',
  subAccountNumber: 'd.sub_account_number',
  bankSerial: 'd.bank_serial',
  amountFen: 'd.amount_fen',
  payerName: 'd.payer_name',
  payerReason: 'd.payer_reason',
  remark: 'd.remark',
  state: 'd.state',
  receivedAt: 'd.received_at',
  bookedAt: 'd.booked_at',
} as const;

export const DEPOSIT_FROM =
  'public.deposits d JOIN parties.published_enterprise_facts e ON e.enterprise_id = d.enterprise_id';

export const depositSelect = Object.entries(depositColumns)
  .map(([name, sql]) => `${sql} AS "${name}"`)
  .join(', ');

export interface StoredDeposit {
  readonly id: number;
  readonly number: string;
  readonly enterpriseId: number;
  readonly enterpriseName: string;
  readonly subAccountNumber: string;
  readonly bankSerial: string;
  readonly amountFen: bigint;
  readonly payerName: string;
  readonly payerReason: string | null;
  readonly remark: string | null;
  readonly state: 'booked';
  readonly receivedAt: Date;
  readonly bookedAt: Date;
}

export const depositRowView = (row: StoredDeposit): DepositRow => wireRow(row);

/** A deposit, and what its enterprise may spend after it. @throws Problem 404 */
export async function depositView(db: Queryable, depositId: number): Promise<DepositAnswer> {
  const row = await db.maybeOne<StoredDeposit>(`SELECT ${depositSelect} FROM ${DEPOSIT_FROM} WHERE d.id = $1`, [
    depositId,
  ]);
  if (row === undefined) throw notFound({ zh: '来账', en: 'deposit' });
  return { ...depositRowView(row), availableFen: Number(await depositAvailable(db, row.enterpriseId)) };
}
