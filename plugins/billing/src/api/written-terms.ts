import { z } from 'zod';
import { bearings, chargeTimes, feeKinds, returnedFees, taxBearers, tierBases, tierModes } from '../domain';
import { fen, rate } from './fields';

/** Tiers of one plan; more nobody can read. */
const TIERS_MAX = 20;

/** One tier as it is written. */
export const tier = z.strictObject({ fromVolumeFen: fen.optional(), fromAmountFen: fen.optional(), rate });

/** The terms of a plan as they are written; what is left out is what a plan was before there were others. */
export const termFields = {
  kind: z.enum(feeKinds).optional(),
  /** Of a percent plan. */
  rate: rate.optional(),
  /** Of a fixed plan: the fee of each order. */
  fixedFen: fen.optional(),
  tierBasis: z.enum(tierBases).optional(),
  tierMode: z.enum(tierModes).optional(),
  tiers: z.array(tier).min(1).max(TIERS_MAX).optional(),
  orderMinFen: fen.optional(),
  orderMaxFen: fen.optional(),
  batchMinFen: fen.optional(),
  batchMaxFen: fen.optional(),
  monthMinFen: fen.optional(),
  monthMaxFen: fen.optional(),
  /** What the class of an enterprise adds to each rate (按等级加收); nothing where they are left out. */
  raisedSurcharge: rate.optional(),
  highSurcharge: rate.optional(),
  bearing: z.enum(bearings).optional(),
  chargedWhen: z.enum(chargeTimes).optional(),
  taxBearer: z.enum(taxBearers).optional(),
  returnedFee: z.enum(returnedFees).optional(),
} as const;

export const writtenTerms = z.strictObject(termFields);
export type WrittenTerms = z.infer<typeof writtenTerms>;
