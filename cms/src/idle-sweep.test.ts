import { sweepWhenIdle } from './idle-sweep';

const mb = 1024 ** 2;

describe('memory of an idle process', () => {
  let busy = 0;
  let held = 0;
  const sweep = jest.fn(() => (held = 100 * mb));

  beforeEach(() => {
    jest.useFakeTimers();
    sweep.mockClear();
    sweepWhenIdle(sweep, { busy: () => busy, held: () => held });
  });
  afterEach(() => jest.useRealTimers());

  it('is swept once it is idle and holds what it held not before', () => {
    busy = 0.4;
    held = 300 * mb;
    jest.advanceTimersByTime(60_000);
    expect(sweep).not.toHaveBeenCalled();
    busy = 0.01;
    jest.advanceTimersByTime(60_000);
    expect(sweep).toHaveBeenCalledTimes(1);
    held = 110 * mb;
    jest.advanceTimersByTime(60_000);
    expect(sweep).toHaveBeenCalledTimes(1);
    held = 150 * mb;
    jest.advanceTimersByTime(15_000);
    expect(sweep).toHaveBeenCalledTimes(2);
  });

  it('is left alone where V8 does not hand out its sweep', () => {
    sweepWhenIdle(undefined, { busy: () => 0, held: () => Number.MAX_SAFE_INTEGER });
    expect(jest.getTimerCount()).toBe(1);
  });
});
