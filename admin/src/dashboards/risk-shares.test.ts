import { falseShare, heatOf } from './risk-shares';

describe('figures of the risk board', () => {
  it('tell the share of false alarms of what was decided', () => {
    expect(falseShare({ confirmed: 2, falseAlarms: 1, unclear: 0 })).toBe('33%');
    expect(falseShare({ confirmed: 0, falseAlarms: 0, unclear: 3 })).toBe('0%');
    expect(falseShare({ confirmed: 0, falseAlarms: 0, unclear: 0 })).toBeUndefined();
  });

  it('put hours into a week of parts of two hours, and lose none', () => {
    const heat = heatOf([
      { weekday: 1, hour: 0, count: 2 },
      { weekday: 1, hour: 1, count: 3 },
      { weekday: 7, hour: 23, count: 4 },
    ]);
    expect([heat[0]?.[0], heat[6]?.[11]]).toEqual([5, 4]);
    expect(heat.flat().reduce((sum, count) => sum + count, 0)).toBe(9);
  });
});
