import type { Queryable } from '@linggong/core';
import { addDays, nextMonth, problem, type Month } from '@linggong/core/domain';

import type { PeriodState } from '../../domain';

const DUE_DAY = 15;

/**
 * Row number of the open period of a group and month, made where it is missing. Due by the 15th of the next month.
 * @throws Problem 409 `tax-period-closed`: nothing is paid any more in a month that is closed for filing.
 */
export async function periodIdOf(tx: Queryable, groupCode: string, month: Month): Promise<number> {
  const dueOn = addDays(`${nextMonth(month)}-01`, DUE_DAY - 1);
  await tx.query(
    `INSERT INTO public.tax_periods (group_code, month, state, due_on) VALUES ($1, $2, 'open', $3)
     ON CONFLICT (group_code, month) DO NOTHING`,
    [groupCode, month, dueOn],
  );
  // The share lock keeps the period from being closed between here and the commit.
  const { id, state } = await tx.one<{ id: number; state: PeriodState }>(
    'SELECT id, state FROM public.tax_periods WHERE group_code = $1 AND month = $2 FOR SHARE',
    [groupCode, month],
  );
  if (state !== 'open') throw periodClosed(month);
  return id;
}

function periodClosed(month: Month): Error {
  return problem(
    409,
    'tax-period-closed',
    {
      zh: `税款所属期 ${month} 已关账，不能再计入付款`,
      en: `The tax period ${month} is closed; no payment can be added`,
    },
    {
      fix: {
        zh: '请改在当月付款，或由税务人员重新开账',
        en: 'Pay in the current month, or have a tax officer reopen it',
      },
    },
  );
}
