import { isNothing, problemOf, ProblemError, traceOf } from './problem';

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

it('takes an id that no row can have for a row that is not there, and no other refusal', () => {
  const refused = (status: number, body: object): ProblemError => new ProblemError(problemOf(status, body));
  expect(isNothing(refused(404, {}))).toBe(true);
  expect(isNothing(refused(400, { code: 'input-invalid', field: 'id' }))).toBe(true);
  expect(isNothing(refused(400, { code: 'input-invalid', field: 'amountFen' }))).toBe(false);
  expect(isNothing(refused(400, { code: 'list-query-invalid', field: 'sort' }))).toBe(false);
  expect(isNothing(new Error('problem.server'))).toBe(false);
});
