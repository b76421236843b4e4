import type { Fen } from '@linggong/core/domain';

/** VAT totals of one worker in one month: what the platform declares for him, what it charged so far. */
export interface VatMonth {
  /** Payments declared by the platform, VAT included. */
  readonly grossFen: Fen;
  /** Part of them with a special invoice. */
  readonly specialFen: Fen;
  /** Tax-exclusive sales declared in another way; they count towards the threshold, not towards the tax. */
  readonly otherSalesFen: Fen;
  readonly vatFen: Fen;
  readonly urbanMaintenanceFen: Fen;
  readonly educationFen: Fen;
  readonly localEducationFen: Fen;
}

export const EMPTY_VAT_MONTH: VatMonth = {
  grossFen: 0n,
  specialFen: 0n,
  otherSalesFen: 0n,
  vatFen: 0n,
  urbanMaintenanceFen: 0n,
  educationFen: 0n,
  localEducationFen: 0n,
};
