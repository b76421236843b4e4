import { problem } from '@linggong/core/domain';
import { faultText, isFinal, problemOf } from './fault';

const refusal = problem(409, 'stale-quote', { zh: '报价已过期', en: 'The quote is stale' });

describe('faults of jobs', () => {
  it('tells a refusal in its own words and tries no more', () => {
    expect(problemOf(refusal)).toEqual({ code: 'stale-quote', zh: '报价已过期', en: 'The quote is stale' });
    expect(isFinal(refusal)).toBe(true);
  });

  it('hides what a fault says, since it may quote a person', () => {
    const fault = Object.assign(new Error('invalid input "张三 110105194912310021"'), { code: '22P02' });
    expect(JSON.stringify(problemOf(fault))).not.toMatch(/张三|1101/);
    expect(faultText(fault)).not.toMatch(/张三|1101/);
    expect(faultText(fault)).toMatch(/^Error 22P02\n\s+at /);
    expect(isFinal(fault)).toBe(false);
  });

  it('tries again where a service behind us is away', () => {
    expect(isFinal(problem(503, 'bank-away', { zh: '银行暂不可用', en: 'The bank is away' }))).toBe(false);
  });
});
