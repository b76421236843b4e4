import { onWritten, tellWritten } from './writes';

describe('a change that the server has taken', () => {
  it('reaches every listener until it stops listening', () => {
    const first = jest.fn();
    const second = jest.fn();
    const stop = onWritten(first);
    const stopSecond = onWritten(second);
    tellWritten();
    stop();
    tellWritten();
    stopSecond();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
  });
});
