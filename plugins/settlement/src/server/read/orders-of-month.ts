import type { Condition, DayBound } from '@linggong/access';
import type { Month } from '@linggong/core/domain';

/**
 * Orders `o` whose tax day lies in a month. The ids between which they lie are read first (`pay/order-months.ts`), so that a
 * page costs the same for an old month as for this one.
 * @param enterpriseId of one enterprise; of all where it is not said
 */
export function ordersOfMonth(month: Month, enterpriseId: number | undefined): Condition {
  const ofThese = `FROM settlement.order_months m WHERE m.month = $1::date
    ${enterpriseId === undefined ? '' : 'AND m.enterprise_id = $2'}`;
  return {
    sql: `o.tax_day >= $1::date AND o.tax_day < ($1::date + interval '1 month')::date
      AND o.id BETWEEN (SELECT min(m.first_id) ${ofThese}) AND (SELECT max(m.last_id) ${ofThese})`,
    values: [`${month}-01`, ...(enterpriseId === undefined ? [] : [enterpriseId])],
  };
}

/**
 * Where orders `o` stand by number whose tax day is `$1`, or not before or not after it: a day on which nobody was paid is told by the ids of
 * its month, and not by a look at each order.
 */
export function ordersAroundDay(bound: DayBound): string {
  const ends = (aggregate: string): string =>
    `(SELECT ${aggregate} FROM settlement.order_months m WHERE m.month ${bound} date_trunc('month', $1::date)::date)`;
  const begin = `o.id >= ${ends('min(m.first_id)')}`;
  const end = `o.id <= ${ends('max(m.last_id)')}`;
  if (bound === '=') return `${begin} AND ${end}`;
  return bound === '>=' ? begin : end;
}
