import { isSpent, newKey } from './key';
import { ProblemError, UnreachableError } from './problem';

const refusal = (status: number, code: string): ProblemError => new ProblemError({ status, code, title: code });

describe('the key of an intention', () => {
  it('is spent where the server refused what was sent, so that the corrected input is taken', () => {
    expect(isSpent(refusal(422, 'form-refused'))).toBe(true);
    expect(isSpent(refusal(409, 'form-record-changed'))).toBe(true);
  });

  it.each([
    new UnreachableError(),
    refusal(503, 'busy'),
    refusal(409, 'idempotency-in-progress'),
    refusal(409, 'idempotency-outcome-unknown'),
    new Error('problem.server'),
  ])('stays where nobody knows what became of it: %p', (error) => {
    expect(isSpent(error)).toBe(false);
  });

  it('is another each time', () => {
    expect(newKey()).not.toBe(newKey());
  });
});
