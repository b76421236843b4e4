/** The product's clock. Nothing reads the machine's clock past this port. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock that can be set (fault tests, the demo's past months): it goes on from the given instant at the machine's pace.
 * Moving it moves the product's time only, never the machine's.
 */
export interface ProductClock extends Clock {
  /** Goes on from `instant`; undefined goes back to the machine's time. */
  moveTo(instant: Date | undefined): void;
}

/** @param baseMs the time that it goes by where it was not moved, in ms since 1970: the machine's, but in fault tests */
export function createClock(baseMs: () => number = Date.now): ProductClock {
  let offsetMs = 0;
  return {
    now: () => new Date(baseMs() + offsetMs),
    moveTo(instant) {
      offsetMs = instant ? instant.getTime() - baseMs() : 0;
    },
  };
}
