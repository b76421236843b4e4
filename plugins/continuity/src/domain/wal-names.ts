/** Files that PostgreSQL archives: segments of the write-ahead log, backup labels and histories of timelines. */
const archived = /^(?:[0-9A-F]{24}(?:\.partial|\.[0-9A-F]{8}\.backup)?|[0-9A-F]{8}\.history)$/;
const segment = /^[0-9A-F]{24}$/;
const stored = /^(?<file>[0-9A-F]{8,24}(?:\.(?:partial|history|[0-9A-F]{8}\.backup))?)\.(?<sha256>[0-9a-f]{64})$/;

export function isArchivedFile(name: string): boolean {
  return archived.test(name);
}

export function isSegment(name: string): boolean {
  return segment.test(name);
}

/** An object of the archive: its name carries the SHA-256 of its bytes, so that it needs no manifest. */
export interface WalObject {
  readonly file: string;
  readonly sha256: string;
}

export function walObjectName(folder: string, { file, sha256 }: WalObject): string {
  return `${folder}/wal/${file}.${sha256}`;
}

/** The last part of an object's name -> what it holds; undefined for a stranger. */
export function walObjectOf(name: string): WalObject | undefined {
  const { file, sha256 } = stored.exec(name.slice(name.lastIndexOf('/') + 1))?.groups ?? {};
  return file === undefined || sha256 === undefined ? undefined : { file, sha256 };
}

/**
 * True where a segment lies before another in the log, on whatever timeline: what lies before the first segment of the oldest
 * kept base backup is needed by nothing. Histories are tiny and stay.
 */
export function isBefore(file: string, first: string): boolean {
  return !file.endsWith('.history') && file.slice(8, 24) < first.slice(8, 24);
}

/** `0/3000028` and its timeline -> the name of the segment that holds it, for segments of the usual 16 MB. */
export function segmentOf(lsn: string, timeline: number, segmentBytes = 16_777_216): string {
  const [high = '0', low = '0'] = lsn.split('/');
  const perLog = 0x1_0000_0000 / segmentBytes;
  const number = Math.floor(parseInt(low, 16) / segmentBytes);
  const all = BigInt(parseInt(high, 16)) * BigInt(perLog) + BigInt(number);
  const hex = (value: number | bigint): string => value.toString(16).toUpperCase().padStart(8, '0');
  return `${hex(timeline)}${hex(all / BigInt(perLog))}${hex(all % BigInt(perLog))}`;
}

/** Every segment from the first to the last of one timeline. @throws RangeError above `countMax` */
export function segmentsBetween(
  first: string,
  last: string,
  segmentBytes = 16_777_216,
  countMax = 1_000_000,
): string[] {
  const perLog = BigInt(0x1_0000_0000 / segmentBytes);
  const place = (name: string): bigint => BigInt(`0x${name.slice(8, 16)}`) * perLog + BigInt(`0x${name.slice(16, 24)}`);
  const [from, to] = [place(first), place(last)];
  if (to - from > BigInt(countMax)) throw new RangeError('too many segments between two places of the log');
  const hex = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0');
  return Array.from({ length: Number(to - from) + 1 }, (_, index) => {
    const at = from + BigInt(index);
    return `${first.slice(0, 8)}${hex(at / perLog)}${hex(at % perLog)}`;
  });
}
