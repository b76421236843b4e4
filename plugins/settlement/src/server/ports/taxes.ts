import type { Queryable } from '@linggong/core';
import type { Day, Fen, RateMillionths, Text2 } from '@linggong/core/domain';
import {
  PLATFORM_GROUP,
  platformUrbanRate,
  quoteTaxes,
  type LineFigures,
  type TaxLine,
  type VatRole,
} from '@linggong/tax';

/** One payment to be taxed, in the order in which a worker's payments are taken. */
export interface TaxedLine {
  readonly lineKey: string;
  readonly workerId: number;
  readonly grossFen: Fen;
  /** Where the enterprise bears tax: the net that the worker must get; the gross is found. */
  readonly promisedNetFen?: Fen;
  /** Of the worker on the day: authorization given, registered himself, or neither. */
  readonly vatRole: VatRole;
  /** Tax resident of China (居民个人). */
  readonly resident: boolean;
}

/** Figures of a payment with its gross, which tax finds where a net is promised. */
export type QuotedFigures = LineFigures & { readonly grossFen: Fen };
export type QuotedTax = QuotedFigures | { readonly refusal: Text2 };

/** Taxes of many payments of one enterprise on a day; nothing is reserved. In the order of the lines. */
export async function quoteLineTaxes(
  db: Queryable,
  payment: { readonly enterpriseId: number; readonly day: Day },
  lines: readonly TaxedLine[],
): Promise<QuotedTax[]> {
  const rate = await platformUrbanRate(db, payment.day);
  const { lines: quoted } = await quoteTaxes(db, {
    groupCode: PLATFORM_GROUP,
    enterpriseId: payment.enterpriseId,
    day: payment.day,
    lines: lines.map((line) => taxLine(line, rate)),
  });
  return quoted.map((line) =>
    line.ok ? { ...line.figures, grossFen: line.tax.grossFen } : { refusal: line.problem.text },
  );
}

/** A line as tax takes it. Non-residents are taxed month by month (Table D): their work on the platform is continuous. */
export function taxLine(line: TaxedLine, urbanMaintenanceRate: RateMillionths): TaxLine {
  const { lineKey, workerId, grossFen, promisedNetFen, vatRole, resident } = line;
  const bare = { lineKey, workerId, grossFen, vatRole, urbanMaintenanceRate };
  const common = promisedNetFen === undefined ? bare : { ...bare, promisedNetFen };
  return resident ? common : { ...common, regime: 'non-resident-labor' };
}
