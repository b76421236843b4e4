import fc from 'fast-check';
import { arbitraryOf } from '../fields/arbitrary.fixture';
import type { Json } from '../kind';
import { describedKinds } from './described-kinds';

// A value of an arbitrary of a field is JSON: its leaves are texts, numbers, booleans and null.
const json = (value: unknown): Json => value as Json;

describe.each(describedKinds.map((kind) => [kind.kind, kind] as const))('%s (R13.1)', (_name, kind) => {
  const contents = arbitraryOf(kind.contentField).map(json);

  it('begins with a content of its own shape that is not ready to be checked', () => {
    const blank = kind.blank();
    expect(kind.content.safeParse(blank).success).toBe(true);
    expect(kind.faults(blank)).not.toEqual([]);
    expect(kind.input(blank).safeParse(kind.inputField(blank).empty).success).toBe(true);
  });

  it('is a closed shape', () => {
    const blank = { ...Object(kind.blank()), surprise: 1 };
    expect(kind.content.safeParse(blank).success).toBe(false);
  });

  it('takes every content of its description, and says what is wrong with it where the reader can find it', () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(kind.content.safeParse(content).error?.issues).toBeUndefined();
        for (const { path, text } of [...kind.faults(content), ...kind.hints(content)]) {
          expect(text.zh && text.en).toBeTruthy();
          expect(valueAt(content, path)).toBeDefined();
        }
      }),
      { numRuns: 30 },
    );
  });

  it('tells changes exactly where there are some, and moves nothing that stayed', () => {
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        expect(kind.changes(before, before)).toEqual([]);
        expect(kind.changes(before, after).length > 0).toBe(JSON.stringify(before) !== JSON.stringify(after));
      }),
      { numRuns: 30 },
    );
  });

  it('answers every question on a content without faults, in JSON and in both languages', () => {
    const asked = contents.chain((content) => fc.tuple(fc.constant(content), arbitraryOf(kind.inputField(content))));
    fc.assert(
      fc.property(asked, ([content, question]) => {
        const input = json(question);
        expect(kind.input(content).safeParse(input).error?.issues).toBeUndefined();
        if (kind.faults(content).length > 0) return;
        const { outcome, trace } = kind.evaluate(content, input);
        expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
        for (const { zh, en } of trace) expect(zh && en).toBeTruthy();
      }),
      { numRuns: 100 },
    );
  });
});

function valueAt(content: Json, path: string): unknown {
  if (path === '') return content;
  return path.split('.').reduce<unknown>((value, name) => Object(value)[name], content);
}
