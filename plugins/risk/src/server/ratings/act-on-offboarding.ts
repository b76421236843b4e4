import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import type { Parties } from '@linggong/parties';
import { stoppingMeasure } from '../measures/measure-rows';
import { addOffboardingStep, openOffboardingOf } from './offboarding-rows';
import { offboardingEnded, stillDishonest } from './rating-problems';
import type { MoneyItem, MoneySource } from './rating-sources';

interface Locked {
  readonly id: number;
  readonly enterpriseId: number;
  readonly state: 'suspended' | 'settled';
}

async function lockOpen(tx: Tx, id: number): Promise<Locked> {
  const row = await tx.maybeOne<Locked>(
    `SELECT id, enterprise_id AS "enterpriseId", state FROM risk.offboardings
      WHERE id = $1 AND state IN ('suspended', 'settled') FOR UPDATE`,
    [id],
  );
  if (!row) throw offboardingEnded();
  return row;
}

/**
 * Looks whether the money of an enterprise that is being offboarded is settled (未结清资金复核): balance, open batches, bills. What comes
 * open again – a returned payment – takes the step back.
 * @throws Problem 409 `risk-offboarding-ended`
 */
export async function reviewMoney(money: MoneySource | undefined, tx: Tx, command: Command, id: number): Promise<void> {
  const { enterpriseId, state } = await lockOpen(tx, id);
  // Without anybody who tells, nothing is known to be settled.
  const items: readonly MoneyItem[] = (await money?.(tx, enterpriseId, shanghaiDay(command.at))) ?? [];
  const isSettled = items.length > 0 && items.every(({ isClear }) => isClear);
  const open = items.filter(({ isClear }) => !isClear).map(({ code }) => code);
  const next = isSettled ? 'settled' : 'suspended';
  await addOffboardingStep(tx, command, id, isSettled ? 'money-settled' : 'money-open', {
    facts: { open: open.join(',') },
  });
  if (next !== state) await move(tx, command, id, state, next);
}

async function move(
  tx: Tx,
  command: Command,
  id: number,
  before: string,
  state: 'suspended' | 'settled' | 'offboarded' | 'withdrawn',
): Promise<void> {
  await tx.query(
    `UPDATE risk.offboardings SET state = $2,
       settled_at = CASE $2 WHEN 'settled' THEN $3 WHEN 'suspended' THEN NULL ELSE settled_at END,
       ended_at = CASE WHEN $2 IN ('offboarded', 'withdrawn') THEN $3::timestamptz END WHERE id = $1`,
    [id, state, command.at],
  );
  await record(tx, command, {
    action: `risk-offboarding.${actions[state]}`,
    subject: { kind: 'risk-offboarding', id },
    before: { state: before },
    after: { state },
  });
}

const actions = { suspended: 'reopen', settled: 'settle', offboarded: 'finish', withdrawn: 'withdraw' } as const;

/**
 * Lets an enterprise back that is well again (撤回清退): its rating suspends it no longer. A second person approved it.
 * @throws Problem 409 `risk-offboarding-ended`, `risk-still-dishonest`, and what parties refuse
 */
export async function withdrawOffboarding(
  parties: Pick<Parties, 'moveEnterprise'>,
  tx: Tx,
  command: Command,
  id: number,
): Promise<void> {
  const { enterpriseId, state } = await lockOpen(tx, id);
  const rating = await tx.maybeOne<{ suspends: boolean }>(
    'SELECT r.suspends FROM risk.rating_heads h JOIN risk.ratings r ON r.id = h.rating_id WHERE h.enterprise_id = $1',
    [enterpriseId],
  );
  if (rating?.suspends !== false) throw stillDishonest();
  await addOffboardingStep(tx, command, id, 'withdrawn', { text: command.reason });
  await move(tx, command, id, state, 'withdrawn');
  const company = await tx.one<{ state: string }>(
    'SELECT state FROM parties.published_enterprise_facts WHERE enterprise_id = $1',
    [enterpriseId],
  );
  // A measure that suspends it as well goes on doing so until it is lifted: else neither could ever end before the other.
  const measure = await stoppingMeasure(tx, { kind: 'enterprise', id: enterpriseId });
  if (company.state === 'suspended' && measure === undefined)
    await parties.moveEnterprise(tx, command, enterpriseId, 'resume');
}

/** The enterprise was offboarded (企业已清退): parties let it go with its money settled, so the way ends here. */
export async function finishOffboarding(tx: Tx, command: Command, enterpriseId: number): Promise<void> {
  const open = await openOffboardingOf(tx, enterpriseId);
  if (!open) return;
  const { state } = await lockOpen(tx, open.id);
  if (state === 'suspended') {
    await addOffboardingStep(tx, command, open.id, 'money-settled');
    await move(tx, command, open.id, state, 'settled');
  }
  await addOffboardingStep(tx, command, open.id, 'offboarded');
  await move(tx, command, open.id, 'settled', 'offboarded');
}
