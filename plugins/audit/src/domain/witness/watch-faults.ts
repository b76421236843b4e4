/** One table, or a part of the watch itself, as the catalog has it now. */
export interface WatchedThing {
  readonly name: string;
  /** Undefined where it is in order. */
  readonly fault: string | null;
  /** Changes when somebody touched it, also where all is as before: switched off and on again, rewritten, emptied. */
  readonly mark: string;
  /** A partition that a new month brought; it is taken under watch within a day. */
  readonly mayBeNew: boolean;
}

/** A change of the watch (监控被改动), to be recorded. */
export interface WatchEvent {
  readonly name: string;
  readonly fault: 'gone' | 'touched' | string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A difference that waits for its explanation. */
export interface PendingThing {
  /** End of the log when it was first seen: what made it is before that. */
  readonly lsn: bigint;
  readonly looks: number;
}

export interface WatchReview {
  readonly events: readonly WatchEvent[];
  /** Marks to keep from now on. */
  readonly baseline: ReadonlyMap<string, string>;
  /** Differences that are not told yet, by name. */
  readonly pending: ReadonlyMap<string, PendingThing>;
}

/** What is known of the log when the catalog is looked at. */
export interface WatchedLog {
  /** Its end. */
  readonly end: bigint;
  /** Everything before is read and stored. */
  readonly read: bigint;
  /** What the platform's own sessions have altered since the baseline (迁移): a migration, a new month. */
  readonly altered: ReadonlySet<string>;
  /** Names that are gone by right: months that left for an archive (归档). */
  readonly left: ReadonlySet<string>;
}

/** Looks (of ten seconds) that a migration is given to take a table under watch that it made or altered. */
const migrationLooks = 30;

/**
 * Compares the watch with what it was. A difference is told once the log has been read up to where it was first seen, and nothing of the
 * platform's own stands there that explains it; a fault, moreover, when it is seen twice in a row.
 * @param baseline marks by name, as kept
 * @param pending differences of the look before
 */
export function reviewWatch(
  things: readonly WatchedThing[],
  baseline: ReadonlyMap<string, string>,
  pending: ReadonlyMap<string, PendingThing>,
  log: WatchedLog,
): WatchReview {
  const events: WatchEvent[] = [];
  const next = new Map(baseline);
  const waiting = new Map<string, PendingThing>();
  const settle = (difference: WatchEvent, isFault: boolean): void => {
    const { name, after } = difference;
    const seen = { lsn: pending.get(name)?.lsn ?? log.end, looks: (pending.get(name)?.looks ?? 0) + 1 };
    const isOwn = log.altered.has(name);
    const isEarly = isFault && seen.looks < (isOwn ? migrationLooks : 2);
    if (log.read < seen.lsn || isEarly) {
      waiting.set(name, seen);
      return;
    }
    if (isFault || !isOwn) events.push(difference);
    if (after === undefined) next.delete(name);
    else next.set(name, after);
  };
  for (const { name, fault, mark, mayBeNew } of things) {
    const before = baseline.get(name);
    const after = fault === null ? mark : `${fault} ${mark}`;
    if (before === after || (before === undefined && fault !== null && mayBeNew)) continue;
    if (fault === null && (before === undefined || isOlderForm(before, after))) next.set(name, after);
    else settle({ name, fault: fault ?? 'touched', before, after }, fault !== null);
  }
  const present = new Set(things.map(({ name }) => name));
  for (const [name, mark] of baseline) {
    if (present.has(name)) continue;
    if (log.left.has(name)) next.delete(name);
    else settle({ name, fault: 'gone', before: mark, after: undefined }, false);
  }
  return { events, baseline: next, pending: waiting };
}

/** Until 2026-11-26 a mark had neither file nor columns nor triggers: it is the beginning of what it would be now. */
function isOlderForm(before: string, after: string): boolean {
  return !before.includes('file=') && after.startsWith(`${before} file=`);
}
