import { problemsOf } from './refused-problems';

const refused = (problems: unknown): unknown => ({ body: { code: 'form-refused', problems } });

describe('problems of a refused form', () => {
  it('tells what the page cannot see itself, at its field', () => {
    const told = refused([
      { field: 'paper', code: 'not-a-file' },
      { field: 'phone', code: 'required' },
    ]);
    expect(problemsOf(told)).toEqual([{ field: 'paper', code: 'not-a-file' }]);
  });

  it.each([undefined, new Error('problem.server'), refused('none'), refused([null, { code: 'not-a-file' }])])(
    'finds none in what is no refusal of a form: %p',
    (refusal) => {
      expect(problemsOf(refusal)).toEqual([]);
    },
  );
});
