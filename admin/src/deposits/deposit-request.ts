import { moneyOf } from '../parts/form-checks';
import { momentFault, momentTyped } from '../parts/moment-typed';

export type Text = 'bankSerial' | 'payerName' | 'remark';

export interface Typed extends Partial<Record<Text, string>> {
  enterprise?: { id: number; name: string };
  amount?: string;
  /** Left out while nobody has touched it: the server's own now, and a serial that stands already is that receipt. */
  receivedAt?: string;
}

/** What of the form is sent, or undefined where something is missing or wrong. */
export function requestOf(typed: Typed, now: Date): Record<string, unknown> | undefined {
  const { enterprise, amount = '', receivedAt } = typed;
  const text = (name: Text): string => (typed[name] ?? '').trim();
  const yuan = moneyOf(amount);
  if (enterprise === undefined || !yuan.ok || yuan.fen <= 0n) return undefined;
  if (text('bankSerial') === '' || text('payerName') === '') return undefined;
  if (receivedAt !== undefined && momentFault(receivedAt, now) !== undefined) return undefined;
  return {
    enterpriseId: enterprise.id,
    amountFen: Number(yuan.fen),
    bankSerial: text('bankSerial'),
    payerName: text('payerName'),
    ...(receivedAt === undefined ? {} : { receivedAt: momentTyped(receivedAt) }),
    ...(text('remark') === '' ? {} : { remark: text('remark') }),
  };
}
