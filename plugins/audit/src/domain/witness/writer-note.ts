/** Prefix of the notes that the trigger `witness_note` writes into the log. */
export const notePrefix = 'linggong.writer';

/** Who wrote, as the server knew it when the transaction first touched a watched table. */
export interface WriterNote {
  readonly pid: number;
  /** Of the client's address; -1 on a socket. */
  readonly port: number;
  readonly address: string | undefined;
  readonly sessionUser: string;
  /** Who signed in; survives SET SESSION AUTHORIZATION. Not before PostgreSQL 16, and not without a password. */
  readonly systemUser: string | undefined;
  readonly application: string;
  /** Under session_replication_role = replica, where ordinary triggers do not fire. */
  readonly replica: boolean;
  readonly operation: string;
  readonly relation: string;
}

/** Undefined for a text that our trigger does not write: a superuser may write any. */
export function writerNote(content: string): WriterNote | undefined {
  const said = objectOf(content);
  if (!said) return undefined;
  const { pid, port, address, sessionUser, systemUser, application, replica, operation, relation } = said;
  if (typeof pid !== 'number' || typeof port !== 'number' || typeof sessionUser !== 'string') return undefined;
  return {
    pid,
    port,
    address: textOf(address),
    sessionUser,
    // `scram-sha-256:postgres`
    systemUser: textOf(systemUser)?.replace(/^[^:]*:/, ''),
    application: textOf(application) ?? '',
    replica: replica === true,
    operation: textOf(operation) ?? '',
    relation: textOf(relation) ?? '',
  };
}

function objectOf(content: string): Record<string, unknown> | undefined {
  try {
    const said: unknown = JSON.parse(content);
    // A JSON object has string keys.
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Whether two notes name the same writer; on which table they were written does not matter. */
export function sameWriter(one: WriterNote, other: WriterNote): boolean {
  return (
    one.pid === other.pid &&
    one.port === other.port &&
    one.sessionUser === other.sessionUser &&
    one.systemUser === other.systemUser &&
    one.address === other.address
  );
}
