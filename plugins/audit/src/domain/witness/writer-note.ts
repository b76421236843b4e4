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

/**
 * Undefined for a text that our trigger does not write: a superuser may write any, also one that no column takes and that would stop the
 * reading for good.
 */
export function writerNote(content: string): WriterNote | undefined {
  const said = objectOf(content);
  if (!said) return undefined;
  const { pid, port, address, sessionUser, systemUser, application, replica, operation, relation } = said;
  if (!isWithin(pid, 1, 2 ** 31 - 1) || !isWithin(port, -1, 65_535)) return undefined;
  const name = textOf(sessionUser);
  if (name === undefined) return undefined;
  return {
    pid,
    port,
    address: addressOf(address),
    sessionUser: name,
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

function isWithin(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

/** Names of the server are of 63 bytes, those of tables with their schema twice that; none has a control character. */
function textOf(value: unknown): string | undefined {
  // eslint-disable-next-line no-control-regex -- NUL is what PostgreSQL refuses, the others are no names
  return typeof value === 'string' && value.length <= 200 && !/[\u0000-\u001f]/.test(value) ? value : undefined;
}

function addressOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const isIPv4 = /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) < 256);
  return isIPv4 || (/^[\da-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]`)) ? text : undefined;
}

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
