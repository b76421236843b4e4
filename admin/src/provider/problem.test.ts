import { traceOf } from './problem';

it('names the number of the log for faults only: a refusal says itself what to do', () => {
  expect(traceOf({ status: 422, traceId: 'a1' })).toBeUndefined();
  expect(traceOf({ status: 503, traceId: 'a1' })).toBe('a1');
  expect(traceOf({ traceId: 'a1' })).toBe('a1');
});
