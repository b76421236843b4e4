const minuteMs = 60_000;

/** So long before its end a session says that it will end. */
const warnedMs = 10 * minuteMs;

/** Is the end of the session near enough to be said? */
export function isEnding(endsAtMs: number, nowMs: number): boolean {
  return endsAtMs - nowMs <= warnedMs;
}

/** Minutes until the end, a begun one counted whole; none once it is over. */
export function minutesLeft(endsAtMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((endsAtMs - nowMs) / minuteMs));
}

/** A part of the console that was replaced while the tab was open: the browsers' words for a module that is not there any more. */
export function isOldVersion(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script failed|unable to preload|loading chunk/i.test(error.message)
  );
}
