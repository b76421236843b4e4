import { z } from 'zod';
import { parseRate, rateText, type Fen, type RateMillionths } from '@linggong/core/domain';
import {
  bearings,
  chargeTimes,
  feeKinds,
  returnedFees,
  taxBearers,
  tierBases,
  tierModes,
  type FeeTerms,
  type Tier,
} from '../domain';
import { fen } from './fields';
import { termFaults } from './term-faults';
import type { tier, WrittenTerms } from './written-terms';

/** Terms that say something twice, or nothing, are refused by field. */
export function checkTerms(terms: WrittenTerms, context: z.RefinementCtx): void {
  for (const { field, zh, en } of termFaults(terms)) {
    context.addIssue({ code: 'custom', path: [field], params: { zh, en }, message: en });
  }
}

/** The terms that were written, with everything that was left out. */
export function termsOf(terms: WrittenTerms): FeeTerms {
  const limit = (value: number | undefined): Fen | null => (value === undefined ? null : BigInt(value));
  return {
    kind: terms.kind ?? 'percent',
    rateMillionths: parseRate(terms.rate ?? '0') ?? 0n,
    fixedFen: BigInt(terms.fixedFen ?? 0),
    tierBasis: terms.tierBasis ?? null,
    tierMode: terms.tierMode ?? null,
    tiers: (terms.tiers ?? []).map(tierOf),
    orderMinFen: limit(terms.orderMinFen),
    orderMaxFen: limit(terms.orderMaxFen),
    batchMinFen: limit(terms.batchMinFen),
    batchMaxFen: limit(terms.batchMaxFen),
    monthMinFen: limit(terms.monthMinFen),
    monthMaxFen: limit(terms.monthMaxFen),
    raisedMillionths: parseRate(terms.raisedSurcharge ?? '0') ?? 0n,
    highMillionths: parseRate(terms.highSurcharge ?? '0') ?? 0n,
    bearing: terms.bearing ?? 'on-top',
    chargedWhen: terms.chargedWhen ?? 'with-payment',
    taxBearer: terms.taxBearer ?? 'worker',
    returnedFee: terms.returnedFee ?? 'give-back',
  };
}

function tierOf(one: z.infer<typeof tier>): Tier {
  return {
    fromVolumeFen: BigInt(one.fromVolumeFen ?? 0),
    fromAmountFen: BigInt(one.fromAmountFen ?? 0),
    rateMillionths: parseRate(one.rate) ?? 0n,
  };
}

const limitAnswer = fen.nullable();

/** Terms as they are answered: complete, and null where something does not apply. */
export const termsAnswer = {
  kind: z.enum(feeKinds),
  /** Null for a plan that is not one percentage. */
  rate: z.string().nullable(),
  fixedFen: fen.nullable(),
  tierBasis: z.enum(tierBases).nullable(),
  tierMode: z.enum(tierModes).nullable(),
  tiers: z.array(z.strictObject({ fromVolumeFen: fen, fromAmountFen: fen, rate: z.string() })),
  orderMinFen: limitAnswer,
  orderMaxFen: limitAnswer,
  batchMinFen: limitAnswer,
  batchMaxFen: limitAnswer,
  monthMinFen: limitAnswer,
  monthMaxFen: limitAnswer,
  /** What the tier of a class adds to each rate; null where the plan agrees none. */
  raisedSurcharge: z.string().nullable(),
  highSurcharge: z.string().nullable(),
  bearing: z.enum(bearings),
  chargedWhen: z.enum(chargeTimes),
  taxBearer: z.enum(taxBearers),
  returnedFee: z.enum(returnedFees),
} as const;
export const completeTerms = z.strictObject(termsAnswer);
export type TermsAnswer = z.infer<typeof completeTerms>;

export function termsAnswerOf(terms: FeeTerms): TermsAnswer {
  const limit = (value: Fen | null): number | null => (value === null ? null : Number(value));
  const surcharge = (added: RateMillionths): string | null => (added === 0n ? null : rateText(added));
  return {
    kind: terms.kind,
    rate: terms.kind === 'percent' ? rateText(terms.rateMillionths) : null,
    fixedFen: terms.kind === 'fixed' ? Number(terms.fixedFen) : null,
    tierBasis: terms.tierBasis,
    tierMode: terms.tierMode,
    tiers: terms.tiers.map(({ fromVolumeFen, fromAmountFen, rateMillionths }) => ({
      fromVolumeFen: Number(fromVolumeFen),
      fromAmountFen: Number(fromAmountFen),
      rate: rateText(rateMillionths),
    })),
    orderMinFen: limit(terms.orderMinFen),
    orderMaxFen: limit(terms.orderMaxFen),
    batchMinFen: limit(terms.batchMinFen),
    batchMaxFen: limit(terms.batchMaxFen),
    monthMinFen: limit(terms.monthMinFen),
    monthMaxFen: limit(terms.monthMaxFen),
    raisedSurcharge: surcharge(terms.raisedMillionths),
    highSurcharge: surcharge(terms.highMillionths),
    bearing: terms.bearing,
    chargedWhen: terms.chargedWhen,
    taxBearer: terms.taxBearer,
    returnedFee: terms.returnedFee,
  };
}
