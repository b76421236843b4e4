import { parseRate } from '@linggong/core/domain';
import { fault } from '../../fields';
import type { Fault } from '../../kind';
import type { SamplingPlan } from './plan-fields';

const million = 1_000_000n;

/** Bands and bounds that nothing can fit, and shares above the whole. */
export function planFaults({ strata }: SamplingPlan): Fault[] {
  return strata.flatMap(({ fromFen, belowFen, rate, minimum, maximum }, index) => {
    const faults: Fault[] = [];
    if (belowFen !== null && belowFen <= fromFen) {
      const [zh, en] = ['金额上限须大于下限', 'The amount below must be more than the amount from'];
      faults.push(fault(`strata.${index}.belowFen`, 'empty-band', zh, en));
    }
    if ((parseRate(rate) ?? 0n) > million) {
      faults.push(fault(`strata.${index}.rate`, 'share-above-all', '抽样比例不能超过 100%', 'A share is at most 100%'));
    }
    if (maximum !== null && maximum < minimum) {
      const [zh, en] = ['至多抽取须不少于至少抽取', 'The most must not be less than the least'];
      faults.push(fault(`strata.${index}.maximum`, 'bounds-crossed', zh, en));
    }
    return faults;
  });
}

/** Strata that draw nothing, strata behind one that takes everything, and plans that leave something out. */
export function planHints({ strata }: SamplingPlan): Fault[] {
  const takesAll = strata.findIndex(
    ({ classes, kindsOfWork, fromFen, belowFen }) =>
      classes.length === 0 && kindsOfWork.length === 0 && fromFen === 0 && belowFen === null,
  );
  const hints = strata.flatMap(({ rate, minimum }, index) => {
    if (takesAll >= 0 && index > takesAll) {
      const [zh, en] = [
        '前面的层已包含全部，本层不会用到',
        'An earlier stratum takes everything; this one is never used',
      ];
      return [fault(`strata.${index}`, 'never-used', zh, en)];
    }
    if (minimum > 0 || parseRate(rate) !== 0n) return [];
    return [fault(`strata.${index}`, 'draws-nothing', '本层不抽取任何样本', 'This stratum draws nothing')];
  });
  if (takesAll >= 0 || strata.length === 0) return hints;
  const [zh, en] = [
    '没有一层包含其余全部，部分业务不会被抽查',
    'No stratum takes the rest: some work is never sampled',
  ];
  return [...hints, fault('strata', 'leaves-out', zh, en)];
}
