import type { Queryable } from '@linggong/core';
import { parseRate, type Day, type Fen, type RateMillionths, type Text2 } from '@linggong/core/domain';
import { PLATFORM_GROUP, quoteTaxes, type LineFigures, type TaxLine, type VatRole } from '@linggong/tax';
import { enterpriseFacts } from './enterprises';

/** City rate (市区 7 %), where the enterprise's own place is not told. */
const CITY_RATE: RateMillionths = 70_000n;

/** One payment to be taxed, in the order in which a worker's payments are taken. */
export interface TaxedLine {
  readonly lineKey: string;
  readonly workerId: number;
  readonly grossFen: Fen;
  /** Of the worker on the day: authorization given, registered himself, or neither. */
  readonly vatRole: VatRole;
  /** Tax resident of China (居民个人). */
  readonly resident: boolean;
}

export type QuotedTax = LineFigures | { readonly refusal: Text2 };

/** Taxes of many payments of one enterprise on a day; nothing is reserved. In the order of the lines. */
export async function quoteLineTaxes(
  db: Queryable,
  payment: { readonly enterpriseId: number; readonly day: Day },
  lines: readonly TaxedLine[],
): Promise<QuotedTax[]> {
  const rate = await urbanRate(db, payment.enterpriseId);
  const { lines: quoted } = await quoteTaxes(db, {
    groupCode: PLATFORM_GROUP,
    enterpriseId: payment.enterpriseId,
    day: payment.day,
    lines: lines.map((line) => taxLine(line, rate)),
  });
  return quoted.map((line) => (line.ok ? line.figures : { refusal: line.problem.text }));
}

/** A line as tax takes it. Non-residents are taxed month by month (Table D): their work on the platform is continuous. */
export function taxLine(line: TaxedLine, urbanMaintenanceRate: RateMillionths): TaxLine {
  const { lineKey, workerId, grossFen, vatRole, resident } = line;
  const common = { lineKey, workerId, grossFen, vatRole, urbanMaintenanceRate };
  return resident ? common : { ...common, regime: 'non-resident-labor' };
}

/** Urban maintenance rate by the place of the enterprise. */
export async function urbanRate(db: Queryable, enterpriseId: number): Promise<RateMillionths> {
  const enterprise = await enterpriseFacts(db, enterpriseId);
  return parseRate(enterprise?.urbanMaintenanceRate ?? '') ?? CITY_RATE;
}
