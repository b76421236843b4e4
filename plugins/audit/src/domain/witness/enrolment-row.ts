import type { Relation, Tuple } from './pgoutput';

export const enrolmentTable = 'audit.enrolments';

/** What a connection claimed in `audit.enrolments`; whether it holds is for the secret to say. */
export interface EnrolmentRow {
  readonly pid: number;
  readonly port: number;
  readonly kind: 'serve' | 'migrate';
  readonly claimedMs: number;
  readonly proof: Buffer;
}

/** How far the clock of the platform may be from that of the database. */
const clockToleranceMs = 300_000;

/** Undefined for a row that says something else. */
export function enrolmentRow(relation: Relation, tuple: Tuple): EnrolmentRow | undefined {
  const value = (name: string): string => {
    const told = tuple[relation.columns.findIndex((column) => column.name === name)];
    return typeof told === 'string' ? told : '';
  };
  const kind = value('kind');
  if (kind !== 'serve' && kind !== 'migrate') return undefined;
  const proof = Buffer.from(value('proof').replace(/^\\x/, ''), 'hex');
  return {
    pid: Number(value('pid')),
    port: Number(value('port')),
    kind,
    claimedMs: Number(value('claimed_ms')),
    proof,
  };
}

/**
 * Whether the row was written by the session that it names, and when it says so: a proof that was read elsewhere fits neither.
 * @param note process and port of the session that wrote it, as the server noted them
 */
export function isTimely(row: EnrolmentRow, note: { pid: number; port: number }, committedAt: Date): boolean {
  return (
    row.pid === note.pid &&
    row.port === note.port &&
    Math.abs(committedAt.getTime() - row.claimedMs) <= clockToleranceMs
  );
}
