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

/** What went past the application at this place of the story, as the witness tells it: columns of the row, values as text. */
export interface StoryChange {
  readonly bypassNo: bigint;
  readonly operation: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A field as the story left it, and the entry that did, or the record of the witness. */
export interface ToldField {
  readonly field: string;
  readonly value: unknown;
  readonly entryId: bigint | null;
  readonly bypassNo: bigint | null;
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
 * members of a set – orders of a batch, lines taken out of it – is their state, not that of the set. What went past the application is
 * taken over at its place as well, under the names of the fields, so that what it explains is no contradiction.
 */
export function foldStory(parts: readonly (StoryEntry | StoryChange)[]): FoldedStory {
  const told = new Map<string, ToldField>();
  const contradictions: Contradiction[] = [];
  for (const part of parts) {
    if ('bypassNo' in part) foldChange(told, part);
    else if (part.outcome === 'done' && !part.ofMembers && !looks.has(part.action.split('.')[1] ?? ''))
      foldEntry(told, contradictions, part);
  }
  return { fields: [...told.values()], contradictions };
}

function foldEntry(told: Map<string, ToldField>, contradictions: Contradiction[], entry: StoryEntry): void {
  const { id, before, after } = entry;
  const take = (field: string, value: unknown): void =>
    void told.set(field, { field, value, entryId: id, bypassNo: null });
  for (const [field, found] of fieldsOf(before)) {
    const known = told.get(field);
    if (known && !isTold(known, found)) contradictions.push({ entryId: id, field, expected: known.value, found });
    if (!known || !isTold(known, found)) take(field, found);
  }
  for (const [field, value] of fieldsOf(after)) {
    const known = told.get(field);
    if (!known || !isTold(known, value)) take(field, value);
  }
}

function foldChange(told: Map<string, ToldField>, { bypassNo, operation, before, after }: StoryChange): void {
  const isGone = operation === 'delete' || operation === 'truncate';
  const columns =
    operation === 'truncate'
      ? [...told.keys()].map((field) => [field, null] as const)
      : fieldsOf(isGone ? before : after);
  for (const [column, value] of columns) {
    const field = column.replace(/_([a-z\d])/g, (_match, letter: string) => letter.toUpperCase());
    told.set(field, { field, value: isGone ? null : columnValue(value), entryId: null, bypassNo });
  }
}

/** Instants as entries tell them; everything else stays the text that the log has. */
function columnValue(value: unknown): unknown {
  const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00$/.test(value);
  return isInstant ? new Date(value.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString() : value;
}

/** A column of yes and no is `t` or `f` in the log. */
function isTold({ value, bypassNo }: ToldField, found: unknown): boolean {
  if (bypassNo !== null && typeof found === 'boolean') return value === (found ? 't' : 'f');
  return isSame(value, found);
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
