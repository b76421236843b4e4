import { parseRate } from '@linggong/core/domain';
import type { WrittenTerms } from './written-terms';

export interface TermFault {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

/** What is wrong with terms as a whole; each field by itself was read before. */
export function termFaults(terms: WrittenTerms): TermFault[] {
  return [...kindFaults(terms), ...limitFaults(terms), ...surchargeFaults(terms)];
}

function kindFaults(terms: WrittenTerms): TermFault[] {
  switch (terms.kind ?? 'percent') {
    case 'percent':
      return [...needed(terms, 'rate'), ...unwanted(terms, ['fixedFen', 'tierBasis', 'tierMode', 'tiers'])];
    case 'fixed':
      return [
        ...needed(terms, 'fixedFen'),
        ...unwanted(terms, ['rate', 'tierBasis', 'tierMode', 'tiers', 'raisedSurcharge', 'highSurcharge']),
      ];
    case 'tiered':
      return [
        ...(['tierBasis', 'tierMode', 'tiers'] as const).flatMap((field) => needed(terms, field)),
        ...unwanted(terms, ['rate', 'fixedFen']),
        ...tierFaults(terms),
      ];
  }
}

const needed = (terms: WrittenTerms, field: keyof WrittenTerms): TermFault[] =>
  terms[field] === undefined ? [{ field, zh: '该类方案必须填写此项', en: 'is needed by this kind of plan' }] : [];

const unwanted = (terms: WrittenTerms, fields: readonly (keyof WrittenTerms)[]): TermFault[] =>
  fields
    .filter((field) => terms[field] !== undefined)
    .map((field) => ({ field, zh: '该类方案不使用此项', en: 'is not used by this kind of plan' }));

/** Tiers begin at nothing and rise; a line that the basis does not ask for is left out. */
function tierFaults({ tierBasis, tierMode, tiers = [] }: WrittenTerms): TermFault[] {
  if (tierBasis === 'both' && tierMode === 'progressive') {
    const zh = '按月累计与单笔双重分档时只能按全额计费';
    return [{ field: 'tierMode', zh, en: 'tiers by volume and amount together charge the whole amount' }];
  }
  const keys = tiers.map(({ fromVolumeFen = 0, fromAmountFen = 0 }) => [fromVolumeFen, fromAmountFen] as const);
  const stray = keys.some(
    ([volume, amount]) => (tierBasis === 'month-volume' && amount > 0) || (tierBasis === 'order-amount' && volume > 0),
  );
  if (stray) return [{ field: 'tiers', zh: '档位只填写所选依据的起点', en: 'give only the line of the chosen basis' }];
  const first = keys[0];
  if (first && (first[0] > 0 || first[1] > 0)) {
    return [{ field: 'tiers', zh: '第一档必须从 0 开始', en: 'the first tier must begin at 0' }];
  }
  const rising = keys.every((key, index) => {
    const before = keys[index - 1];
    return before === undefined || key[0] > before[0] || (key[0] === before[0] && key[1] > before[1]);
  });
  return rising ? [] : [{ field: 'tiers', zh: '各档起点必须依次递增', en: 'the lines of the tiers must rise' }];
}

function limitFaults(terms: WrittenTerms): TermFault[] {
  return (['order', 'batch', 'month'] as const).flatMap((unit) => {
    const [least, most] = [terms[`${unit}MinFen`], terms[`${unit}MaxFen`]];
    if (least === undefined || most === undefined || least <= most) return [];
    return [{ field: `${unit}MinFen`, zh: '最低收费不能高于最高收费', en: 'must not be above the maximum' }];
  });
}

/** A worse class never costs less, and no rate with its surcharge is more than the amount itself. */
function surchargeFaults({ rate, tiers = [], raisedSurcharge = '0', highSurcharge = '0' }: WrittenTerms): TermFault[] {
  const [raised, high] = [parseRate(raisedSurcharge) ?? 0n, parseRate(highSurcharge) ?? 0n];
  if (raised > high) {
    return [
      {
        field: 'highSurcharge',
        zh: '高档加收不能低于上浮档',
        en: 'must not be below the surcharge of the raised tier',
      },
    ];
  }
  const most = [rate ?? '0', ...tiers.map((one) => one.rate)].reduce((top, text) => {
    const one = parseRate(text) ?? 0n;
    return one > top ? one : top;
  }, 0n);
  return most + high > WHOLE
    ? [{ field: 'highSurcharge', zh: '费率加上加收不能超过 100%', en: 'with the rate it must not be above 100 %' }]
    : [];
}

/** The amount itself, as a rate in millionths. */
const WHOLE = 1_000_000n;
