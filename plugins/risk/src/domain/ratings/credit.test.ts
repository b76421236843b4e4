import { creditChanges, isGraveChange, registerStateOf, type CreditFacts } from '.';

describe('the words of registers', () => {
  it.each([
    ['存续（在营、开业、在册）', 'standing'],
    ['在业', 'standing'],
    ['吊销，未注销', 'revoked'],
    ['存续（吊销）', 'revoked'],
    ['注销', 'cancelled'],
    ['列入经营异常名录', 'abnormal'],
    ['迁出', 'moved'],
    ['清算', 'closed'],
    ['责令关闭', 'closed'],
    ['', 'unknown'],
    ['Normal', 'unknown'],
  ])('reads 「%s」 as %s', (raw, state) => {
    expect(registerStateOf(raw)).toBe(state);
  });
});

describe('what another look found changed (R2.3)', () => {
  const facts: CreditFacts = {
    state: 'standing',
    nameAgrees: true,
    representativeAgrees: true,
    capital: '100 万',
    scopeSha256: 'a',
    foundedOn: '2018-06-01',
    dishonest: false,
    abnormal: null,
    lawsuits: 0,
  };

  it('names each field with what it was and is', () => {
    expect(creditChanges(facts, { ...facts, state: 'revoked', lawsuits: 2 })).toEqual([
      { field: 'state', before: 'standing', after: 'revoked' },
      { field: 'lawsuits', before: 0, after: 2 },
    ]);
  });

  it('takes what a source does not tell for no change', () => {
    expect(creditChanges(facts, { ...facts, dishonest: null, abnormal: true })).toEqual([]);
  });

  it('tells what is grave from what is not', () => {
    expect(isGraveChange({ field: 'state', before: 'revoked', after: 'standing' })).toBe(false);
    expect(isGraveChange({ field: 'state', before: 'standing', after: 'moved' })).toBe(true);
    expect(isGraveChange({ field: 'dishonest', before: false, after: true })).toBe(true);
    expect(isGraveChange({ field: 'capital', before: '1', after: '2' })).toBe(false);
  });
});
