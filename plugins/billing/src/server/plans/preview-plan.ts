import { termsOf, type FeePreviewAnswer, type FeePreviewRequest } from '../../api';
import { feesFor, monthShortfall, workersPart } from '../../domain';

/** Terms tried on amounts, by the very function that quotes a batch. */
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
  const sum = (pick: (line: (typeof lines)[number]) => number): number =>
    lines.reduce((total, line) => total + pick(line), 0);
  const feeFen = sum((line) => line.feeFen);
  return {
    lines,
    amountFen: sum((line) => line.amountFen),
    feeFen,
    enterpriseFen: sum((line) => line.enterpriseFen),
    shortfallFen: Number(monthShortfall(month.feeFen + BigInt(feeFen), terms)),
    taxOnTop: terms.taxBearer === 'enterprise',
  };
}
