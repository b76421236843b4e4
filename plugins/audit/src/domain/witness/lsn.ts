/** A place in the write-ahead log (LSN) as text: `16/B374D848`. */
export function lsnText(lsn: bigint): string {
  return `${(lsn >> 32n).toString(16)}/${(lsn & 0xffffffffn).toString(16)}`.toUpperCase();
}

/** @throws Error for what is no LSN */
export function lsnOf(text: string): bigint {
  const [high, low, ...rest] = text.split('/');
  if (!high || !low || rest.length > 0) throw new Error('no place in the write-ahead log');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

/** Microseconds between 1970 and 2000, from where PostgreSQL counts. */
const epochMicros = 946_684_800_000_000n;

/** The instant that a message of the replication protocol tells, without its last three digits. */
export function instantOf(micros: bigint): Date {
  return new Date(Number((micros + epochMicros) / 1000n));
}
