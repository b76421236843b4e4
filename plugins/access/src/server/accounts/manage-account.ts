import type { Core } from '@strapi/strapi';
import { administratorRoles, type Role } from '@linggong/config/access';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { notFound, problem } from '@linggong/core/domain';
import { vaultOf } from '@linggong/vault';
import { dropFactor } from '../second-factor/factor-store';
import { closeResets } from '../password-reset/reset-store';
import { openSetUp, shutPassword } from '../set-ups/open-set-up';
import { identifierKey } from '../sign-in/identifier-key';
import { endSessions } from './sessions';

interface ManagedAccount {
  readonly id: number;
  readonly identifier: string;
  readonly blocked: boolean;
}

/**
 * Blocks (停用) or opens (启用) an account; blocking ends its sessions at once. Repeating it changes nothing.
 * @throws Problem 404; 403 `administrator-account`
 */
export async function setBlocked(tx: Tx, accountId: number, blocked: boolean, command: Command): Promise<void> {
  const account = await managedAccount(tx, accountId);
  if (account.blocked === blocked) return;
  await tx.query('UPDATE public.up_users SET blocked = $2, updated_at = $3 WHERE id = $1', [
    accountId,
    blocked,
    command.at,
  ]);
  if (blocked) await endSessions(tx, { accountId }, 'blocked', command.at);
  await record(tx, command, {
    action: blocked ? 'account.block' : 'account.unblock',
    subject: { kind: 'account', id: accountId },
    before: { blocked: account.blocked },
    after: { blocked },
  });
}

/**
 * Blocks an account for a person. Where the last live manager went, nobody could decide about any account, his own among them.
 * @throws Problem as `setBlocked`; 409 `last-manager`
 */
export async function blockByHand(tx: Tx, accountId: number, command: Command): Promise<void> {
  // All of them are held, so that two who are blocked at once do not each count on the other.
  const managers = await tx.query<{ id: number }>(
    `SELECT id FROM public.up_users WHERE account_role = 'institution-manager' AND blocked IS NOT TRUE ORDER BY id FOR UPDATE`,
  );
  if (managers.length === 1 && managers[0]?.id === accountId) throw lastManager();
  await setBlocked(tx, accountId, true, command);
}

/**
 * Takes the password of an account away, ends its sessions and lifts its lock; its holder sets the next one by both halves of a code.
 * @throws Problem 404; 403 `administrator-account`
 */
export async function resetPassword(strapi: Core.Strapi, tx: Tx, accountId: number, command: Command): Promise<void> {
  const { identifier } = await managedAccount(tx, accountId);
  await shutPassword(tx, { accountId, signInKey: identifierKey(vaultOf(strapi), identifier) }, command);
  await openSetUp(tx, accountId, command);
  await record(tx, command, { action: 'account.reset-password', subject: { kind: 'account', id: accountId } });
}

/**
 * Takes the second factor from an account whose holder lost it, and ends its sessions. @returns whether there was one
 * @throws Problem 404; 403 `administrator-account`
 */
export async function resetSecondFactor(tx: Tx, accountId: number, command: Command): Promise<boolean> {
  await managedAccount(tx, accountId);
  const wasOn = await dropFactor(tx, accountId);
  await endSessions(tx, { accountId }, 'second-factor-changed', command.at);
  await closeResets(tx, accountId, 'by-administrator', command.at);
  await record(tx, command, {
    action: 'account.reset-second-factor',
    subject: { kind: 'account', id: accountId },
    before: { factor: wasOn ? 'on' : 'off' },
    after: { factor: 'off' },
  });
  return wasOn;
}

/**
 * The account, held until the transaction ends. Accounts of the three administrators (三员) are not for one of them to open, block
 * or take over: that would join two powers in one hand.
 */
async function managedAccount(tx: Tx, accountId: number): Promise<ManagedAccount> {
  const row = await tx.maybeOne<ManagedAccount & { role: Role | null }>(
    `SELECT id, username AS identifier, coalesce(blocked, false) AS blocked, account_role AS role
     FROM public.up_users WHERE id = $1 FOR UPDATE`,
    [accountId],
  );
  if (!row) throw notFound({ zh: '账号', en: 'account' });
  if (!administratorRoles.some((role) => role === row.role)) return row;
  throw problem(
    403,
    'administrator-account',
    { zh: '管理员账号不能在此变更', en: 'An account of an administrator is not changed here' },
    {
      fix: {
        zh: '三员账号遗失密码或双因素的，由另一名管理员申请恢复，机构负责人审批',
        en: 'Where password or second factor are lost, another administrator asks to restore it and the institution’s manager decides',
      },
    },
  );
}

function lastManager(): Error {
  return problem(
    409,
    'last-manager',
    { zh: '这是最后一个在用的机构负责人账号，不能停用', en: 'This is the last live account of an institution manager' },
    { fix: { zh: '请先开立或启用另一个机构负责人账号', en: 'Open or unblock another manager first' } },
  );
}
