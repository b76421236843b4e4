import { record } from '@linggong/audit';
import type { Command, Database, Queryable, Tx } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import type { Core } from '@strapi/strapi';
import { faultSummary } from '../../domain/fault-summary';

/** What becomes of the business's own row when nobody decided about it in time (逾期失效). */
type Lapse = (tx: Tx, command: Command, subjectId: string) => Promise<void>;

/** Where the business says what ends with a native request; a native mark without one is told at its first lapse, and in a test. */
interface NativeLapses {
  /**
   * @param what line of the matrix, such as `settlement-batch:release`
   * @param decided codes of the problems by which the business says that its row was decided already: the request ends without it
   */
  register(what: string, lapse: Lapse, decided?: readonly string[]): void;
  of(what: string): Registered | undefined;
}

interface Registered {
  readonly lapse: Lapse;
  readonly decided: readonly string[];
}

export function createNativeLapses(): NativeLapses {
  const known = new Map<string, Registered>();
  return {
    register: (what, lapse, decided = []) => void known.set(what, { lapse, decided }),
    of: (what) => known.get(what),
  };
}

export function nativeLapsesOf(strapi: Core.Strapi): NativeLapses {
  return strapi.plugin('access').service('nativeLapses');
}

/** Requests that one round ends; the next round takes the rest. */
const ROUND_MAX = 50;

interface DueRow {
  readonly id: string;
  readonly what: string;
  readonly subjectId: string;
}

interface LapseTools {
  readonly db: Database;
  readonly lapses: Pick<NativeLapses, 'of'>;
  readonly log: { error(line: string): void };
}

/**
 * Ends native requests whose term is over, each with its row of the business in one commit. One that cannot be ended now lets the others
 * go first and is tried again an hour later. @returns how many ended
 */
export async function lapseNatively({ db, lapses, log }: LapseTools, command: Command): Promise<number> {
  const due = await dueRows(db, command.at);
  const failed: string[] = [];
  for (const row of due) {
    try {
      await lapseOne(db, lapses, command, row);
    } catch (error) {
      failed.push(row.id);
      log.error(`fault approval=${row.id} could not lapse: ${faultSummary(error)}`);
    }
  }
  if (failed.length > 0) await noteTries(db, failed, command.at);
  return due.length - failed.length;
}

function dueRows(db: Queryable, at: Date): Promise<DueRow[]> {
  return db.query<DueRow>(
    `SELECT a.id, a.resource || ':' || a.action AS what, a.subject_id AS "subjectId"
       FROM access.approvals a LEFT JOIN access.lapse_tries t ON t.approval_id = a.id
      WHERE a.mode = 'native' AND a.state = 'pending' AND a.expires_at <= $1::timestamptz
        AND (t.tried_at IS NULL OR t.tried_at <= $1::timestamptz - interval '1 hour')
      ORDER BY t.tried_at NULLS FIRST, a.expires_at, a.id LIMIT $2`,
    [at, ROUND_MAX],
  );
}

async function noteTries(db: Queryable, approvals: readonly string[], at: Date): Promise<void> {
  await db.query(
    `INSERT INTO access.lapse_tries (approval_id, tried_at) SELECT id, $2 FROM unnest($1::uuid[]) AS t (id)
     ON CONFLICT (approval_id) DO UPDATE SET tried_at = excluded.tried_at`,
    [approvals, at],
  );
}

async function lapseOne(db: Database, lapses: LapseTools['lapses'], command: Command, row: DueRow): Promise<void> {
  const known = lapses.of(row.what);
  if (!known) throw new Error(`nobody says what ends with ${row.what}`);
  const { id, subjectId } = row;
  try {
    await db.transaction(async (tx) => {
      // The row of the business first, as its own decision locks it.
      await known.lapse(tx, { ...command, approvalId: id, reason: '逾期未复核，自动失效' }, subjectId);
      await close(tx, command, id);
    });
  } catch (error) {
    if (!(error instanceof Problem && known.decided.includes(error.code))) throw error;
    // Nothing is left that would lapse with it.
    await db.transaction((tx) => close(tx, command, id));
  }
}

async function close(tx: Tx, command: Command, id: string): Promise<void> {
  const { done } = await tx.one<{ done: boolean }>(`SELECT access.close_approval($1, 'expired', NULL, $2) AS done`, [
    id,
    command.at,
  ]);
  if (!done) throw new Error('the request was decided meanwhile');
  await record(tx, command, {
    action: 'approval.expire',
    subject: { kind: 'approval', id },
    before: { open: true },
    after: { open: false, state: 'expired' },
  });
}
