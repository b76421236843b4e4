import { draftedStates, isAuthor, mayStart, openStates, versionActs } from './life';
import { moves, versionStates } from './version-state';

describe('the life of a version (R13.1)', () => {
  it('lets each act start somewhere, and none where its version has ended', () => {
    for (const act of versionActs) {
      expect([act, versionStates.filter((state) => mayStart(act, state)).length > 0]).toEqual([act, true]);
      expect([act, mayStart(act, 'rolled-back'), mayStart(act, 'discarded')]).toEqual([act, false, false]);
    }
  });

  it('writes while it is drafted, decides while it is submitted, and rolls back what is in force', () => {
    const startsOf = (act: (typeof versionActs)[number]) => versionStates.filter((state) => mayStart(act, state));
    expect(startsOf('edit')).toEqual(draftedStates);
    expect(startsOf('submit')).toEqual(['checked', 'replayed']);
    expect(['approve', 'reject', 'withdraw'].map((act) => startsOf(act as 'approve'))).toEqual(
      Array.from({ length: 3 }, () => ['submitted']),
    );
    expect(startsOf('discard')).toEqual(['draft', 'checked', 'replayed', 'scheduled']);
    expect(startsOf('roll-back')).toEqual(['in-force']);
  });

  it('reaches every state from a draft, and leaves none but by its table', () => {
    const reached = new Set(['draft']);
    for (let round = 0; round < versionStates.length; round += 1)
      for (const state of versionStates) if (reached.has(state)) moves[state].forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual([...versionStates].sort());
    expect(openStates.every((state) => moves[state].length > 0)).toBe(true);
  });

  it('knows everybody who wrote it as its author', () => {
    const authors = { createdBy: 1, updatedBy: 2, submittedBy: 3, writers: [4] };
    expect([1, 2, 3, 4, 5].map((account) => isAuthor(authors, account))).toEqual([true, true, true, true, false]);
    expect(isAuthor({ createdBy: null, updatedBy: null, submittedBy: null, writers: [] }, 1)).toBe(false);
  });
});
