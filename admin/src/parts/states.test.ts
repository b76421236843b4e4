import {
  cardStates,
  enterpriseStates,
  realNameStates,
  verificationStates,
  workerStates,
} from '@linggong/parties/domain';
import { payoutStates } from '@linggong/channels/domain';
import { billStates, planStates } from '@linggong/billing/api';
import { contractStates, requestStates } from '@linggong/e-sign/domain';
import { jobStates } from '@linggong/jobs/domain';
import { batchStates, lineStates, orderStates } from '@linggong/settlement/domain';
import { engagementStates, taskStates } from '@linggong/tasks/domain';
import { periodLifecycle, recordLifecycle } from '@linggong/tax/domain';
import { tones, type StateKind } from './states';

const declared: Readonly<Partial<Record<StateKind, readonly string[]>>> = {
  enterprise: enterpriseStates,
  verification: verificationStates,
  worker: workerStates,
  realName: realNameStates,
  card: cardStates,
  contract: contractStates,
  signatureRequest: requestStates,
  task: taskStates,
  engagement: engagementStates,
  batch: batchStates,
  line: lineStates,
  order: orderStates,
  payout: payoutStates,
  feePlan: planStates,
  feeBill: billStates,
  job: jobStates,
  taxRecord: recordLifecycle.states,
  taxPeriod: periodLifecycle.states,
};

describe('states', () => {
  it.each(Object.entries(declared))('of %s have a tone each, and none beside them', (kind, states) => {
    // Object.entries forgets the keys of the table above.
    expect(Object.keys(tones[kind as StateKind]).sort()).toEqual([...states].sort());
  });
});
