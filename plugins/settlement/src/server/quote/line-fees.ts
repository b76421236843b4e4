import { feesFor, isCoupled, type FeePlan, type MonthSums } from '@linggong/billing';
import type { Fen } from '@linggong/core/domain';

interface FeeLine {
  readonly rowNo: number;
  readonly amountFen: Fen;
}

/**
 * Lines with their fees, in their own order. Where fees depend on each other they use up the month in the order of the rows
 * of the sheet, which is the order that its reader sees.
 */
export function lineFees<L extends FeeLine>(
  lines: readonly L[],
  plan: FeePlan,
  month: MonthSums | undefined,
): (L & { readonly feeFen: Fen })[] {
  const rows = isCoupled(plan) ? [...lines].sort((left, right) => left.rowNo - right.rowNo) : lines;
  const fees = feesFor(
    rows.map(({ amountFen }) => amountFen),
    plan,
    month,
  );
  if (rows === lines) return lines.map((line, index) => ({ ...line, feeFen: fees[index] ?? 0n }));
  const byRow = new Map(rows.map(({ rowNo }, index) => [rowNo, fees[index] ?? 0n]));
  return lines.map((line) => ({ ...line, feeFen: byRow.get(line.rowNo) ?? 0n }));
}
