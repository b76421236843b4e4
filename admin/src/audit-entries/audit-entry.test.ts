import { stateLines } from './audit-entry';

describe('the states of an entry', () => {
  it('stand side by side, field by field', () => {
    expect(stateLines({ state: 'draft', fen: 5 }, { state: 'active', of: [1] })).toEqual([
      { field: 'state', before: 'draft', after: 'active' },
      { field: 'fen', before: '5', after: undefined },
      { field: 'of', before: undefined, after: '[1]' },
    ]);
  });

  it('may be missing, or no objects', () => {
    expect(stateLines(null, undefined)).toEqual([]);
    expect(stateLines(null, 'x')).toEqual([{ field: '', before: undefined, after: 'x' }]);
  });
});
