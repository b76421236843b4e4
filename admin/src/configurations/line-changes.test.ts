import fc from 'fast-check';
import { lineChanges } from './line-changes';

describe('paragraphs of two texts', () => {
  it('stay, go and come', () => {
    expect(lineChanges('a\nb\nc', 'a\nx\nc\nd')).toEqual([
      { change: 'kept', text: 'a' },
      { change: 'removed', text: 'b' },
      { change: 'added', text: 'x' },
      { change: 'kept', text: 'c' },
      { change: 'added', text: 'd' },
    ]);
  });

  it('are not compared where there is one alone, or too many', () => {
    expect(lineChanges('一', '二')).toBeUndefined();
    expect(lineChanges('a\n'.repeat(401), 'a')).toBeUndefined();
  });

  it('give back both texts, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(text, text, (old, now) => {
        const changes = lineChanges(old.join('\n'), now.join('\n')) ?? [];
        const without = (change: string) => changes.filter((one) => one.change !== change).map((one) => one.text);
        expect(without('added')).toEqual(old);
        expect(without('removed')).toEqual(now);
      }),
    );
  });
});
