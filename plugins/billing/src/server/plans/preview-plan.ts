import type { Fen } from '@linggong/core/domain';
import { termsOf, type FeePreviewAnswer, type FeePreviewRequest } from '../../api';
import { feesFor, monthShortfall, workersPart } from '../../domain';
import { previewTooLarge } from '../problems';

/**
 * Terms tried on amounts, by the very function that quotes a batch.
 * @throws Problem 422 `fee-preview-range` where the amounts and their fees come to more than 90 trillion yuan
 */
export function previewFees(request: FeePreviewRequest): FeePreviewAnswer {
  const terms = termsOf(request);
  const month = { volumeFen: BigInt(request.monthVolumeFen ?? 0), feeFen: BigInt(request.monthFeeFen ?? 0) };
  const amounts = request.amountsFen.map(BigInt);
  const fees = feesFor(amounts, terms, month);
  const lines = amounts.map((amountFen, index) => {
    const feeFen = fees[index] ?? 0n;
    const workerFen = workersPart(amountFen, feeFen, terms);
    return {
      amountFen: Number(amountFen),
      feeFen: Number(feeFen),
      workerFen: workerFen > 0n ? Number(workerFen) : null,
      enterpriseFen: Number(terms.bearing === 'inside' ? amountFen : amountFen + feeFen),
    };
  });
  const sum = (pick: (line: (typeof lines)[number]) => number): Fen =>
    lines.reduce((total, line) => total + BigInt(pick(line)), 0n);
  const feeFen = sum((line) => line.feeFen);
  return {
    lines,
    amountFen: told(sum((line) => line.amountFen)),
    feeFen: told(feeFen),
    enterpriseFen: told(sum((line) => line.enterpriseFen)),
    shortfallFen: Number(monthShortfall(month.feeFen + feeFen, terms)),
    taxOnTop: terms.taxBearer === 'enterprise',
  };
}

/** Sums stay whole numbers of JSON. */
const SUM_MAX: Fen = 9_000_000_000_000_000n;

function told(sumFen: Fen): number {
  if (sumFen > SUM_MAX) throw previewTooLarge();
  return Number(sumFen);
}
