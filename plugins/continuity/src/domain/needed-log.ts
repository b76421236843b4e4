import { isBefore } from './wal-names';

/** A kept base backup, and the segments between its start and its stop. */
export interface KeptBase {
  readonly first: string;
  readonly last: string;
  readonly finishedAt: Date;
}

/**
 * Which of the stored log is needed: all of it from the oldest base since that instant on (the newest base at the latest), where
 * any instant can be restored; of an older base only its own segments, with which it comes back as it was when it was made.
 * Without a base nothing says what is needed, and all of it is.
 */
export function neededLog(bases: readonly KeptBase[], since: Date): (file: string) => boolean {
  const [newest] = bases.toSorted((a, b) => b.finishedAt.getTime() - a.finishedAt.getTime());
  if (newest === undefined) return () => true;
  const firsts = bases.filter(({ finishedAt }) => finishedAt >= since).map(({ first }) => first);
  const oldest = [newest.first, ...firsts].reduce((one, other) => (isBefore(other, one) ? other : one));
  return (file) =>
    !isBefore(file, oldest) ||
    bases.some(({ first, last }) => !isBefore(file, first) && file.slice(8, 24) <= last.slice(8, 24));
}
