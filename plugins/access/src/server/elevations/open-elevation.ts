import { randomUUID } from 'node:crypto';
import { elevationOffers } from '@linggong/config/access';
import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import type { ElevationRequest } from '../../api/elevation';
import type { Account } from '../http/account';
import { alreadyElevated, notOffered } from './elevation-problems';

export interface Opened {
  readonly id: string;
  readonly resource: string;
  readonly actions: string[];
  readonly fromAt: Date;
  readonly untilAt: Date;
}

/** What the matrix offers to the role, and a scope that the resource knows. @throws Problem 400 `elevation-not-offered` */
export function demandOffered({ role }: Pick<Account, 'role'>, asked: ElevationRequest): void {
  const offer = elevationOffers(role).find(({ resource }) => resource === asked.resource);
  const { enterpriseId, workerId } = asked;
  const reach = enterpriseId !== undefined ? 'enterprise' : workerId !== undefined ? 'worker' : 'all';
  const isOne = enterpriseId === undefined || workerId === undefined;
  if (!isOne || !offer?.reaches.includes(reach)) throw notOffered();
  if (asked.actions.some((action) => !offer.actions.includes(action))) throw notOffered();
}

/**
 * Opens an elevation from this moment on. In a rehearsal, which no approval stands behind, it only looks whether it could be opened.
 * @throws Problem 400 `elevation-not-offered`; 404 for a worker who has left; 409 `elevation-live`
 */
export async function openElevation(
  tx: Tx,
  account: Account,
  asked: ElevationRequest,
  command: Command,
): Promise<Opened> {
  demandOffered(account, asked);
  await demandNoneLive(tx, account, asked, command.at);
  const untilAt = new Date(command.at.getTime() + asked.hours * 3_600_000);
  const opened = {
    id: randomUUID(),
    resource: asked.resource,
    actions: [...new Set(asked.actions)],
    fromAt: command.at,
    untilAt,
  };
  if (command.approvalId === undefined) return opened;
  const row = {
    id: opened.id,
    account_id: account.id,
    account_name: account.name,
    role: account.role,
    resource: opened.resource,
    actions: opened.actions,
    enterprise_id: asked.enterpriseId,
    worker_id: asked.workerId,
    reason: asked.reason,
    approval_id: command.approvalId,
    from_at: command.at,
    until_at: untilAt,
  };
  await tx.query('SELECT access.open_elevation($1)', [JSON.stringify(row)]);
  await record(tx, command, {
    action: 'elevation.open',
    subject: { kind: 'elevation', id: opened.id },
    after: { state: 'live', lookAt: opened.resource, looks: opened.actions.join(', '), untilAt: untilAt.toISOString() },
  });
  return opened;
}

async function demandNoneLive(
  db: Queryable,
  account: Account,
  { resource }: ElevationRequest,
  at: Date,
): Promise<void> {
  const live = await db.maybeOne(
    `SELECT 1 FROM access.elevations WHERE account_id = $1 AND resource = $2 AND ended_at IS NULL AND until_at > $3`,
    [account.id, resource, at],
  );
  if (live) throw alreadyElevated();
}
