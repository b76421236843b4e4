import { parseYuan, yuanText, type Fen } from '@linggong/core/domain';
import { INITIAL_TABLES, simulate, type Advance, type Payment, type RegimeChoice, type VatRole } from './index';

export const yuan = (text: string): Fen => {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.fen;
};
/** A payment in yuan, of a worker in a city. */
export const pay = (
  paidOn: string,
  gross: string,
  role: VatRole = 'platform-files',
  more: Partial<Payment> = {},
): Payment => ({
  paidOn,
  grossFen: yuan(gross),
  vat: { role, urbanMaintenanceRate: 70_000n },
  ...more,
});
export const labour: RegimeChoice = { regime: 'platform-labor' };
/** The payments one after the other. */
export const run = (list: readonly Payment[], choice = labour): readonly Advance[] =>
  simulate(INITIAL_TABLES, choice, list).payments;
/** The figures of a payment in yuan. */
export const show = ({ result }: Advance): Record<string, string> => ({
  vat: yuanText(result.vatFen),
  income: yuanText(result.incomeFen),
  tax: yuanText(result.incomeTaxFen),
  net: yuanText(result.netFen),
  receivable: yuanText(result.taxReceivableFen),
});
