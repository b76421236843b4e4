import type { WriterNote } from './writer-note';

export type TransactionKind = 'application' | 'migration' | 'bypass';

/** How the user was learned: what the server says, in falling certainty. */
export type UserSource = 'system-user' | 'session-user' | 'sample' | 'unknown';

/** A session that was seen on the server (`pg_stat_activity`) about when a transaction was committed. */
export interface SeenSession {
  readonly login: string;
  readonly pid: number;
  readonly address: string | null;
  readonly application: string;
  /** It was seen in this very transaction. */
  readonly isWriter: boolean;
}

export interface Verdict {
  readonly kind: TransactionKind;
  readonly user: string | undefined;
  readonly source: UserSource;
  /** Sessions that may have been it, where no note says so. */
  readonly candidates: readonly SeenSession[];
  /** Two notes that contradict each other. */
  readonly isForged: boolean;
}

/** What is read of the log before it is known who wrote. */
export interface Evidence {
  /** Notes of different writers. */
  readonly notes: readonly WriterNote[];
  /** What the session of the only note proved to be. */
  readonly enrolled: 'serve' | 'migrate' | undefined;
  /** Asked only where no note is there. */
  readonly seen: readonly SeenSession[];
}

const candidatesMax = 20;

/**
 * The platform's own transactions have exactly one note, of a session that proved to be made by the platform. Everything else went past it.
 */
export function verdictOn({ notes, enrolled, seen }: Evidence): Verdict {
  const [note, second] = notes;
  const isForged = second !== undefined;
  if (note && !isForged && enrolled !== undefined) {
    return { kind: enrolled === 'serve' ? 'application' : 'migration', ...userOf(note), candidates: [], isForged };
  }
  if (note) return { kind: 'bypass', ...userOf(note), candidates: [], isForged };
  const writer = seen.find(({ isWriter }) => isWriter);
  if (writer) return { kind: 'bypass', user: writer.login, source: 'sample', candidates: [], isForged };
  return { kind: 'bypass', user: undefined, source: 'unknown', candidates: seen.slice(0, candidatesMax), isForged };
}

function userOf(note: WriterNote): Pick<Verdict, 'user' | 'source'> {
  return note.systemUser === undefined
    ? { user: note.sessionUser, source: 'session-user' }
    : { user: note.systemUser, source: 'system-user' };
}
