import type { Command, Database } from '@linggong/core';
import { notFound, problem } from '@linggong/core/domain';
import { record } from '../record';

/**
 * Notes that a change past the platform has been looked at, with the reason (确认绕过改动). The record itself stays as it is.
 * @throws Problem 404; 409 `audit.bypass-settled` where it was acknowledged before, or needs no acknowledging
 */
export async function acknowledgeBypass(db: Database, no: number, reason: string, command: Command): Promise<void> {
  await db.transaction(async (tx) => {
    const found = await tx.maybeOne<{ state: string }>(
      'SELECT state FROM witness.published_transactions WHERE no = $1',
      [no],
    );
    if (!found) throw notFound({ zh: '绕过改动', en: 'change past the platform' });
    const { done } = await tx.one<{ done: boolean }>('SELECT witness.acknowledge($1, $2, $3) AS done', [
      no,
      command.actor.name,
      reason,
    ]);
    if (!done) {
      throw problem(409, 'audit.bypass-settled', {
        zh: '该记录已确认，或无须确认',
        en: 'This record was acknowledged before, or needs no acknowledging',
      });
    }
    await record(tx, command, {
      action: 'audit-bypass.acknowledge',
      subject: { kind: 'audit-bypass', id: no },
      before: { state: found.state },
      after: { state: 'acknowledged' },
      reason,
    });
  });
}
