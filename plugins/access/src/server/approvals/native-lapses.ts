import { record } from '@linggong/audit';
import { databaseOf, type Command, type Database, type Queryable, type Tx } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { faultSummary } from '../../domain/fault-summary';

/** What becomes of the business's own row when nobody decided about it in time (逾期失效). */
type Lapse = (tx: Tx, command: Command, subjectId: string) => Promise<void>;

/** Where the business says what ends with a native request; a native mark without one is told at its first lapse, and in a test. */
interface NativeLapses {
  /** @param what line of the matrix, such as `settlement-batch:release` */
  register(what: string, lapse: Lapse): void;
  of(what: string): Lapse | undefined;
}

export function createNativeLapses(): NativeLapses {
  const known = new Map<string, Lapse>();
  return {
    register: (what, lapse) => void known.set(what, lapse),
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

/**
 * Ends native requests whose term is over, each with its row of the business in one commit. One that cannot be ended now is tried again in
 * the next round. @returns how many ended
 */
export async function lapseNatively(strapi: Core.Strapi, command: Command): Promise<number> {
  const db = databaseOf(strapi);
  let ended = 0;
  for (const due of await dueRows(db, command.at)) {
    try {
      await lapseOne(strapi, db, command, due);
      ended += 1;
    } catch (error) {
      strapi.log.error(`fault approval=${due.id} could not lapse: ${faultSummary(error)}`);
    }
  }
  return ended;
}

function dueRows(db: Queryable, at: Date): Promise<DueRow[]> {
  return db.query<DueRow>(
    `SELECT id, resource || ':' || action AS what, subject_id AS "subjectId" FROM access.approvals
      WHERE mode = 'native' AND state = 'pending' AND expires_at <= $1 ORDER BY expires_at LIMIT $2`,
    [at, ROUND_MAX],
  );
}

function lapseOne(strapi: Core.Strapi, db: Database, command: Command, { id, what, subjectId }: DueRow): Promise<void> {
  const lapse = nativeLapsesOf(strapi).of(what);
  if (!lapse) throw new Error(`nobody says what ends with ${what}`);
  return db.transaction(async (tx) => {
    // The row of the business first, as its own decision locks it.
    await lapse(tx, { ...command, approvalId: id, reason: '逾期未复核，自动失效' }, subjectId);
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
  });
}
