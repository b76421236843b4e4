import { axisOf } from './axis';

describe('a money axis', () => {
  it.each([
    [0, 100_000, { key: 'yuan', count: '0' }],
    [50_000, 100_000, { key: 'yuan', count: '500' }],
    [0, 9_000_000, { key: 'yuan', count: '0' }],
    [123_400, 3_999_999, { key: 'yuan', count: '1,234' }],
    [2_500_000, 9_000_000, { key: 'tenThousand', count: '2.5' }],
    [1_000_000_000, 1_000_000_000, { key: 'tenThousand', count: '1,000' }],
  ])('%p fen below bars of %p', (fen, highest, tick) => {
    expect(axisOf(fen, highest, 'zh')).toEqual(tick);
  });

  it('counts thousands in English', () => {
    expect(axisOf(2_500_000, 9_000_000, 'en')).toEqual({ key: 'thousand', count: '25' });
    expect(axisOf(1_000_000_000, 1_000_000_000, 'en')).toEqual({ key: 'thousand', count: '10,000' });
    expect(axisOf(50_000, 100_000, 'en')).toEqual({ key: 'yuan', count: '500' });
  });
});
