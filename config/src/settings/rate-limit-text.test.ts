import { rateLimits } from '../access/rate-limits';
import { rateLimitText } from './rate-limit-text';

describe('RATE_LIMITS', () => {
  it('changes what it names and nothing else', () => {
    expect(rateLimitText.parse('sign-in=120/60, public=300/30')).toEqual({
      ...rateLimits,
      'sign-in': { points: 120, seconds: 60 },
      public: { points: 300, seconds: 30 },
    });
    expect(rateLimitText.parse('')).toEqual(rateLimits);
  });

  it.each(['sign-in=0/60', 'sign-in=5/0', 'nothing=5/60', 'sign-in', 'sign-in=off', 'sign-in=-1/60'])(
    'is no off-switch and no guess: %s',
    (text) => expect(rateLimitText.safeParse(text).success).toBe(false),
  );
});
