import { sessionOf } from './token';

const token = (payload: object): string => `x.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.y`;

describe('the session of a token', () => {
  it('stays the same where the token is renewed, and differs for another sign-in', () => {
    const first = token({ id: 1, sid: 'a', iat: 1, note: '灵工？' });
    expect(sessionOf(token({ id: 1, sid: 'a', iat: 2 }))).toBe(sessionOf(first));
    expect(sessionOf(token({ id: 1, sid: 'b', iat: 2 }))).not.toBe(sessionOf(first));
    expect(sessionOf(null)).toBeNull();
    expect(sessionOf('unreadable')).toBe('unreadable');
  });
});
