import { enterpriseChange } from './enterprises';

describe('a change of an enterprise', () => {
  // Else it would note that somebody agreed where nobody is named: a handler goes by taking his consent back.
  it.each([null, '', ' '])('names no handler by %j', (contactName) => {
    expect(enterpriseChange.safeParse({ contactName }).success).toBe(false);
  });

  it('names one by his name', () => {
    expect(enterpriseChange.safeParse({ contactName: '赵六' }).success).toBe(true);
  });
});
