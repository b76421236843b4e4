import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import type { UnmaskBody } from '../../api';
import { UNMASK_HOUR_MAX, UNMASK_UNUSUAL_FROM } from '../../domain';
import type { SensitiveValue } from './unmask-owners';

const HOUR_MS = 3_600_000;

export const UNUSUAL_EVENT = 'vault.unmask.unusual';

/**
 * Writes down that a value is about to be seen: a row that stays, an audit entry, and an event where the account looks unusually often.
 * Committed before the value is opened, so that none is seen unwritten.
 * @throws Problem 429 `unmask-limit`
 */
export async function noteUnmasking(
  tx: Queryable,
  jobs: Pick<Jobs, 'emit'>,
  command: Command,
  look: UnmaskBody & { readonly value: SensitiveValue; readonly until: string; readonly elevationId: string | null },
): Promise<void> {
  const { subject, field, reason, value, until, elevationId } = look;
  const { actor, at } = command;
  const inHour = await placeInHour(tx, command);
  const { id } = await tx.one<{ id: string }>(
    `INSERT INTO vault.unmaskings (account_id, actor_name, role, session_id, subject_kind, subject_id, subject_label, worker_id,
       field, field_kind, reason, approval_id, in_hour, at, until, elevation_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) RETURNING id::text`,
    [
      actor.accountId,
      actor.name,
      actor.role,
      command.sessionId ?? null,
      subject.kind,
      subject.id,
      value.label,
      value.workerId,
      field,
      value.kind,
      reason,
      command.approvalId ?? null,
      inHour,
      at,
      until,
      elevationId,
    ],
  );
  await record(tx, command, {
    action: 'sensitive-field.read',
    subject,
    after: {
      field,
      kind: value.kind,
      unmasking: id,
      inHour,
      ...(elevationId === null ? {} : { elevation: elevationId }),
    },
  });
  if (inHour < UNMASK_UNUSUAL_FROM) return;
  await jobs.emit(tx, { type: UNUSUAL_EVENT, key: id, payload: { unmaskingId: id, inHour } }, command);
}

/** Which one of the hour it is. One account is counted one look at a time, or two at once would both be the twentieth. */
async function placeInHour(tx: Queryable, { actor, at }: Command): Promise<number> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('vault.unmaskings', $1))`, [actor.accountId]);
  const { seen, oldest } = await tx.one<{ seen: number; oldest: Date | null }>(
    `SELECT count(*)::int AS seen, min(at) AS oldest FROM vault.unmaskings WHERE account_id = $1 AND at > $2`,
    [actor.accountId, new Date(at.getTime() - HOUR_MS)],
  );
  if (seen >= UNMASK_HOUR_MAX) throw limitReached(at, oldest ?? at);
  return seen + 1;
}

function limitReached(at: Date, oldest: Date): Problem {
  const retryAfterSeconds = Math.max(1, Math.ceil((oldest.getTime() + HOUR_MS - at.getTime()) / 1_000));
  return problem(
    429,
    'unmask-limit',
    { zh: `每小时最多查看 ${UNMASK_HOUR_MAX} 项明文`, en: `At most ${UNMASK_HOUR_MAX} clear values an hour` },
    {
      fix: {
        zh: `请在 ${Math.ceil(retryAfterSeconds / 60)} 分钟后再试；批量需要请申请导出`,
        en: `Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes`,
      },
      extra: { retryAfterSeconds },
    },
  );
}
