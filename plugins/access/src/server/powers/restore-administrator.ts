import type { Core } from '@strapi/strapi';
import type { Role } from '@linggong/config/access';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { vaultOf } from '@linggong/vault';
import { dropFactor } from '../second-factor/factor-store';
import { openSetUp, shutPassword } from '../set-ups/open-set-up';
import { identifierKey } from '../sign-in/identifier-key';
import { heldAccount } from './account-row';

/**
 * Lets an administrator (三员之一) in again who lost password or second factor: both are gone, and he sets them anew, the password by both
 * halves of a code. One that was blocked, for nobody used it, is let in again as well. One administrator asks, somebody else who is none decides; neither of them can sign in as him.
 * @throws Problem 404; 403 `administrator-other`
 */
export async function restoreAdministrator(
  strapi: Core.Strapi,
  tx: Tx,
  { accountId, roles }: { readonly accountId: number; readonly roles: readonly Role[] },
  command: Command,
): Promise<void> {
  const { identifier, role, blocked } = await heldAccount(tx, accountId);
  if (role === undefined || !roles.includes(role) || accountId === command.actor.accountId) throw notYours();
  await shutPassword(tx, { accountId, signInKey: identifierKey(vaultOf(strapi), identifier) }, command);
  const wasOn = await dropFactor(tx, accountId);
  if (blocked) await letIn(tx, accountId, command.at);
  await openSetUp(tx, accountId, command);
  await record(tx, command, {
    action: 'account.restore',
    subject: { kind: 'account', id: accountId },
    before: { factor: wasOn ? 'on' : 'off', blocked },
    after: { factor: 'off', blocked: false },
  });
}

async function letIn(tx: Tx, accountId: number, at: Date): Promise<void> {
  await tx.query('UPDATE public.up_users SET blocked = false, updated_at = $2 WHERE id = $1', [accountId, at]);
}

function notYours(): Error {
  return problem(
    403,
    'administrator-other',
    { zh: '此账号不由您申请恢复', en: 'This account is not yours to ask back' },
    {
      fix: {
        zh: '安全管理员为系统、审计管理员申请，系统管理员为安全管理员申请',
        en: 'The security administrator asks for the other two, the system administrator for the security administrator',
      },
    },
  );
}
