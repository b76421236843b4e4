import type { Text2 } from '@linggong/core/domain';
import type { Bearing, ChargeTime, ClassTier, FeeKind, ReturnedFee, TaxBearer, TierBasis, TierMode } from '../domain';

/** How the choices of a plan read on screens, in previews and in exports. */
export const planWords: {
  readonly kind: Readonly<Record<FeeKind, Text2>>;
  readonly tierBasis: Readonly<Record<TierBasis, Text2>>;
  readonly tierMode: Readonly<Record<TierMode, Text2>>;
  readonly classTier: Readonly<Record<ClassTier, Text2>>;
  readonly bearing: Readonly<Record<Bearing, Text2>>;
  readonly chargedWhen: Readonly<Record<ChargeTime, Text2>>;
  readonly taxBearer: Readonly<Record<TaxBearer, Text2>>;
  readonly returnedFee: Readonly<Record<ReturnedFee, Text2>>;
} = {
  kind: {
    percent: { zh: '按比例', en: 'Percentage' },
    tiered: { zh: '阶梯', en: 'Tiered' },
    fixed: { zh: '按笔定额', en: 'Fixed per order' },
  },
  tierBasis: {
    'month-volume': { zh: '按月累计金额', en: 'Volume of the month' },
    'order-amount': { zh: '按单笔金额', en: 'Amount of one order' },
    both: { zh: '按月累计与单笔金额', en: 'Volume and amount together' },
  },
  tierMode: {
    progressive: { zh: '超额累进', en: 'Progressive, part by part' },
    whole: { zh: '全额适用所达档位', en: 'Whole amount at the tier reached' },
  },
  classTier: {
    standard: { zh: '标准档', en: 'Standard tier' },
    raised: { zh: '上浮档', en: 'Raised tier' },
    high: { zh: '高档', en: 'High tier' },
  },
  bearing: {
    'on-top': { zh: '外扣（企业另付）', en: 'On top of the amount' },
    inside: { zh: '内扣（含在金额内）', en: 'Inside the amount' },
  },
  chargedWhen: {
    before: { zh: '事前（确认批次时收取）', en: 'Before: when a batch is confirmed' },
    'with-payment': { zh: '事中（随每笔付款收取）', en: 'During: with each payment' },
    after: { zh: '事后（按月出账）', en: 'After: billed by the month' },
  },
  taxBearer: {
    worker: { zh: '灵工承担（从应发金额中扣缴）', en: 'The worker, out of his amount' },
    enterprise: { zh: '企业承担（应发金额为税后实得）', en: 'The enterprise: the amount is the net' },
  },
  returnedFee: {
    'give-back': { zh: '失败、退汇时退还', en: 'Given back for failed or returned payments' },
    keep: { zh: '失败、退汇时不退', en: 'Kept for failed or returned payments' },
  },
};
