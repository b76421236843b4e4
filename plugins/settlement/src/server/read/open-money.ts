import { firstUnbilledMinimum } from '@linggong/billing';
import { monthOf } from '@linggong/core/domain';
import { balances } from '@linggong/ledger';
import type { MoneyItem, MoneySource } from '@linggong/risk';

/**
 * What of an enterprise's money is open (未结清资金, R2.3), item by item, for the way out of a dishonest one: the same that
 * `demandSettled` refuses by.
 */
export const openMoney: MoneySource = async (db, enterpriseId, day) => {
  const { open } = await db.one<{ open: number }>(
    `SELECT count(*)::int AS open FROM public.settlement_batches
      WHERE enterprise_id = $1 AND state NOT IN ('completed', 'cancelled', 'expired')`,
    [enterpriseId],
  );
  const unbilled = await firstUnbilledMinimum(db, enterpriseId, monthOf(day));
  const accounts = await balances(db, { enterpriseId });
  const balanceOf = (prefix: string): bigint => accounts.find(({ code }) => code.startsWith(prefix))?.balanceFen ?? 0n;
  const owed = balanceOf('fee-receivable:');
  const [bank, deposit] = [balanceOf('bank:'), balanceOf('deposit:')];
  const items: MoneyItem[] = [
    { code: 'open-batches', isClear: open === 0, count: open, amountFen: null },
    {
      code: 'unbilled-months',
      isClear: unbilled === undefined,
      count: unbilled === undefined ? 0 : 1,
      amountFen: null,
    },
    { code: 'fees-owed', isClear: owed === 0n, count: null, amountFen: owed },
    { code: 'balance', isClear: bank === 0n && deposit === 0n, count: null, amountFen: bank },
  ];
  return items;
};
