import { faultSummary } from './index';

describe('faultSummary', () => {
  it('says the kind, codes and place of a fault, never its message', () => {
    const fault = Object.assign(new TypeError('invalid input syntax: "110101199003079999"'), {
      code: '22P02',
      constraint: 'workers_identity',
      detail: 'Key (id)=(110101199003079999)',
      table: 'workers',
    });
    const summary = faultSummary(fault);
    expect(summary).toContain('TypeError');
    expect(summary).toContain('code=22P02');
    expect(summary).toContain('constraint=workers_identity');
    expect(summary).toContain('fault-summary.test.ts');
    expect(summary).not.toContain('110101199003079999');
  });

  it('drops a message of several lines from the stack as well', () => {
    expect(faultSummary(new Error('first\nCANARY second'))).not.toContain('CANARY');
  });

  it('bears what is no error', () => {
    expect(faultSummary('13800000001')).toBe('thrown string');
  });
});
