import { covers, type RowScope } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { stepsOf } from '@linggong/vault';
import type { DataRequestAnswer } from '@linggong/vault/api';

type RequestRow = Omit<DataRequestAnswer, 'steps'>;

const COLUMNS = `id, number, kind, worker_id AS "workerId", channel, identity_shown AS "identityShown", asked, state,
  received_at AS "receivedAt", due_on AS "dueOn", extension_reason AS "extensionReason", outcome,
  refusal_basis AS "refusalBasis", ended_at AS "endedAt",
  EXISTS (SELECT FROM vault.published_files f WHERE f.id = copy_file) AS "hasCopy",
  l.locked_at AS "lockedAt", l.keeps_until AS "keepsUntil", l.erased_at AS "erasedAt"`;
const FROM = 'vault.published_data_requests r LEFT JOIN parties.locked_people l USING (worker_id)';

/** A request with its steps; what lies outside of the caller's scope is not there. @throws Problem `not-found` */
export async function requestById(db: Queryable, scope: RowScope, id: number): Promise<DataRequestAnswer> {
  const row = await db.maybeOne<RequestRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE r.id = $1`, [id]);
  if (!row || !covers(scope, { workerId: row.workerId })) throw notFound({ zh: '个人信息请求', en: 'data request' });
  return { ...row, steps: await stepsOf(db, id) };
}
