import { readContent, type AnyKind, type Fault, type Json, type ReadContent } from '../../domain';

/** A stored content as its kind reads it today, with what the kind finds in it. */
export interface Reading {
  readonly read: ReadContent;
  findings(): { readonly faults: readonly Fault[]; readonly hints: readonly Fault[] };
}

/** A version as it is stored: `sha256` is that of this very content, read in the same query. */
interface Stored {
  readonly sha256: string;
  readonly content: Json;
}

/** Readings of the contents that were asked for last. */
export interface Readings {
  of(kind: AnyKind, stored: Stored): Reading;
}

/** A table of 2,000 rows takes some MB: two people who work on one each, with what they compare it with. */
const keptMax = 4;

/**
 * Kinds are pure, so what one says of a content stays true for its hash. A table of 2,000 rows takes its reader half a second, and a
 * page that saves and checks asks for the same one again and again.
 */
export function createReadings(): Readings {
  const kept = new Map<string, Reading>();
  return {
    of(kind, { sha256, content }) {
      const key = `${kind.kind} ${sha256}`;
      const reading = kept.get(key) ?? readingOf(kind, content);
      // What was asked for last stands last, and what stands first goes.
      kept.delete(key);
      kept.set(key, reading);
      const [oldest] = kept.keys();
      if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
      return reading;
    },
  };
}

function readingOf(kind: AnyKind, content: Json): Reading {
  const read = readContent(kind, content);
  let found: ReturnType<Reading['findings']> | undefined;
  return {
    read,
    findings: () =>
      (found ??= read.ok
        ? { faults: kind.faults(read.content), hints: kind.hints(read.content) }
        : { faults: read.faults, hints: [] }),
  };
}
