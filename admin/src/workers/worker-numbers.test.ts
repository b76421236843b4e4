import type { ConsoleDataProvider } from '../provider';
import { findOwnWorkers, findWorkers, numbersOf, someOf } from './worker-numbers';

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

  it('asks for an enterprise its engagements, which it may read, and no list of workers', async () => {
    const asked: unknown[] = [];
    const own = {
      getList: (resource: string, { filter }: { filter: { workerNumber: string; state: string[] } }) => {
        asked.push([resource, filter.state.includes('cancelled')]);
        const rows = [
          { workerId: 12, workerNumber: 'W-12' },
          { workerId: 11, workerNumber: 'W-1' },
        ];
        return Promise.resolve({
          data: rows.filter(({ workerNumber }) => workerNumber.startsWith(filter.workerNumber)),
          total: 0,
        });
      },
    } as unknown as ConsoleDataProvider;
    expect(await findOwnWorkers(own, ['W-1', 'W-9', 'W-12'])).toEqual({ ids: [11, 12], unknown: ['W-9'] });
    expect(new Set(asked.map(String))).toEqual(new Set(['engagements,false']));
  });

  it('names the first of many', () => {
    expect(someOf(['W-1', 'W-2'], '、')).toBe('W-1、W-2');
    expect(someOf(['1', '2', '3', '4', '5', '6'], ', ')).toBe('1, 2, 3, 4, 5…');
  });
});
