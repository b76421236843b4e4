import type { EditLineRequest } from '@linggong/settlement/api';
import { moneyOf } from '../parts/form-checks';

/** Cells of a line that can be typed anew. */
export const cells = ['name', 'identityNumber', 'phone', 'cardNumber', 'taskNumber', 'amount', 'remark'] as const;
export type CellName = (typeof cells)[number];
/** What was typed so far. */
export type Typed = Readonly<Partial<Record<CellName, string>>>;

/** Only the cells that were typed; undefined where the amount is no amount. */
export function requestOf(typed: Typed): EditLineRequest | undefined {
  const request: EditLineRequest = {};
  for (const cell of cells) {
    const text = typed[cell]?.trim() ?? '';
    if (text === '') continue;
    if (cell !== 'amount') {
      request[cell] = text;
      continue;
    }
    const parsed = moneyOf(text);
    if (!parsed.ok) return undefined;
    request.amountFen = Number(parsed.fen);
  }
  return request;
}
