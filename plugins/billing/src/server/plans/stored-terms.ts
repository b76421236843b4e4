import type { Fen } from '@linggong/core/domain';
import type { ClassSurcharges, FeeLimits, FeeTerms, TierBasis, TierMode } from '../../domain';

type Kept = FeeLimits & ClassSurcharges & Pick<FeeTerms, 'fixedFen' | 'tierBasis' | 'tierMode' | 'tiers'>;

/** The part of the terms that has no column of its own, as JSON; whole numbers are text, for JSON numbers are floats. */
export interface StoredTerms {
  readonly fixedFen?: string;
  readonly tierBasis?: TierBasis;
  readonly tierMode?: TierMode;
  readonly tiers?: readonly { readonly fromVolumeFen: string; readonly fromAmountFen: string; readonly rate: string }[];
  readonly limits?: Readonly<Partial<Record<keyof FeeLimits, string>>>;
  /** What classes add to the rates, in millionths. */
  readonly surcharges?: { readonly raised: string; readonly high: string };
}

const limitNames = ['orderMinFen', 'orderMaxFen', 'batchMinFen', 'batchMaxFen', 'monthMinFen', 'monthMaxFen'] as const;

export const storedTerms = {
  read(stored: StoredTerms): Kept {
    const limit = (name: keyof FeeLimits): Fen | null => {
      const text = stored.limits?.[name];
      return text === undefined ? null : BigInt(text);
    };
    return {
      fixedFen: BigInt(stored.fixedFen ?? '0'),
      tierBasis: stored.tierBasis ?? null,
      tierMode: stored.tierMode ?? null,
      tiers: (stored.tiers ?? []).map(({ fromVolumeFen, fromAmountFen, rate }) => ({
        fromVolumeFen: BigInt(fromVolumeFen),
        fromAmountFen: BigInt(fromAmountFen),
        rateMillionths: BigInt(rate),
      })),
      orderMinFen: limit('orderMinFen'),
      orderMaxFen: limit('orderMaxFen'),
      batchMinFen: limit('batchMinFen'),
      batchMaxFen: limit('batchMaxFen'),
      monthMinFen: limit('monthMinFen'),
      monthMaxFen: limit('monthMaxFen'),
      raisedMillionths: BigInt(stored.surcharges?.raised ?? '0'),
      highMillionths: BigInt(stored.surcharges?.high ?? '0'),
    };
  },

  write(terms: FeeTerms): StoredTerms {
    const limits = limitNames.flatMap((name) => {
      const value = terms[name];
      return value === null ? [] : [[name, value.toString()]];
    });
    return {
      ...(terms.kind === 'fixed' ? { fixedFen: terms.fixedFen.toString() } : {}),
      ...(terms.tierBasis ? { tierBasis: terms.tierBasis } : {}),
      ...(terms.tierMode ? { tierMode: terms.tierMode } : {}),
      ...(terms.tiers.length > 0 ? { tiers: terms.tiers.map(tierText) } : {}),
      ...(limits.length > 0 ? { limits: Object.fromEntries(limits) as StoredTerms['limits'] & object } : {}),
      ...(terms.raisedMillionths > 0n || terms.highMillionths > 0n
        ? { surcharges: { raised: terms.raisedMillionths.toString(), high: terms.highMillionths.toString() } }
        : {}),
    };
  },
};

const tierText = ({ fromVolumeFen, fromAmountFen, rateMillionths }: FeeTerms['tiers'][number]) => ({
  fromVolumeFen: fromVolumeFen.toString(),
  fromAmountFen: fromAmountFen.toString(),
  rate: rateMillionths.toString(),
});
