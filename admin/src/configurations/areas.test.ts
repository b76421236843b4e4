import { areasOf, shortName } from './areas';

it('makes a new form one that stands by itself: nobody asks for another form of an operation', () => {
  expect(areasOf('form')).toEqual(['forms']);
  expect(areasOf('decision-table')).toContain('risk');
  expect(areasOf('decision-table')).not.toContain('forms');
});

describe('the short name of a configuration', () => {
  it('is made of the English name, so that nobody types codes', () => {
    expect(shortName('Phone interview (2026)')).toBe('phone-interview-2026');
    expect(shortName('  9 lives – of a cat ')).toBe('lives-of-a-cat');
    expect(shortName('电话回访')).toBe('');
  });

  it('is bounded and ends with a letter or a digit', () => {
    const long = shortName(`${'a'.repeat(59)} b`);
    expect(long).toBe('a'.repeat(59));
  });
});
