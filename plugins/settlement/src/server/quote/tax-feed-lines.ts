import { workersPart, type FeePlan } from '@linggong/billing';
import type { Queryable } from '@linggong/core';
import type { Day, Fen } from '@linggong/core/domain';
import { quoteLineTaxes, type TaxedLine } from '../ports/taxes';
import type { ReadyLine } from './ready-lines';
import type { RefusedLine } from './refused-lines';

/** A payable line with its fee. */
export interface FeedLine extends Omit<TaxedLine, 'grossFen'> {
  readonly id: bigint;
  readonly rowNo: number;
  readonly amountFen: Fen;
  readonly feeFen: Fen;
}

/** Taxes of lines whose fees are known, on the worker's part of each; what cannot be computed comes back with its reason. */
export async function taxFeedLines(
  db: Queryable,
  payment: { readonly enterpriseId: number; readonly day: Day },
  plan: FeePlan,
  lines: readonly FeedLine[],
): Promise<(ReadyLine | RefusedLine)[]> {
  const parts = lines.map(({ amountFen, feeFen }) => workersPart(amountFen, feeFen, plan));
  const payable = lines.filter((_, index) => (parts[index] ?? 0n) > 0n);
  const bears = plan.taxBearer === 'enterprise';
  const taxed = await quoteLineTaxes(
    db,
    payment,
    payable.map((line) => {
      const grossFen = workersPart(line.amountFen, line.feeFen, plan);
      return bears ? { ...line, grossFen, promisedNetFen: grossFen } : { ...line, grossFen };
    }),
  );
  const taxes = taxed[Symbol.iterator]();
  return lines.map(({ id, amountFen, feeFen }, index) => {
    if ((parts[index] ?? 0n) <= 0n) return { id, code: 'fee-above-amount', params: feeParams(amountFen, feeFen) };
    const next = taxes.next();
    if (next.done === true) throw new Error('tax gave fewer figures than lines');
    const tax = next.value;
    if ('refusal' in tax) {
      return { id, code: 'tax-refused', params: { reason: tax.refusal.zh, reasonEn: tax.refusal.en } };
    }
    return { id, feeFen, tax };
  });
}

function feeParams(amountFen: Fen, feeFen: Fen): Record<string, number> {
  return { amountFen: Number(amountFen), feeFen: Number(feeFen) };
}
