import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { notFound, problem } from '@linggong/core/domain';
import type { Realm } from '../../domain';
import { suiteOfRow } from './data-key-rows';

/** Why the database does not take a key away; `place` is a column. */
type Refusal = 'unknown' | 'destroyed' | 'not-retired' | 'too-young' | 'reencryption-open' | 'in-use' | 'unreadable';

/**
 * Destroys a retired data key (密钥销毁): its row stays, the key is gone. Backups keep it, wrapped, until they go themselves. The database
 * looks at the approval itself; in a rehearsal, which none stands behind, it is only looked whether the key could be destroyed.
 * @throws Problem 404; 409 `data-key-destroyed`, `data-key-not-retired`, `data-key-too-young` before 35 days, `reencryption-open`,
 * `data-key-in-use` where something is sealed under it
 */
export async function destroyDataKey(tx: Tx, command: Command, number: number, reason: string): Promise<void> {
  const { approvalId } = command;
  const [sql, values] =
    approvalId === undefined
      ? (['SELECT refusal, place FROM vault.destruction_refusal($1)', [number]] as const)
      : (['SELECT refusal, place FROM vault.destroy_key($1, $2)', [number, approvalId]] as const);
  const { refusal, place } = await tx.one<{ refusal: Refusal | null; place: string | null }>(sql, values);
  if (refusal !== null) throw refused(refusal, place ?? '');
  if (approvalId === undefined) return;
  await record(tx, command, {
    action: 'data-key.destroy',
    subject: { kind: 'data-key', id: number },
    before: { state: 'retired' },
    after: { state: 'destroyed' },
    reason,
  });
}

interface KeyRow {
  readonly number: number;
  readonly realm: Realm;
  readonly suite: number;
  readonly retiredAt: Date | null;
}

/** What a second person is shown (复核) of it. @throws Problem 404 */
export async function shownKey(db: Queryable, number: number) {
  const row = await db.maybeOne<KeyRow>(
    'SELECT number, realm, suite, retired_at AS "retiredAt" FROM vault.data_keys WHERE number = $1',
    [number],
  );
  if (!row) throw refused('unknown', '');
  const { realm, retiredAt } = row;
  const about = { number, realm, suite: suiteOfRow(row).name, retiredAt };
  return {
    subject: { id: number, label: String(number) },
    before: { ...about, state: retiredAt === null ? 'older' : 'retired' },
    after: { ...about, state: 'destroyed' },
  };
}

function refused(refusal: Refusal, place: string): Error {
  switch (refusal) {
    case 'unknown':
      return notFound({ zh: '数据密钥', en: 'data key' });
    case 'destroyed':
      return problem(409, 'data-key-destroyed', { zh: '该密钥已销毁', en: 'This key is destroyed already' });
    case 'not-retired':
      return problem(
        409,
        'data-key-not-retired',
        { zh: '该密钥尚未停用', en: 'This key is not retired' },
        { fix: { zh: '请先轮换，待重新加密完成', en: 'Rotate first, and wait for the end of the re-encryption' } },
      );
    case 'too-young':
      return problem(409, 'data-key-too-young', {
        zh: '停用未满 35 天的密钥不能销毁',
        en: 'A key is destroyed 35 days after it was retired, not before',
      });
    case 'reencryption-open':
      return problem(409, 'reencryption-open', {
        zh: '重新加密尚未结束',
        en: 'A re-encryption is still on its way',
      });
    case 'in-use':
    case 'unreadable':
      return problem(
        409,
        'data-key-in-use',
        { zh: '仍有密文由该密钥加密，不能销毁', en: 'Something is still sealed under this key' },
        { extra: { place }, fix: { zh: '请重新检查并加密后再试', en: 'Look again and seal anew, then try again' } },
      );
  }
}
