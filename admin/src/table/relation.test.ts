import { isRelation, nameOfRow, relationOf } from './relation';

describe('what a link has narrowed a list to', () => {
  it('goes by the name that people use', () => {
    expect(nameOfRow({ id: 1, number: 'E-1', name: '湘江同城配送有限公司', uscc: '9143' })).toBe(
      '湘江同城配送有限公司',
    );
    expect(nameOfRow({ id: 1, number: 'TK-1', title: '十二月配送' })).toBe('十二月配送');
    expect(nameOfRow({ id: 1, number: 'W-2026-11-0001', name: '张*' })).toBe('W-2026-11-0001');
    expect(nameOfRow({ id: 1 })).toBeUndefined();
  });

  it('is known by its filter', () => {
    expect(relationOf('enterpriseId')).toBe('enterprises');
    expect(relationOf('unknownId')).toBeUndefined();
    expect(['id', 'batchId', 'state'].map(isRelation)).toEqual([true, true, false]);
  });
});
