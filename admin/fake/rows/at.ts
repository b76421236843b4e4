import { businessNumber } from '@linggong/core/domain';

/** The day on which the fake platform stands: its rows are the same on every start. */
export const today = '2026-11-20';

/** An instant so many hours before the evening of that day. */
export const hoursAgo = (hours: number): string =>
  new Date(Date.UTC(2026, 10, 20, 10) - hours * 3_600_000).toISOString();

export const dayAgo = (days: number): string => hoursAgo(days * 24).slice(0, 10);

export const numberOf = (prefix: string, serial: number): string => businessNumber(prefix, today, serial);
