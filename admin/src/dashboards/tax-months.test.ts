import { boardMonths } from './tax-months';

const month = (name: string, state: 'open' | 'closed' | 'filed' | 'paid') => ({ month: name, state });

describe('the months of the tax board', () => {
  it('keeps the month to file apart from the present one', () => {
    const { current, waiting } = boardMonths([
      month('2026-09', 'paid'),
      month('2026-10', 'closed'),
      month('2026-11', 'open'),
    ]);
    expect([current?.month, waiting?.month]).toEqual(['2026-11', '2026-10']);
  });

  it('has one month only where the earlier are filed', () => {
    const { current, waiting } = boardMonths([month('2026-10', 'filed'), month('2026-11', 'open')]);
    expect(current).toBe(waiting);
  });

  it('is empty before the first payment', () => {
    expect(boardMonths([])).toEqual({ current: undefined, waiting: undefined });
  });
});
