import fc from 'fast-check';
import { foldStory, type StoryEntry } from './fold-timeline';

const entry = (id: number, before: unknown, after: unknown, more: Partial<StoryEntry> = {}): StoryEntry => ({
  id: BigInt(id),
  action: 'task.change',
  outcome: 'done',
  before,
  after,
  ...more,
});
const valuesOf = (entries: readonly StoryEntry[]) =>
  Object.fromEntries(foldStory(entries).fields.map(({ field, value }) => [field, value]));

type State = Record<string, number>;
/** A true history: each step changes some fields, and its entry tells those fields before and after. */
const history = fc
  .array(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer(), { minKeys: 1 }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((steps) => {
    let state: State = {};
    const entries = steps.map((change, index) => {
      const before = Object.fromEntries(Object.keys(change).flatMap((k) => (k in state ? [[k, state[k]]] : [])));
      state = { ...state, ...change };
      return entry(index + 1, before, change);
    });
    return { entries, state };
  });

describe('the replay of a story', () => {
  it('gives the state that the history led to, at any point, and finds no contradiction in it', () => {
    fc.assert(
      fc.property(history, ({ entries, state }) => {
        expect(valuesOf(entries)).toEqual(state);
        for (let until = 0; until <= entries.length; until += 1)
          expect(foldStory(entries.slice(0, until)).contradictions).toEqual([]);
      }),
    );
  });

  it('marks the first entry that found another state than the log had told, wherever an entry is left out', () => {
    fc.assert(
      fc.property(history, fc.nat(), ({ entries }, pick) => {
        const gone = pick % entries.length;
        const rest = entries.filter((_, index) => index !== gone);
        const whole = foldStory(entries.slice(0, gone));
        const lost = entries[gone];
        const changed = Object.entries(lost?.after as State).filter(
          ([field, value]) =>
            whole.fields.some((told) => told.field === field && told.value !== value) &&
            entries.slice(gone + 1).some(({ before }) => field in (before as State)),
        );
        const fields = new Set(foldStory(rest).contradictions.map(({ field }) => field));
        expect([...fields].sort()).toEqual(changed.map(([field]) => field).sort());
      }),
    );
  });

  it('names the entry, the field and both values', () => {
    const entries = [entry(1, undefined, { state: 'draft' }), entry(2, { state: 'submitted' }, { state: 'approved' })];
    expect(foldStory(entries)).toEqual({
      fields: [{ field: 'state', value: 'approved', entryId: 2n, bypassNo: null }],
      contradictions: [{ entryId: 2n, field: 'state', expected: 'draft', found: 'submitted' }],
    });
  });

  it('leaves out what was refused, what failed, and looks', () => {
    const entries = [
      entry(1, undefined, { state: 'draft' }),
      entry(2, undefined, { state: 'gone' }, { outcome: 'refused' }),
      entry(3, undefined, { purpose: 'contract-text' }, { action: 'sensitive.read' }),
    ];
    expect(valuesOf(entries)).toEqual({ state: 'draft' });
  });

  it('takes amounts as numbers and as text, and keys in any order, for the same', () => {
    const entries = [
      entry(1, null, { fen: '120', of: { a: 1, b: [2] } }),
      entry(2, { fen: 120, of: { b: [2], a: 1 } }, {}),
    ];
    expect(foldStory(entries).contradictions).toEqual([]);
  });

  it('finds nothing in states that are no objects', () => {
    expect(foldStory([entry(1, 'x', ['y'])])).toEqual({ fields: [], contradictions: [] });
  });

  it('takes over what went past the application at its place, and calls what it explains no contradiction', () => {
    const past = (operation: string, before: unknown, after: unknown) => ({ bypassNo: 9n, operation, before, after });
    const created = entry(1, null, { state: 'draft', stateReason: null, isUrgent: false });
    const changed = past(
      'update',
      { state: 'draft', is_urgent: 'f', due_at: null },
      { state: 'approved', is_urgent: 't', due_at: '2026-11-26 03:04:05.5+00' },
    );
    const found = { state: 'approved', isUrgent: true, dueAt: '2026-11-26T03:04:05.500Z' };
    const story = foldStory([created, changed, entry(2, found, { state: 'closed' })]);
    expect(story.contradictions).toEqual([]);
    expect(story.fields).toContainEqual({ field: 'state', value: 'closed', entryId: 2n, bypassNo: null });
    expect(story.fields).toContainEqual({ field: 'isUrgent', value: 't', entryId: null, bypassNo: 9n });
    expect(foldStory([created, entry(2, found, { state: 'closed' })]).contradictions).toHaveLength(2);
    expect(foldStory([created, past('delete', { state: 'draft' }, null)]).fields).toContainEqual({
      field: 'state',
      value: null,
      entryId: null,
      bypassNo: 9n,
    });
    expect(foldStory([created, past('truncate', null, null)]).fields.map(({ value }) => value)).toEqual([
      null,
      null,
      null,
    ]);
  });
});
