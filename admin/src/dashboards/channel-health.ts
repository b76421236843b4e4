import type { StateCount } from './funnel';

/** How the payments of a channel went. */
export interface ChannelHealth {
  readonly channel: string;
  readonly sent: number;
  readonly settled: number;
  readonly waiting: number;
  readonly refused: number;
  readonly returned: number;
  /** Of what the bank has answered, how much it paid and left paid, in hundredths of a percent; undefined before any answer. */
  readonly settledShare: number | undefined;
}

/** A channel as finance judges it: what waits for an answer says nothing yet. */
export function healthOf({ channel, states }: { channel: string; states: readonly StateCount[] }): ChannelHealth {
  const of = (...wanted: string[]): number =>
    states.filter(({ state }) => wanted.includes(state)).reduce((sum, { count }) => sum + count, 0);
  const [settled, refused, returned] = [of('settled'), of('rejected'), of('returned')];
  const answered = settled + refused + returned;
  return {
    ...{ channel, settled, refused, returned, waiting: of('prepared', 'sent') },
    sent: states.reduce((sum, { count }) => sum + count, 0),
    settledShare: answered === 0 ? undefined : Math.floor((settled * 10_000) / answered),
  };
}
