import { firstUnbilledMinimum } from '@linggong/billing';
import type { Command, Tx } from '@linggong/core';
import { monthOf, shanghaiDay } from '@linggong/core/domain';
import { balances } from '@linggong/ledger';
import { enterpriseHasMoney, enterpriseHasOpenBatches, enterpriseHasUnbilled, enterpriseOwesFees } from './problems';

const NAMED_MAX = 5;

/**
 * An enterprise leaves (清退, R2.3) with nothing of the main job in progress, no fee unpaid, no minimum of an ended month unbilled, and an empty sub-account: client money is the
 * payer's and goes back to him first (R2.5). Accepted work that was never paid is no obstacle: offboarding is the remedy
 * against an enterprise that does not pay, and what it owes stays on record.
 * @throws Problem 409 `enterprise-has-open-batches`, `enterprise-has-unbilled-months`, `enterprise-owes-fees`, `enterprise-has-money`
 */
export async function demandSettled(tx: Tx, enterpriseId: number, { at }: Pick<Command, 'at'>): Promise<void> {
  const open = await tx.query<{ number: string }>(
    `SELECT number FROM public.settlement_batches
      WHERE enterprise_id = $1 AND state NOT IN ('completed', 'cancelled', 'expired') ORDER BY id LIMIT ${NAMED_MAX}`,
    [enterpriseId],
  );
  if (open.length > 0) throw enterpriseHasOpenBatches(open.map(({ number }) => number));
  const unbilled = await firstUnbilledMinimum(tx, enterpriseId, monthOf(shanghaiDay(at)));
  if (unbilled !== undefined) throw enterpriseHasUnbilled(unbilled);
  const accounts = await balances(tx, { enterpriseId });
  const owed = accounts.find(({ code }) => code.startsWith('fee-receivable:'))?.balanceFen ?? 0n;
  if (owed !== 0n) throw enterpriseOwesFees(owed);
  const left = accounts.filter(({ code }) => /^(bank|deposit):/.test(code));
  const [bank = 0n, deposit = 0n] = ['bank:', 'deposit:'].map(
    (prefix) => left.find(({ code }) => code.startsWith(prefix))?.balanceFen,
  );
  // A bank account stands on the debit side, a deposit on the credit side.
  if (bank !== 0n || deposit !== 0n) throw enterpriseHasMoney(bank, -deposit);
}
