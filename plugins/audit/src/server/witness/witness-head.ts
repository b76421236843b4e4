import type { Command, Queryable } from '@linggong/core';
import { record } from '../record';

/**
 * The head of the witness's chain (旁证链尾), noted in the audit log, which is chained and signed apart: records that are cut off the
 * end of the witness leave no gap in what remains, but a noted end that is not there any more.
 */
interface NotedHead {
  /** Null where somebody wrote what is no number. */
  readonly no: bigint | null;
  readonly isThere: boolean;
  readonly isOld: boolean;
}

/** An entry leaves the database with its month (归档, after 184 days): a head that does not grow is noted anew long before. */
const againDays = 90;

/** The record of each noted head is looked for by number and digest. */
const noted = `SELECT n.no, e.recorded_at, e.seq, e.recorded_at < clock_timestamp() - make_interval(days => ${againDays}) AS "isOld",
    EXISTS (SELECT FROM witness.published_transactions t WHERE t.no = n.no AND encode(t.digest, 'hex') = e.after ->> 'digest') AS "isThere"
  FROM audit.published_entries e,
       LATERAL (SELECT CASE WHEN e.subject_id ~ '^\\d{1,18}$' THEN e.subject_id::bigint END AS no) n
 WHERE e.action = 'witness-head.note'`;

/**
 * Notes the head where the chain has grown. While the head that was noted last is not there nothing is noted: a chain that was cut
 * and grew again would otherwise anchor itself.
 */
export async function noteWitnessHead(tx: Queryable, command: Command): Promise<void> {
  const head = await tx.maybeOne<{ no: bigint; digest: string }>(
    `SELECT no, encode(digest, 'hex') AS digest FROM witness.published_transactions ORDER BY no DESC LIMIT 1`,
  );
  const last = await lastNoted(tx);
  if (!head || last?.isThere === false || (last?.no === head.no && !last.isOld)) return;
  await record(tx, command, {
    action: 'witness-head.note',
    subject: { kind: 'witness-head', id: head.no },
    after: { digest: head.digest },
  });
}

/** For the findings of continuity, cheap enough for every half minute; `samples` is the number of the head that is gone. */
export async function cutWarnings(
  db: Queryable,
): Promise<{ kind: 'witness-cut'; count: bigint; samples: readonly string[] }[]> {
  const last = await lastNoted(db);
  if (last?.isThere !== false) return [];
  return [{ kind: 'witness-cut', count: 1n, samples: [String(last.no ?? 0n)] }];
}

/** The lowest noted head without its record, of all that are in the database. */
export async function lostHead(db: Queryable): Promise<bigint | undefined> {
  const { no } = await db.one<{ no: bigint | null }>(
    `SELECT min(coalesce(no, 0)) AS no FROM (${noted}) n WHERE NOT "isThere"`,
  );
  return no ?? undefined;
}

function lastNoted(db: Queryable): Promise<NotedHead | undefined> {
  return db.maybeOne<NotedHead>(
    `SELECT no, "isThere", "isOld" FROM (${noted} ORDER BY e.recorded_at DESC, e.seq DESC LIMIT 1) n`,
  );
}
