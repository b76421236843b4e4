import type { Queryable } from '@linggong/core';
import { addDays, addMonths, monthsApart, problem, type Month } from '@linggong/core/domain';
import type { RegulatorFigures } from '../../api';
import { byMonth, byState } from './by-key';
import { placesOf } from './places';

/** The longest period of one look. */
const MONTHS_MAX = 24;

/**
 * Who there is, and what was paid and withheld, by month and by place (监管看板, R12.3). The month is that of the tax day, as it is declared.
 * @throws Problem 422 `figures-period` for a period that is turned round or longer than 24 months
 */
export async function regulatorFiguresOf(
  db: Queryable,
  { from, to }: { readonly from: Month; readonly to: Month },
): Promise<RegulatorFigures> {
  if (from > to || monthsApart(from, to) >= MONTHS_MAX) {
    throw problem(
      422,
      'figures-period',
      {
        zh: `期间最长 ${MONTHS_MAX} 个月，且开始不晚于结束`,
        en: `At most ${MONTHS_MAX} months, and not ending before they begin`,
      },
      { field: 'to' },
    );
  }
  return {
    ...{ from, to },
    enterprises: await byState(db, { tally: 'enterprises' }),
    workers: await byState(db, { tally: 'workers' }),
    tasks: await byState(db, { tally: 'tasks' }),
    months: await byMonth(db, 'order-months', { from, to }),
    places: await placesOf(db, {
      tally: 'order-months',
      from: `${from}-01`,
      to: addDays(`${addMonths(to, 1)}-01`, -1),
    }),
  };
}
