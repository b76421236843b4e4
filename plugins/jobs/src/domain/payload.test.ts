import fc from 'fast-check';
import { payloadBytesMax, payloadText } from './payload';

describe('payloadText', () => {
  it('takes ids, days, hashes and business numbers', () => {
    const payload = {
      batchId: 17,
      lines: [1, 2, 3],
      day: '2026-11-22',
      number: 'PB-2026-11-0047',
      sha: 'ab'.repeat(32),
    };
    expect(JSON.parse(payloadText(payload, 'test'))).toEqual(payload);
  });

  it.each([
    ['an identity number', { id: '11010519491231002X' }],
    ['a mobile number', ['13800138000']],
    ['a bank card', { card: '6222028872946788639' }],
    ['a name', { worker: { name: '张三' } }],
    ['an e-mail address', { to: 'someone@example.cn' }],
  ])('refuses %s without quoting it', (_what, payload) => {
    const refusal = () => payloadText(payload, 'test.job');
    expect(refusal).toThrow(/payloads hold ids only/);
    expect(refusal).not.toThrow(/138|6222|110105|张三|someone/);
  });

  it('refuses what JSON would lose or change', () => {
    // The casts stand for callers that are not type-checked, such as a spread of a database row.
    expect(() => payloadText({ fen: 1n } as never, 'test')).toThrow(/bigint/);
    expect(() => payloadText({ at: new Date(0) } as never, 'test')).toThrow(/plain JSON/);
    expect(() => payloadText({ rate: Number.NaN }, 'test')).toThrow(/no JSON number/);
  });

  it('refuses more than 16 KB', () => {
    expect(() => payloadText('a'.repeat(payloadBytesMax), 'test')).toThrow(/larger than/);
    expect(payloadText('a'.repeat(payloadBytesMax - 2), 'test')).toHaveLength(payloadBytesMax);
  });

  it('keeps every harmless value', () => {
    const harmless = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.stringMatching(/^[a-z-]{0,12}$/),
        fc.array(tie('value'), { maxLength: 4 }),
      ),
    })).value;
    fc.assert(fc.property(harmless, (value) => expect(JSON.parse(payloadText(value as never, 'p'))).toEqual(value)));
  });
});
