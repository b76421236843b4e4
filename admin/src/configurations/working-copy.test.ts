import type { Json } from '@linggong/studio/domain';
import { copyOf, differs, readCopy, unsavedAfter, writeCopy, type WorkingCopy } from './working-copy';
import type { VersionRecord } from './configuration';

const copy: WorkingCopy = {
  revision: 3,
  content: { rows: [1] },
  cases: [{ name: 'a', input: 1, expect: 2 }],
  note: '',
};

function place(full = false) {
  const stored = new Map<string, string>();
  return {
    stored,
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      stored.set(name, value);
    },
    removeItem: (name: string) => {
      stored.delete(name);
    },
  };
}

describe('what was changed and not saved (R13.1)', () => {
  it('is found again in the same tab, with the revision that it began with', () => {
    const tab = place();
    writeCopy(tab, 'x', copy);
    expect(readCopy(tab, 'x')).toEqual(copy);
    expect(readCopy(tab, 'y')).toBeUndefined();
  });

  it('is nothing where it cannot be read', () => {
    const tab = place();
    for (const broken of ['', '{', '[]', '{"revision":1}', '{"revision":1,"note":"","cases":{}}']) {
      tab.stored.set('x', broken);
      expect(readCopy(tab, 'x')).toBeUndefined();
    }
  });

  it('is not kept where there is no room, rather than kept in its older form', () => {
    const tab = place(true);
    tab.stored.set('x', JSON.stringify(copy));
    writeCopy(tab, 'x', { ...copy, note: 'newer' });
    expect(readCopy(tab, 'x')).toBeUndefined();
  });

  it('differs by what it says, not by the revision', () => {
    expect(differs(copy, { ...copy })).toBe(false);
    expect(differs({ ...copy, note: 'why' }, copy)).toBe(true);
    // A version holds more than a copy of it.
    const version = { ...copy, versionNo: 1, state: 'draft' } as unknown as VersionRecord;
    expect(copyOf(version)).toEqual(copy);
  });

  it('does not differ by the order of names, which no one stores, nor by a name without a value', () => {
    const saved = { ...copy, content: { rows: [{ id: 'a', cells: { x: 1, y: { from: 2 } } }], hitPolicy: 'first' } };
    const typed = { hitPolicy: 'first', rows: [{ cells: { y: { from: 2 }, x: 1 }, id: 'a', note: undefined }] };
    expect(differs({ ...saved, content: typed as unknown as Json }, saved)).toBe(false);
    expect(differs({ ...saved, content: { ...typed, rows: [] } as unknown as Json }, saved)).toBe(true);
  });

  it.each([
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [{ a: 1 }, { a: '1' }],
    [{ a: {} }, { a: [] }],
    [{ a: null }, { b: null }],
    [null, {}],
  ] as [Json, Json][])('differs in %j against %j', (content, other) => {
    expect(differs({ ...copy, content }, { ...copy, content: other })).toBe(true);
    expect(differs({ ...copy, content: other }, { ...copy, content })).toBe(true);
  });
});

describe('what is unsaved once a copy was saved', () => {
  const saved = { revision: 4 };

  it('is nothing where nothing was typed meanwhile, or what was typed was taken back', () => {
    expect(unsavedAfter(copy, copy, saved)).toBeUndefined();
    expect(unsavedAfter({ ...copy }, copy, saved)).toBeUndefined();
    expect(unsavedAfter(undefined, copy, saved)).toBeUndefined();
  });

  it('is all that was typed meanwhile, on top of what is saved now', () => {
    expect(unsavedAfter({ ...copy, note: 'more' }, copy, saved)).toEqual({ ...copy, note: 'more', revision: 4 });
  });
});
