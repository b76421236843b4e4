import { enterpriseStates, workerStates } from '@linggong/parties/domain';
import { enterpriseWay, funnelOf, workerWay } from './funnel';

describe('how far people came', () => {
  it('counts at each step whoever is there or farther', () => {
    const counts = [
      { state: 'draft', count: 5 },
      { state: 'rejected', count: 2 },
      { state: 'active', count: 3 },
    ];
    expect(funnelOf(counts, enterpriseWay).map(({ step, count }) => [step, count])).toEqual([
      ['came', 10],
      ['submitted', 5],
      ['approved', 3],
      ['active', 3],
    ]);
    expect(funnelOf(counts, enterpriseWay)[2]?.states).toEqual(['approved', 'active', 'suspended', 'offboarded']);
  });

  it('knows where every state of an enterprise and of a worker stands', () => {
    expect(enterpriseWay.flatMap(([, states]) => [...states]).sort()).toEqual([...enterpriseStates].sort());
    expect(workerWay.flatMap(([, states]) => [...states]).sort()).toEqual([...workerStates].sort());
  });
});
