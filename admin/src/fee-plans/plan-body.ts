import type { WrittenTerms } from '@linggong/billing/api';
import { moneyOf } from '../parts/form-checks';
import type { FormValues } from '../parts/form-page';
import { rateOf } from './percent-typed';
import { isAsked, tierCount } from './plan-fields';

function fenOf(typed: string | undefined): number | undefined {
  const parsed = moneyOf(typed ?? '');
  return parsed.ok ? Number(parsed.fen) : undefined;
}

/**
 * The terms as the API takes them; undefined where a rate is none, so that nothing is sent that nobody typed. Fields that are
 * not asked are left out.
 */
export function termsTyped(values: FormValues): WrittenTerms | undefined {
  const asked = (name: string): string | undefined => {
    const typed = (values[name] ?? '').trim();
    return typed === '' || !isAsked(name, values) ? undefined : typed;
  };
  const rate = asked('rate');
  const tiers = values['kind'] === 'tiered' ? tiersTyped(asked) : [];
  const percents = { rate, raisedSurcharge: asked('raisedSurcharge'), highSurcharge: asked('highSurcharge') };
  const isWrong = (typed: string | undefined): boolean => typed !== undefined && rateOf(typed) === undefined;
  if (tiers === undefined || Object.values(percents).some(isWrong)) return undefined;
  const limits = ['orderMinFen', 'orderMaxFen', 'batchMinFen', 'batchMaxFen', 'monthMinFen', 'monthMaxFen'];
  const terms = {
    kind: values['kind'],
    ...Object.fromEntries(Object.entries(percents).map(([name, typed]) => [name, typed && rateOf(typed)])),
    fixedFen: fenOf(asked('fixedFen')),
    tierBasis: asked('tierBasis'),
    // Two lines at once charge the whole amount: there is nothing to choose.
    tierMode: values['tierBasis'] === 'both' && values['kind'] === 'tiered' ? 'whole' : asked('tierMode'),
    tiers: tiers.length === 0 ? undefined : tiers,
    ...Object.fromEntries(limits.map((name) => [name, fenOf(asked(name))])),
    bearing: values['bearing'],
    chargedWhen: values['chargedWhen'],
    taxBearer: values['taxBearer'],
    returnedFee: values['returnedFee'],
  };
  const given = Object.entries(terms).filter(([, value]) => value !== undefined);
  // The choices of the form are the words of the API; the server reads them by its schema again.
  return Object.fromEntries(given) as WrittenTerms;
}

type Tier = NonNullable<WrittenTerms['tiers']>[number];

/** The tiers that have a rate; undefined where one of them is no percentage. */
function tiersTyped(asked: (name: string) => string | undefined): Tier[] | undefined {
  const tiers: Tier[] = [];
  for (let place = 1; place <= tierCount; place += 1) {
    const typed = asked(`tier${place.toString()}Rate`);
    if (typed === undefined) continue;
    const rate = rateOf(typed);
    if (rate === undefined) return undefined;
    const [volume, amount] = [
      fenOf(asked(`tier${place.toString()}Volume`)),
      fenOf(asked(`tier${place.toString()}Amount`)),
    ];
    tiers.push({
      rate,
      ...(volume === undefined ? {} : { fromVolumeFen: volume }),
      ...(amount === undefined ? {} : { fromAmountFen: amount }),
    });
  }
  return tiers;
}

/** Amounts to try the terms on, as they were typed with gaps between them; what is none is left out. */
export function amountsTyped(typed: string | undefined): bigint[] {
  return (typed ?? '')
    .split(/[\s;；、]+/)
    .map((part) => moneyOf(part))
    .flatMap((parsed) => (parsed.ok && parsed.fen > 0n ? [parsed.fen] : []))
    .slice(0, 20);
}
