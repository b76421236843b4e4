import type { ConsoleDataProvider } from '../provider';
import { findWorkers, numbersOf, someOf } from './worker-numbers';

const known: Readonly<Record<string, number>> = { 'W-1': 11, 'W-12': 12 };
const provider = {
  getList: (_resource: string, { filter }: { filter: { number: string } }) =>
    Promise.resolve({
      data: Object.entries(known)
        .filter(([number]) => number.startsWith(filter.number))
        .map(([number, id]) => ({ id, number })),
      total: 0,
    }),
} as unknown as ConsoleDataProvider;

describe('worker numbers as they are pasted', () => {
  it('takes lines, commas of both widths and blanks, each number once', () => {
    expect(numbersOf('W-1\r\nW-2，W-3;W-1、W-4 ')).toEqual(['W-1', 'W-2', 'W-3', 'W-4']);
  });

  it('tells which numbers are nobody’s; the beginning of a number is not the number', async () => {
    expect(await findWorkers(provider, ['W-12', 'W-9', 'W-1', 'W'])).toEqual({ ids: [12, 11], unknown: ['W-9', 'W'] });
  });

  it('names the first of many', () => {
    expect(someOf(['W-1', 'W-2'])).toBe('W-1、W-2');
    expect(someOf(['1', '2', '3', '4', '5', '6'])).toBe('1、2、3、4、5…');
  });
});
