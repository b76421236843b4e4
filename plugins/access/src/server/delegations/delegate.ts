import type { Core } from '@strapi/strapi';
import { decidingRoles, matrix, staffRoles, type Role } from '@linggong/config/access';
import { record, type AuditEntry } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { notFound, problem, type Problem } from '@linggong/core/domain';
import type { DelegationRequest } from '../../api/delegation';
import { covers, type RowScope } from '../../domain/row-scope';
import type { Account } from '../http/account';
import { personPortOf } from '../persons/person-port';
import { samePerson } from '../persons/same-person';

/** Who decides for the platform and may let another such decide for him; no administrator is one of them. */
const delegating: readonly Role[] = staffRoles.filter((role) => decidingRoles.some((one) => one === role));

const PEOPLE_MAX = 200;

/** Accounts that may decide for somebody else. */
export function receivers(
  db: Queryable,
  { id }: Pick<Account, 'id'>,
): Promise<{ id: number; identifier: string; name: string }[]> {
  return db.query(
    `SELECT id, username AS identifier, account_role || '#' || id AS name FROM public.up_users
      WHERE account_role = ANY ($1::text[]) AND blocked IS NOT TRUE AND id <> $2 ORDER BY username LIMIT $3`,
    [delegating, id, PEOPLE_MAX],
  );
}

/** What a role decides about, or steps in for. */
export function decidedBy(role: Role): string[] {
  const marked = matrix.filter(({ approval }) => approval?.by.includes(role) || approval?.escalate?.to === role);
  return [...new Set(marked.map(({ resource }) => resource))].sort();
}

export interface Delegation {
  readonly id: number;
  readonly toName: string;
  readonly resource: string | null;
  readonly untilAt: Date;
}

/**
 * Lets another person who decides decide for oneself (委托审批), at most thirty days. Given again, it takes its new term.
 * @throws Problem 400 `delegation-not-offered`; 403 `delegation-own`; 404 for an account that cannot decide
 */
export async function delegate(
  strapi: Core.Strapi,
  tx: Tx,
  account: Account,
  { toAccountId, resource, days, reason }: DelegationRequest,
  command: Command,
): Promise<Delegation> {
  if (resource !== undefined && !decidedBy(account.role).includes(resource)) throw notOffered();
  if (toAccountId === account.id) throw ownDelegate();
  const untilAt = new Date(command.at.getTime() + days * 86_400_000);
  const { id } = await tx.one<{ id: bigint | null }>(
    'SELECT access.open_delegation($1, $2, $3, $4, $5, $6, $7) AS id',
    [command.sessionId ?? null, toAccountId, resource ?? null, reason, delegating, untilAt, command.at],
  );
  if (id === null) throw noSuchReceiver();
  await demandOtherPerson(strapi, tx, account.id, toAccountId);
  const { name } = await tx.one<{ name: string }>('SELECT to_name AS name FROM access.delegations WHERE id = $1', [id]);
  await record(tx, command, {
    action: 'delegation.open',
    subject: { kind: 'delegation', id: String(id) },
    after: { state: 'live', to: name, ...(resource === undefined ? {} : { resource }), untilAt: untilAt.toISOString() },
  });
  return { id: Number(id), toName: name, resource: resource ?? null, untilAt };
}

/** Ends it before its time, by who gave it. @returns whether it was live. @throws Problem 404 */
export async function endDelegation(tx: Tx, scope: RowScope, id: number, command: Command): Promise<boolean> {
  const row = await tx.maybeOne<{ accountId: number }>(
    'SELECT from_account AS "accountId" FROM access.delegations WHERE id = $1',
    [id],
  );
  if (!row || !covers(scope, row)) throw notFound({ zh: '委托', en: 'delegation' });
  const { done } = await tx.one<{ done: boolean }>('SELECT access.end_delegation($1, $2) AS done', [id, command.at]);
  if (done) await record(tx, command, ending(id));
  return done;
}

/** Marks those whose term is over. @returns how many */
export async function turnDelegations(tx: Tx, command: Command): Promise<number> {
  const rows = await tx.query<{ id: bigint }>('SELECT turned AS id FROM access.turn_delegations($1) turned', [
    command.at,
  ]);
  await record(
    tx,
    command,
    rows.map(({ id }) => ending(id)),
  );
  return rows.length;
}

const ending = (id: number | bigint): AuditEntry => ({
  action: 'delegation.end',
  subject: { kind: 'delegation', id: String(id) },
  before: { state: 'live' },
  after: { state: 'ended' },
});

async function demandOtherPerson(strapi: Core.Strapi, tx: Tx, from: number, to: number): Promise<void> {
  const sameness = await samePerson(tx, personPortOf(strapi), from, to);
  if (sameness === 'same') throw ownDelegate();
  if (sameness === 'unknown') throw receiverUnknown();
}

function notOffered(): Problem {
  return problem(
    400,
    'delegation-not-offered',
    { zh: '此类事项不由您的角色审批', en: 'Your role does not decide about this' },
    { field: 'resource' },
  );
}

function ownDelegate(): Problem {
  return problem(
    403,
    'delegation-own',
    { zh: '不能委托给本人，包括本人名下的其他账号', en: 'Nobody delegates to himself, nor to another account of his' },
    { field: 'toAccountId' },
  );
}

function noSuchReceiver(): Problem {
  return notFound({ zh: '可受托的账号', en: 'account that may decide' });
}

function receiverUnknown(): Problem {
  return problem(
    409,
    'delegation-holder-missing',
    {
      zh: '双方账号须先登记持有人，才能委托',
      en: 'Both accounts declare their holders before one decides for the other',
    },
    { field: 'toAccountId' },
  );
}
