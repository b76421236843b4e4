import { stateText } from './entry-text';

describe('stateText', () => {
  it('keeps masked states and writes bigints as text', () => {
    const state = {
      name: '张*',
      card: '622202*********8639',
      feeFen: 12n,
      sha: 'a1'.repeat(32),
      at: '2026-11-22T03:00:00Z',
    };
    expect(JSON.parse(stateText(state, 'test') ?? '')).toEqual({ ...state, feeFen: '12' });
    expect(stateText(undefined, 'test')).toBeUndefined();
    expect(stateText(null, 'test')).toBeUndefined();
  });

  it.each([
    ['identity number', { identity: '11010519491231002X' }],
    ['mobile number', { phone: '13800138000' }],
  ])('refuses an %s in clear without quoting it', (what, state) => {
    expect(() => stateText(state, 'worker.change')).toThrow(new RegExp(what));
    expect(() => stateText(state, 'worker.change')).not.toThrow(/110105|13800/);
  });

  it('takes an amount of eleven digits for what its name says, not for a mobile number', () => {
    expect(stateText({ holdFen: 17_499_999_999n }, 'test')).toBe('{"holdFen":"17499999999"}');
    expect(() => stateText({ holdFen: 17_499_999_999n, phone: '13800138000' }, 'test')).toThrow(/mobile number/);
  });

  it('refuses what is too large', () => {
    expect(() => stateText({ text: 'a'.repeat(70_000) }, 'test')).toThrow(/larger than/);
  });
});
