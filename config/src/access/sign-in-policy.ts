/** Limits of sign-in (登录策略, GB/T 22239-2019 8.1.4.1 a-b). */
export const signInPolicy = {
  /** Shortest password, in characters. */
  passwordLengthMin: 12,
  /** Longest password, in characters: hashing has to be bounded. */
  passwordLengthMax: 128,
  /** Classes of characters (upper, lower, digit, other) that a password must hold. */
  passwordClassesMin: 3,
  /** A password is one's own for so long; then the next sign-in changes it. */
  passwordDays: 90,
  /** So many passwords before the present one are not taken again. */
  formerPasswords: 5,
  /** Wrong passwords in a row before the first lock. */
  failuresBeforeLock: 5,
  /** Length of the first lock; each further failure doubles it. */
  firstLockSeconds: 60,
  /** Longest lock. */
  lockSecondsMax: 1_800,
  /** A code that gives a new password is good for so long, and takes so many tries. */
  resetMinutes: 10,
  resetTriesMax: 5,
  /** A request that nobody can send a code for waits so long for the security administrator. */
  resetWaitsDays: 7,
  /** The two halves of a set-up code are good for so long once it is approved. */
  setUpHours: 72,
  /** An account of staff or of an administrator that nobody used for so long is blocked (domain.md 8.4). */
  unusedDays: 90,
  /** So long before, the list of accounts says so. */
  unusedNoticeDays: 7,
  /** A session ends after so long without a request. */
  sessionIdleMinutes: 30,
  /** A session ends at the latest so long after sign-in. */
  sessionHours: 8,
  /** A bearer token is good for so long; a session that goes on renews it. */
  tokenMinutes: 60,
  /** After the right password, so long is left to give the code of the second factor. */
  challengeMinutes: 5,
  /** Codes that one challenge takes; then one signs in anew. */
  challengeTriesMax: 5,
  /** Recovery codes that are given out together. */
  recoveryCodes: 10,
  /** What changes who one is taken for needs a second factor that was passed no longer ago. */
  freshFactorMinutes: 30,
  /** The most dangerous acts (`stepUp` of the matrix) need one that was passed no longer ago. */
  stepUpMinutes: 5,
} as const;

export type SignInPolicy = typeof signInPolicy;
