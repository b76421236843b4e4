import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { isAuthor, mayStart } from '../../domain';
import { cannot, ownVersion } from '../problems';
import { demandReplayFits } from '../replay/stale-replay';
import { moveVersion } from '../versions/move-version';
import { authorsOf, lockVersion } from '../versions/version-rows';
import { putInForce } from './put-in-force';

/**
 * Approves a submitted version: in force at once where its day has come, else on that day. Whoever wrote or submitted it is refused here
 * and by the database. So is what was replayed beside a version that was rolled back since: it would be approved on what nobody works by.
 * @throws Problem 404; 409 `configuration-state`, `configuration-replay-stale`; 403 `second-person-needed`
 */
export async function approveVersion(tx: Queryable, command: Command, id: number): Promise<void> {
  const row = await lockVersion(tx, id);
  if (!mayStart('approve', row.state)) throw cannot('approve', row.state);
  const { accountId } = command.actor;
  if (accountId === undefined || isAuthor(await authorsOf(tx, row), accountId)) throw ownVersion();
  await demandReplayFits(tx, row);
  const decided = { decided_at: command.at, decided_by: accountId, decided_name: command.actor.name };
  const today = shanghaiDay(command.at);
  if (row.effectiveFrom !== null && row.effectiveFrom > today) {
    await moveVersion(tx, command, id, 'scheduled', decided);
    await tell(tx, command, id, 'approve', { state: 'scheduled', effectiveFrom: row.effectiveFrom });
    return;
  }
  // A decision that came after the day takes effect on its own.
  await putInForce(tx, command, row, { ...decided, effective_from: today });
  await tell(tx, command, id, 'approve', { state: 'in-force', effectiveFrom: today });
}

/** What brings a submitted version back to its authors. */
export type GivenBack = 'reject' | 'withdraw' | 'lapse';

/**
 * Gives a submitted version back as a draft: rejected, withdrawn, or not decided about in time.
 * @throws Problem 404; 409 `configuration-state`
 */
export async function giveBack(tx: Queryable, command: Command, id: number, how: GivenBack): Promise<void> {
  const row = await lockVersion(tx, id);
  const act = how === 'lapse' ? 'withdraw' : how;
  if (!mayStart(act, row.state)) throw cannot(act, row.state);
  await moveVersion(tx, command, id, 'draft');
  await tell(tx, command, id, how, { state: 'draft' });
}

function tell(
  tx: Queryable,
  command: Command,
  id: number,
  how: GivenBack | 'approve',
  after: Readonly<Record<string, unknown>>,
): Promise<void> {
  return record(tx, command, {
    action: `configuration-version.${how}`,
    subject: { kind: 'configuration-version', id },
    before: { state: 'submitted' },
    after,
  });
}
