import type { Command, Queryable, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import { problem, startOfDay, type Problem } from '@linggong/core/domain';
import type { BulkEstimate, BulkFilter } from '../../api';
import type { RealNameTools } from '../tools';
import { BULK_JOB } from './run-bulk';

const MEMBERS_MAX = 100_000;

// Whoever may still be paid, now or after he is found to be real: the deregistered are left in peace, and so is who took back the
// consent that a check stands on.
const CHOSEN = `
SELECT worker_id FROM parties.published_check_ages a
WHERE state NOT IN ('deregistered', 'erased')
  AND NOT EXISTS (SELECT FROM parties.published_check_refusals r WHERE r.worker_id = a.worker_id)
  AND ($1::text[] IS NULL OR state = ANY($1::text[]))
  AND ($2::text[] IS NULL OR real_name_state = ANY($2::text[]))
  AND ($3::timestamptz IS NULL OR checked_at IS NULL OR checked_at < $3::timestamptz)`;

const valuesOf = ({ states, realNameStates, checkedBefore }: BulkFilter): unknown[] => [
  states ?? null,
  realNameStates ?? null,
  checkedBefore === undefined ? null : startOfDay(checkedBefore),
];

function noProvider(): Problem {
  return problem(
    409,
    'identity-provider-missing',
    { zh: '没有已配置的实名核验服务商', en: 'No vendor of identity checks is configured' },
    {
      fix: {
        zh: '请系统管理员配置服务商密钥',
        en: 'Have the system administrator configure the credentials of a vendor',
      },
    },
  );
}

/** What a bulk check would ask, cost at most and take, at the first vendor of the order. */
export async function estimateBulk(
  { chain }: Pick<RealNameTools, 'chain'>,
  db: Queryable,
  filter: BulkFilter,
): Promise<BulkEstimate> {
  const [guard] = chain.order.person;
  if (guard === undefined) throw noProvider();
  const { name, pricesFen, perSecond } = guard.provider;
  const { total } = await db.one<{ total: number }>(
    `SELECT count(*)::int AS total FROM (${CHOSEN} LIMIT ${MEMBERS_MAX + 1}) AS chosen`,
    valuesOf(filter),
  );
  const estimateFen = BigInt(total) * pricesFen.person;
  const cap = chain.dailyCapsFen.get(name);
  const perDay = cap === undefined || pricesFen.person === 0n ? undefined : Number(cap / pricesFen.person);
  return {
    total,
    provider: name,
    estimateFen,
    seconds: perSecond === undefined ? null : Math.ceil(total / perSecond),
    days: perDay === undefined ? 1 : perDay === 0 ? null : Math.max(1, Math.ceil(total / perDay)),
  };
}

function refuseSize(total: number): void {
  if (total === 0) {
    throw problem(422, 'bulk-check-empty', { zh: '没有符合条件的灵工', en: 'No worker fits the conditions' });
  }
  if (total > MEMBERS_MAX) {
    throw problem(422, 'bulk-check-too-large', {
      zh: `一次最多核验 ${MEMBERS_MAX} 人，请缩小范围`,
      en: `At most ${MEMBERS_MAX} people at once; narrow the conditions`,
    });
  }
}

/**
 * Begins a bulk check of workers' identities: members are written down in the caller's transaction, a job asks.
 * @throws Problem `identity-provider-missing`, `bulk-check-running` (409), `bulk-check-empty`, `bulk-check-too-large` (422)
 */
export async function startBulk(
  tools: RealNameTools,
  tx: Tx,
  command: Command,
  filter: BulkFilter,
  reason: string,
): Promise<bigint> {
  const { total, estimateFen } = await estimateBulk(tools, tx, filter);
  refuseSize(total);
  const bulk = await tx.maybeOne<{ id: bigint }>(
    `INSERT INTO real_name.bulk_checks (state, filter, total, estimate_fen, asked_by, reason, created_at)
     VALUES ('waiting', $1::jsonb, $2, $3, $4, $5, $6)
     ON CONFLICT ((true)) WHERE state IN ('waiting', 'running') DO NOTHING RETURNING id`,
    [JSON.stringify(filter), total, estimateFen, command.actor.name, reason, command.at],
  );
  if (bulk === undefined) {
    throw problem(409, 'bulk-check-running', {
      zh: '已有批量核验正在进行，请等待其完成或先取消',
      en: 'A bulk check is under way; wait for it or cancel it first',
    });
  }
  await tx.query(
    `INSERT INTO real_name.bulk_members (bulk_id, worker_id) SELECT $4, worker_id FROM (${CHOSEN} LIMIT ${MEMBERS_MAX}) AS chosen`,
    [...valuesOf(filter), bulk.id],
  );
  await tx.query(
    'UPDATE real_name.bulk_checks SET total = (SELECT count(*) FROM real_name.bulk_members WHERE bulk_id = $1) WHERE id = $1',
    [bulk.id],
  );
  const runId = await tools.jobs.enqueue(
    tx,
    { queue: 'real-name', name: BULK_JOB, payload: { bulkId: Number(bulk.id) }, key: `bulk-${bulk.id}` },
    command,
  );
  await tx.query('UPDATE real_name.bulk_checks SET run_id = $2 WHERE id = $1', [bulk.id, runId]);
  await record(tx, command, {
    action: 'real-name.bulk-start',
    subject: { kind: 'real-name-bulk-check', id: bulk.id },
    after: { total, estimateFen: estimateFen.toString() },
    count: total,
  });
  return bulk.id;
}

/** Stops a bulk check: the chunk under way is still settled, the other members are not asked about. */
export async function cancelBulk(tx: Tx, command: Command, bulkId: bigint): Promise<void> {
  const [found] = await tx.query<{ state: string }>(
    'SELECT state FROM real_name.bulk_checks WHERE id = $1 FOR UPDATE',
    [bulkId],
  );
  const rows = await tx.query(
    `UPDATE real_name.bulk_checks SET state = 'cancelled', due_at = NULL, finished_at = $2
     WHERE id = $1 AND state IN ('waiting', 'running') RETURNING id`,
    [bulkId, command.at],
  );
  if (rows.length === 0) {
    throw problem(409, 'bulk-check-over', {
      zh: '批量核验已结束，不能取消',
      en: 'The bulk check is over and cannot be cancelled',
    });
  }
  await tx.query(`UPDATE real_name.bulk_members SET outcome = 'cancelled' WHERE bulk_id = $1 AND outcome IS NULL`, [
    bulkId,
  ]);
  await record(tx, command, {
    action: 'real-name.bulk-cancel',
    subject: { kind: 'real-name-bulk-check', id: bulkId },
    before: { state: found?.state },
    after: { state: 'cancelled' },
  });
}
