import * as fc from 'fast-check';
import { withoutFields } from './answer-mask';

describe('an answer without hidden fields', () => {
  it('has none of them, in rows, lists and objects of objects', () => {
    const answer = { items: [{ id: 1, feeFen: 5n, deep: { feeFen: 6n, at: 7 } }], feeFen: 8n };
    expect(withoutFields(answer, new Set(['feeFen']))).toEqual({ items: [{ id: 1, deep: { at: 7 } }] });
  });

  it('keeps instants, whole numbers and buffers as they are', () => {
    const at = new Date('2026-11-26T00:00:00Z');
    const bytes = Buffer.from('x');
    const kept = withoutFields({ at, bytes, fen: 10n, none: null }, new Set(['secret'])) as Record<string, unknown>;
    expect(kept['at']).toBe(at);
    expect(kept['bytes']).toBe(bytes);
    expect(kept).toEqual({ at, bytes, fen: 10n, none: null });
  });

  it('takes nothing else and leaves the answer itself alone', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const before: unknown = JSON.parse(text);
        expect(withoutFields(before, new Set(['not there'])) ?? null).toEqual(before);
        const masked = JSON.stringify(withoutFields(before, new Set(['a', ''])) ?? null);
        const names: string[] = [];
        JSON.parse(masked, (name, value: unknown) => (names.push(name), value));
        // The reviver is called for the root with an empty name, once.
        expect(names.filter((name) => name === 'a')).toEqual([]);
        expect(JSON.stringify(before)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });
});
