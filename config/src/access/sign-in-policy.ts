/** Limits of sign-in (登录策略, GB/T 22239-2019 8.1.4.1 a-b). */
export const signInPolicy = {
  /** Shortest password, in characters. */
  passwordLengthMin: 12,
  /** Longest password, in characters: hashing has to be bounded. */
  passwordLengthMax: 128,
  /** Classes of characters (upper, lower, digit, other) that a password must hold. */
  passwordClassesMin: 3,
  /** Wrong passwords in a row before the first lock. */
  failuresBeforeLock: 5,
  /** Length of the first lock; each further failure doubles it. */
  firstLockSeconds: 60,
  /** Longest lock. */
  lockSecondsMax: 1_800,
  /** A session ends after so long without a request. */
  sessionIdleMinutes: 30,
  /** A session ends at the latest so long after sign-in. */
  sessionHours: 8,
} as const;

export type SignInPolicy = typeof signInPolicy;
