/** So long may a clear value stand on a screen, in milliseconds. */
export const UNMASK_VISIBLE_MS = 60_000;

/** Values that an account may see within an hour, and from which number on it is unusual. */
export const UNMASK_HOUR_MAX = 20;
export const UNMASK_UNUSUAL_FROM = 11;
