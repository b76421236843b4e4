import { triesOf, type CheckRow } from './check';

const check = (evidence: Record<string, unknown>): CheckRow => ({
  id: 1,
  code: 'RN-20261122-00000047-F',
  kind: 'identity',
  subjectKind: 'worker',
  workerId: 1,
  bankCardId: null,
  enterpriseId: null,
  provider: 'aliyun',
  outcome: 'match',
  providerCode: '1',
  costFen: 100,
  attempts: 1,
  checkedAt: '2026-11-22T03:00:00.000Z',
  evidence,
});

describe('the calls of a check', () => {
  it('are read from its evidence, in order', () => {
    const call = { provider: 'aliyun', kind: 'match', code: '1', requestId: 'r', costFen: 100, elapsedMs: 7 };
    expect(triesOf(check({ tries: [{ ...call, provider: 'tencent-cloud' }, call] }))).toEqual([
      { ...call, provider: 'tencent-cloud' },
      call,
    ]);
  });

  it('are none where the evidence is older than the chain', () => {
    expect(triesOf(check({ requestId: 'r' }))).toEqual([]);
  });
});
