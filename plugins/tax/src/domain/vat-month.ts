import type { Day, Fen } from '@linggong/core/domain';

/** What one tax period of VAT was charged: payments that are declared together, VAT included, and what was charged on them. */
export interface VatPeriod {
  readonly grossFen: Fen;
  /** Part of them with a special invoice. */
  readonly specialFen: Fen;
  readonly vatFen: Fen;
  readonly urbanMaintenanceFen: Fen;
  readonly educationFen: Fen;
  readonly localEducationFen: Fen;
}

/** Payments of one day whose VAT the payer withholds: together they are one transaction (按次（日）). */
export interface VatDay extends VatPeriod {
  readonly day: Day;
}

/** VAT totals of one worker in one month: what the platform declares for him, what it charged so far. */
export interface VatMonth extends VatPeriod {
  /** Tax-exclusive sales declared in another way; they count towards the threshold, not towards the tax. */
  readonly otherSalesFen: Fen;
  /** What payers withhold, day by day; none of it is in the sums above. */
  readonly days: readonly VatDay[];
}

export const EMPTY_VAT_PERIOD: VatPeriod = {
  grossFen: 0n,
  specialFen: 0n,
  vatFen: 0n,
  urbanMaintenanceFen: 0n,
  educationFen: 0n,
  localEducationFen: 0n,
};

const NO_DAYS: readonly VatDay[] = [];

export const EMPTY_VAT_MONTH: VatMonth = { ...EMPTY_VAT_PERIOD, otherSalesFen: 0n, days: NO_DAYS };

/** What was charged on a day so far. */
export function vatDayOf(month: VatMonth, day: Day): VatDay {
  return month.days.find((known) => known.day === day) ?? { ...EMPTY_VAT_PERIOD, day };
}

/** The days with one of them changed; a day without payments and charges disappears. */
export function withVatDay(month: VatMonth, changed: VatDay): readonly VatDay[] {
  const others = month.days.filter(({ day }) => day !== changed.day);
  if (changed.grossFen === 0n && isUncharged(changed)) return others.length === 0 ? NO_DAYS : others;
  return [...others, changed].sort((left, right) => (left.day < right.day ? -1 : 1));
}

/** True where nothing stands charged. */
export function isUncharged(period: Omit<VatPeriod, 'grossFen' | 'specialFen'>): boolean {
  const { vatFen, urbanMaintenanceFen, educationFen, localEducationFen } = period;
  return vatFen === 0n && urbanMaintenanceFen === 0n && educationFen === 0n && localEducationFen === 0n;
}
