import { createRandom } from '../demo/synthetic/random';
import { inBatches, killPlan, killsOfBatchMax, stageNames, stages } from './fault';

describe('killPlan', () => {
  it('strikes every stage, and the process that does its work', () => {
    const plan = killPlan(createRandom(7), 25);
    expect(plan).toHaveLength(25);
    for (const stage of stageNames) {
      const kills = plan.filter((fault) => fault.stage === stage);
      expect([2, 3]).toContain(kills.length);
      expect(kills.every(({ victim }) => victim === stages[stage])).toBe(true);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    expect(killPlan(createRandom(7), 25)).toEqual(killPlan(createRandom(7), 25));
    expect(killPlan(createRandom(8), 25)).not.toEqual(killPlan(createRandom(7), 25));
  });

  it('is shared out among batches so that no job of one is given up', () => {
    const shares = inBatches(killPlan(createRandom(7), 500), Math.ceil(500 / killsOfBatchMax));
    expect(shares.flat()).toHaveLength(500);
    for (const share of shares) {
      expect(share.length).toBeLessThanOrEqual(killsOfBatchMax);
      const ofOneJob = share.filter(({ stage }) => stage === 'check' || stage === 'quote');
      expect(ofOneJob.length).toBeLessThan(5);
    }
  });
});
