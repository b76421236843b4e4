import { reasonOf, stateText } from './entry-text';

describe('stateText', () => {
  it('keeps masked states and writes bigints as text', () => {
    const state = {
      name: '张*',
      card: '622202*********8639',
      feeFen: 12n,
      sha: 'a1'.repeat(32),
      at: '2026-11-22T03:00:00Z',
    };
    expect(JSON.parse(stateText(state, 'test') ?? '')).toEqual({ ...state, feeFen: '12' });
    expect(stateText(undefined, 'test')).toBeUndefined();
    expect(stateText(null, 'test')).toBeUndefined();
  });

  it.each([
    ['identity number', { identity: '11010519491231002X' }],
    ['mobile number', { phone: '13800138000' }],
  ])('refuses an %s in clear without quoting it', (what, state) => {
    expect(() => stateText(state, 'worker.change')).toThrow(new RegExp(what));
    expect(() => stateText(state, 'worker.change')).not.toThrow(/110105|13800/);
  });

  it('takes an amount of eleven digits for what its name says, not for a mobile number', () => {
    expect(stateText({ holdFen: 17_499_999_999n }, 'test')).toBe('{"holdFen":"17499999999"}');
    expect(() => stateText({ holdFen: 17_499_999_999n, phone: '13800138000' }, 'test')).toThrow(/mobile number/);
  });

  it.each([
    ['a bank card', { remark: '卡号6222 0288 7294 6788 639已注销' }],
    ['a bank card that is the whole field', { account: '6222028872946788639' }],
    ['a mobile number within a text', { remark: '已电话13800138000核实' }],
    ['an identity number within a text', { title: '张三11010519491231002X的任务' }],
    ['one that is deeper within', { cells: [{ text: '换卡6228480402564890018' }] }],
  ])('stars %s but for its end', (_what, state) => {
    const text = stateText(state, 'settlement-line.edit') ?? '';
    expect(text).toMatch(/\*{4}/);
    expect(text).not.toMatch(/\d[ -]?\d[ -]?\d[ -]?\d[ -]?\d[ -]?\d[ -]?\d[ -]?\d/);
  });

  it.each([
    // All of them pass the check digit of cards.
    ['a serial of a bank', { bankSerial: '2026112200000007' }],
    ['a sub-account', { account: '3100660188000000017' }],
    ['an amount', { holdFen: 6_222_028_872_946_788_639n }],
    ['a row number', { id: 6_222_028_872_946_788_639n.toString().slice(0, 15) }],
    ['a business number', { number: 'PO-2026-11-6222028872946788639' }],
    ['a hash', { sha256: '6222028872946788639a'.repeat(3) }],
  ])('leaves %s as it is', (_what, state) => {
    expect(stateText(state, 'test')).toBe(
      JSON.stringify(state, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
    );
  });

  it.each([
    ['a day', '100001202611260001', '**************0001'],
    ['a telephone number', '13800138000', '*******8000'],
  ])('stars a number that a bank or an office gave and that reads as %s of a person', (_what, given, told) => {
    const state = { bankSerial: given, reference: given };
    expect(JSON.parse(stateText(state, 'deposit.record') ?? '')).toEqual({ bankSerial: told, reference: told });
  });

  it('refuses what is too large', () => {
    expect(() => stateText({ text: 'a'.repeat(70_000) }, 'test')).toThrow(/larger than/);
  });
});

describe('the reason of an entry', () => {
  it.each([
    ['an identity number', '张三身份证11010519491231002X不符'],
    ['a mobile number', '已电话13800138000核实'],
    ['one in groups', '已电话 138-0013-8000 核实'],
    ['one with its country', '请联系+86 138 0013 8000'],
    ['a bank card', '卡号6222 0288 7294 6788 639已注销'],
    ['a bank card in one piece', '换卡6228480402564890018'],
  ])('with %s is refused and not quoted', (_name, reason) => {
    expect(() => reasonOf(reason, 'worker.suspend')).toThrow(/personal number/);
    expect(() => reasonOf(reason, 'worker.suspend')).not.toThrow(/138|110105|6222/);
  });

  it.each([
    '批次 PC20261122000001 金额 17499999999 分有误',
    '按合同 HT-20261122-0000017 第 3 条',
    '2026-11-22 至 2026-12-31 停用',
    '流水 2026112200000001 重复',
    'trace 6f1d2c3b-1380-4138-8000-1380013800a1',
  ])('with business numbers passes: %s', (reason) => {
    expect(reasonOf(reason, 'batch.cancel')).toBe(reason);
  });
});
