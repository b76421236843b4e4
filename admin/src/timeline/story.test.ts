import { kindOfPage, storyAddress, valueText } from './story';

describe('a story', () => {
  it('belongs to pages whose objects have one', () => {
    expect(kindOfPage('settlement-batches')).toBe('settlement-batch');
    expect(kindOfPage('workers')).toBe('worker');
    expect(kindOfPage('accounts')).toBeUndefined();
  });

  it('has an address, whatever stands in the number', () => {
    expect(storyAddress({ kind: 'payout-file', id: 'PF/1' })).toBe('/timelines/payout-file/PF%2F1');
  });

  it('tells values as text', () => {
    expect([valueText('quoted'), valueText(5), valueText(true), valueText(['a']), valueText(null)]).toEqual([
      'quoted',
      '5',
      'true',
      '["a"]',
      'null',
    ]);
  });
});
