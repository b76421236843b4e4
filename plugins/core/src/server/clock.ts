/** The product's clock. Tests and the demo move it; nothing reads the machine's clock past this port. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
