import { healthOf } from './channel-health';

describe('how a channel does', () => {
  it('is what it paid of what it answered; what waits says nothing', () => {
    const states = [
      { state: 'settled', count: 95 },
      { state: 'rejected', count: 3 },
      { state: 'returned', count: 2 },
      { state: 'sent', count: 40 },
    ];
    expect(healthOf({ channel: 'sandbox-bank', states })).toEqual({
      ...{ channel: 'sandbox-bank', sent: 140, settled: 95, waiting: 40, refused: 3, returned: 2, settledShare: 9500 },
    });
    expect(healthOf({ channel: 'x', states: [{ state: 'sent', count: 1 }] }).settledShare).toBeUndefined();
  });

  it('never says all of it where something was refused', () => {
    const states = [
      { state: 'settled', count: 999_999 },
      { state: 'rejected', count: 1 },
    ];
    expect(healthOf({ channel: 'x', states }).settledShare).toBe(9999);
  });
});
