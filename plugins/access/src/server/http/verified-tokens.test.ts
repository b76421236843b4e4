import { VerifiedTokens } from './verified-tokens';

const now = new Date('2026-11-27T00:00:00Z');
const exp = now.getTime() / 1_000 + 60;

describe('tokens that were verified', () => {
  it('are known by their very text until they end', () => {
    const tokens = new VerifiedTokens();
    expect(tokens.sessionOf('a', now)).toBeUndefined();
    expect(tokens.keep('a', { sid: 'session', exp })).toBe('session');
    expect(tokens.sessionOf('a', now)).toBe('session');
    expect(tokens.sessionOf('A', now)).toBeUndefined();
    expect(tokens.sessionOf('a', new Date(exp * 1_000))).toBeUndefined();
  });

  it('are not kept without a session or an end', () => {
    const tokens = new VerifiedTokens();
    expect(tokens.keep('a', { exp })).toBeUndefined();
    expect(tokens.keep('b', { sid: 'session' })).toBe('session');
    expect([tokens.sessionOf('a', now), tokens.sessionOf('b', now)]).toEqual([undefined, undefined]);
  });

  it('are bounded, the oldest leaves first', () => {
    const tokens = new VerifiedTokens();
    for (let n = 0; n <= 2_000; n += 1) tokens.keep(`t-${n}`, { sid: `s-${n}`, exp });
    expect([tokens.sessionOf('t-0', now), tokens.sessionOf('t-1', now)]).toEqual([undefined, 's-1']);
    expect(tokens.sessionOf('t-2000', now)).toBe('s-2000');
  });
});
