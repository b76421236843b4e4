import { countOf, isKept, moneyOf, troubleOf, type FormField } from './form-checks';

const money: FormField = { name: 'unitPriceFen', kind: 'money', required: true };
const fault = (field: FormField, value: string, more = {}): string | undefined => {
  const trouble = troubleOf(field, { [field.name]: value, ...more });
  return trouble !== undefined && 'key' in trouble ? trouble.key : undefined;
};

describe('amounts in forms', () => {
  it.each([
    ['1,000', 100_000n],
    ['1，234,567.5', 123_456_750n],
    ['1000.50', 100_050n],
    [' 7 ', 700n],
    ['１２３４．５０', 123_450n],
    ['￥1 234.50元', 123_450n],
  ])('%s is an amount', (text, fen) => {
    expect(moneyOf(text)).toEqual({ ok: true, fen });
  });

  it.each([
    ['100.555', 'form.fault.fraction'],
    ['1,00', 'form.fault.money'],
    ['一百', 'form.fault.money'],
    ['-1', 'form.fault.negative'],
    ['', 'ra.validation.required'],
  ])('%p is told for what it is', (text, key) => {
    expect(fault(money, text)).toBe(key);
  });

  it('counts people whole, grouped or not', () => {
    expect([countOf('1,000'), countOf('12'), countOf('1.5'), countOf('十')]).toEqual([1000, 12, undefined, undefined]);
    expect(fault({ name: 'headcount', kind: 'count' }, '1.5')).toBe('form.fault.count');
  });
});

describe('days in forms', () => {
  const end: FormField = { name: 'endsOn', kind: 'date', notBefore: 'startsOn' };

  it('must exist, and not lie before the first', () => {
    expect(fault(end, '2026-02-30')).toBe('form.fault.day');
    expect(troubleOf(end, { endsOn: '2026-11-01', startsOn: '2026-11-02' })).toEqual({
      key: 'form.fault.before',
      other: 'startsOn',
    });
    expect(fault(end, '2026-11-02', { startsOn: '2026-11-02' })).toBeUndefined();
    expect(fault(end, '')).toBeUndefined();
  });
});

describe('what a draft keeps', () => {
  it('is never a text that may name a person, unless it is said to be none', () => {
    expect(isKept({ name: 'identityNumber' })).toBe(false);
    expect(isKept({ name: 'note', kind: 'long' })).toBe(false);
    expect(isKept({ name: 'newPassword', kind: 'password' })).toBe(false);
    expect(isKept({ name: 'title', kept: true })).toBe(true);
    expect(isKept(money)).toBe(true);
  });
});

describe('choices in forms', () => {
  const reach: FormField = {
    name: 'reach',
    kind: 'choice',
    required: true,
    choices: ({ resource }) => (resource === 'order' ? [{ value: 'worker', label: '' }] : []),
  };

  it('that an earlier answer has ruled out are not chosen', () => {
    expect(fault(reach, 'worker', { resource: 'order' })).toBeUndefined();
    expect(fault(reach, 'worker', { resource: 'tax-record' })).toBe('ra.validation.required');
  });
});

describe('identifiers in forms', () => {
  const identity: FormField = {
    name: 'identityNumber',
    kind: 'code',
    code: ({ identityKind }) => (identityKind === 'foreign-pr-card' ? 'foreign-pr-card' : 'resident-id'),
  };

  it('are checked by the kind that another answer says', () => {
    const number = { identityNumber: '911124198108030024' };
    expect(troubleOf(identity, number)).toMatchObject({ text: { zh: '省级地区代码不存在' } });
    expect(troubleOf(identity, { ...number, identityKind: 'foreign-pr-card' })).toBeUndefined();
  });
});
