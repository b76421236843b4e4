import type { Condition } from '@linggong/access';
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
