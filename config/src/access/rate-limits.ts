/** So many calls in so many seconds. */
export interface RateLimit {
  readonly points: number;
  readonly seconds: number;
}

/**
 * Bounds of calls (限流), by network address or, where somebody is signed in, by account. They stand beside the lock of an
 * identifier and are not it: a limit passes by itself, a lock grows. RATE_LIMITS changes them; none can be turned off.
 */
export const rateLimits = {
  /** Sign-ins from one address; an office behind one address signs in together in the morning. */
  'sign-in': { points: 60, seconds: 60 },
  /** Sign-ins with one identifier, right or wrong. */
  'sign-in-identifier': { points: 30, seconds: 600 },
  /** Codes of second factors from one address. */
  'second-factor': { points: 60, seconds: 60 },
  /** Requests for a new password from one address, and for one identifier and telephone together, known or not. */
  'password-reset': { points: 20, seconds: 3_600 },
  'password-reset-identifier': { points: 5, seconds: 3_600 },
  /** Steps of people who register by themselves from one address: a family or a yard behind one address registers together. */
  registration: { points: 60, seconds: 3_600 },
  /** Codes to register that go to one telephone, and checks of one identity number, which cost. */
  'registration-phone': { points: 5, seconds: 3_600 },
  'registration-identity': { points: 6, seconds: 86_400 },
  /** What an account does about its own password and second factor. */
  'own-secret': { points: 30, seconds: 600 },
  /** Searches of an account for the person that a form is about: enough for work, too few to try numbers out. */
  'subject-search': { points: 60, seconds: 600 },
  /** Everything else that anybody may ask without signing in. */
  public: { points: 120, seconds: 60 },
  /** Call-backs of one vendor, which sends them by the thousand when a batch is signed. */
  'call-back': { points: 3_000, seconds: 60 },
} as const satisfies Readonly<Record<string, RateLimit>>;

export type LimitName = keyof typeof rateLimits;

export function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(rateLimits, name);
}
