import { provinces } from '@linggong/core/domain';
import { provinceTiles } from './tiles';

describe('map of the provinces', () => {
  it('has each of the 34 provinces once, each in a field of its own', () => {
    // 83 stands in identity numbers only; it is no place.
    expect(provinceTiles.map(({ code }) => code).sort()).toEqual(
      Object.keys(provinces).filter((code) => code !== '83'),
    );
    expect(new Set(provinceTiles.map(({ row, column }) => `${row.toString()}/${column.toString()}`)).size).toBe(34);
  });

  it('calls each by a short name of its own, of three signs or two letters at most', () => {
    expect(
      provinceTiles.filter(({ short }) => !/^\p{Script=Han}{2,3}$/u.test(short.zh) || !/^[A-Z]{2}$/u.test(short.en)),
    ).toEqual([]);
    expect(new Set(provinceTiles.map(({ short }) => short.en)).size).toBe(34);
    const inner = provinceTiles.find(({ code }) => code === '15');
    expect(inner?.short).toEqual({ zh: '内蒙古', en: 'NM' });
  });

  it.each([
    ['the north above the south', '23', '46', 'row'],
    ['the west before the east', '65', '31', 'column'],
    ['Beijing above Hebei', '11', '13', 'row'],
    ['Shaanxi before Shanxi', '61', '14', 'column'],
    ['Guangdong above Hong Kong', '44', '81', 'row'],
    ['Fujian before Taiwan', '35', '71', 'column'],
  ] as const)('puts %s', (_, first, second, along) => {
    const at = (code: string): number => provinceTiles.find((tile) => tile.code === code)?.[along] ?? 0;
    expect(at(first)).toBeLessThan(at(second));
  });
});
