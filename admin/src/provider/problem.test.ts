import { problemOf, traceOf } from './problem';

it('names the number of the log for faults only: a refusal says itself what to do', () => {
  expect(traceOf({ status: 422, traceId: 'a1' })).toBeUndefined();
  expect(traceOf({ status: 503, traceId: 'a1' })).toBe('a1');
  expect(traceOf({ traceId: 'a1' })).toBe('a1');
});

it('says of a server that does not answer what became of the call, and of another fault that it failed', () => {
  expect([502, 503, 504, 500, 429].map((status) => problemOf(status, undefined).title)).toEqual([
    'problem.unavailable',
    'problem.unavailable',
    'problem.unavailable',
    'problem.server',
    'problem.tooMany',
  ]);
  expect(problemOf(503, { title: '身份核验暂时没有答复' }).title).toBe('身份核验暂时没有答复');
});
