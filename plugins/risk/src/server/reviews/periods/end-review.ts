import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import type { PeriodKind } from '../../../domain';
import { ownReview, reviewEnded } from './review-problems';
import { readReview } from './review-rows';

/**
 * Signs a review off (签核), by somebody else than who made it, or gives it back to be made anew (退回).
 * @throws Problem 404; 409 `review-ended`, `review-own`
 */
export async function endReview(
  tx: Tx,
  command: Command,
  { kind, id, state }: { readonly kind: PeriodKind; readonly id: number; readonly state: 'signed' | 'returned' },
  conclusion: string,
): Promise<void> {
  const before = await readReview(tx, kind, id, 'FOR UPDATE');
  if (before.state !== 'made') throw reviewEnded();
  const { actor, at } = command;
  if (state === 'signed' && actor.accountId === before.madeAccount) throw ownReview();
  await tx.query(
    'UPDATE risk.period_reviews SET state = $2, conclusion = $3, ended_by = $4, ended_account = $5, ended_at = $6 WHERE id = $1',
    [id, state, conclusion, actor.name, actor.accountId ?? null, at],
  );
  const noun = kind === 'real-name' ? 'real-name-review' : 'operation-review';
  await record(tx, command, {
    action: `${noun}.${state === 'signed' ? 'sign-off' : 'give-back'}`,
    subject: { kind: noun, id },
    before: { state: 'made' },
    after: { state, text: conclusion },
  });
}
