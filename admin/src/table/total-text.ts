import { countText } from '../parts/money-text';
import { isRecord } from '../provider/problem';

/** How many rows a list has; of one that grows without end the server counts so far and no further: "10,000+". */
export function totalText(total: number, meta: unknown): string {
  return `${countText(total)}${isRecord(meta) && meta['capped'] === true ? '+' : ''}`;
}
