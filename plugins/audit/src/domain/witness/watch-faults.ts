/** One table, or a part of the watch itself, as the catalog has it now. */
export interface WatchedThing {
  readonly name: string;
  /** Undefined where it is in order. */
  readonly fault: string | null;
  /** Changes when somebody touched it, also where all is as before: switched off and on again. */
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

export interface WatchReview {
  readonly events: readonly WatchEvent[];
  /** Marks to keep from now on. */
  readonly baseline: ReadonlyMap<string, string>;
  /** Faults that were seen for the first time: a table that was just made has one for a moment. */
  readonly pending: ReadonlySet<string>;
}

/**
 * Compares the watch with what it was.
 * @param baseline marks by name, as kept
 * @param pending faults of the look before; a fault is told when it is seen twice in a row
 * @param left names that are gone by right: months that left for an archive (归档)
 */
export function reviewWatch(
  things: readonly WatchedThing[],
  baseline: ReadonlyMap<string, string>,
  pending: ReadonlySet<string>,
  left: ReadonlySet<string> = new Set(),
): WatchReview {
  const events: WatchEvent[] = [];
  const next = new Map(baseline);
  const waiting = new Set<string>();
  for (const { name, fault, mark, mayBeNew } of things) {
    const known = baseline.get(name);
    const told = fault === null ? mark : `${fault} ${mark}`;
    if (known === told || (known === undefined && fault !== null && mayBeNew)) continue;
    if (fault !== null && !pending.has(name)) {
      waiting.add(name);
      continue;
    }
    if (known !== undefined || fault !== null) {
      events.push({ name, fault: fault ?? 'touched', before: known, after: told });
    }
    next.set(name, told);
  }
  const present = new Set(things.map(({ name }) => name));
  for (const [name, mark] of baseline) {
    if (present.has(name)) continue;
    if (!left.has(name)) events.push({ name, fault: 'gone', before: mark, after: undefined });
    next.delete(name);
  }
  return { events, baseline: next, pending: waiting };
}
