/** What of an entry counts for the state of its object (状态回放). */
export interface StoryEntry {
  readonly id: bigint;
  readonly action: string;
  readonly outcome: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Is it told of the members of a set, which has this object as its subject? */
  readonly ofMembers?: boolean;
}

/** A field as the log left it, and the entry that did. */
export interface ToldField {
  readonly field: string;
  readonly value: unknown;
  readonly entryId: bigint;
}

/** An entry that tells another state before it than the log had told until then: something was changed past the log, or not told. */
export interface Contradiction {
  readonly entryId: bigint;
  readonly field: string;
  /** What the log had told. */
  readonly expected: unknown;
  /** What this entry says that it found. */
  readonly found: unknown;
}

export interface FoldedStory {
  readonly fields: readonly ToldField[];
  readonly contradictions: readonly Contradiction[];
}

/** Looks and reads tell what was seen; they leave the object as it is. A write in the content panel has an address as its subject. */
const looks = new Set([
  'read',
  'look',
  'search',
  'download',
  'download-signed-file',
  'export',
  'refuse',
  'challenge',
  'write',
]);

/**
 * The state of one object after its entries, oldest first: each takes over what it says of the state after it. What an entry says of
 * the state before it is compared, field by field, with what was told until then; where they differ it is marked, and the story goes
 * on from what the entry found. A field that was never told before is believed. Refused and failed acts change nothing. What is told of the
 * members of a set – orders of a batch, lines taken out of it – is their state, not that of the set.
 */
export function foldStory(entries: readonly StoryEntry[]): FoldedStory {
  const told = new Map<string, ToldField>();
  const contradictions: Contradiction[] = [];
  for (const { id, action, outcome, before, after, ofMembers } of entries) {
    if (ofMembers || outcome !== 'done' || looks.has(action.split('.')[1] ?? '')) continue;
    for (const [field, found] of fieldsOf(before)) {
      const known = told.get(field);
      if (known && !isSame(known.value, found))
        contradictions.push({ entryId: id, field, expected: known.value, found });
      if (!known || !isSame(known.value, found)) told.set(field, { field, value: found, entryId: id });
    }
    for (const [field, value] of fieldsOf(after)) {
      const known = told.get(field);
      if (!known || !isSame(known.value, value)) told.set(field, { field, value, entryId: id });
    }
  }
  return { fields: [...told.values()], contradictions };
}

/** States that are no objects name no field, and say nothing that could be compared. */
function fieldsOf(state: unknown): [string, unknown][] {
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return [];
  return Object.entries(state);
}

/** Equal as JSON, whatever the order of keys; amounts may stand as number or as decimal text. */
function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
  }
  if (typeof value === 'number' && Number.isSafeInteger(value)) return JSON.stringify(String(value));
  return JSON.stringify(value) ?? 'null';
}
