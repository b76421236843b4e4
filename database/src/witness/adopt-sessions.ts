import type { Client } from 'pg';
import { isTimely, type EnrolmentRow } from '@linggong/audit/domain';
import type { Sessions } from './sessions';
import type { WitnessStore } from './store';

interface Claimed extends Omit<EnrolmentRow, 'claimedMs'> {
  readonly claimedMs: string;
  readonly at: Date;
}

/** Of a session that has just ended something may still be read. */
const endedMinutes = 15;
const claimsMax = 10_000;

/**
 * Learns the platform's connections that are older than the slot (旧连接): their enrolment stands in no log that is read, but still in the
 * table, with its proof. Asked after the slot is made, which waits for every transaction that was under way: what was enrolled after that
 * comes by the log.
 * @param isProven whether a claim was made with the platform's secret
 * @returns how many were learned
 */
export async function adoptSessions(
  client: Client,
  store: WitnessStore,
  sessions: Sessions,
  isProven: (row: EnrolmentRow) => boolean,
): Promise<number> {
  let adopted = 0;
  for (const { at, claimedMs, ...claim } of await claims(client)) {
    const row = { ...claim, claimedMs: Number(claimedMs) };
    if (!isTimely(row, row, at) || !isProven(row)) continue;
    sessions.enrol(row.pid, row.port, row.kind, at);
    await store.enrol(row.pid, row.port, row.kind, at);
    adopted += 1;
  }
  return adopted;
}

/** Claims of sessions that are there, and of those that ended a moment ago. Where the table is not shown to the witness (an older schema), none. */
async function claims(client: Client): Promise<Claimed[]> {
  const { rows: shown } = await client.query(
    `SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'audit' AND c.relname = 'enrolments'
        AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')`,
  );
  if (shown.length === 0) return [];
  const { rows } = await client.query<Claimed>(
    `SELECT e.pid, e.port, e.kind, e.claimed_ms AS "claimedMs", e.proof, e.at FROM audit.enrolments e
       LEFT JOIN pg_stat_activity a ON a.pid = e.pid AND COALESCE(a.client_port, -1) = e.port AND a.datname = current_database()
      WHERE e.kind IN ('serve', 'migrate')
        AND CASE WHEN a.pid IS NULL THEN e.at > clock_timestamp() - make_interval(mins => ${endedMinutes}) ELSE e.at >= a.backend_start END
      ORDER BY e.at DESC LIMIT ${claimsMax}`,
  );
  // Oldest first: a port that was used again belongs to the later one.
  return rows.reverse();
}
