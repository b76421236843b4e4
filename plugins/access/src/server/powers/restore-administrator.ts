import type { Core } from '@strapi/strapi';
import type { Role } from '@linggong/config/access';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { vaultOf } from '@linggong/vault';
import { endSessions } from '../accounts/sessions';
import { checkedHash, newInitialPassword, setPassword } from '../accounts/set-password';
import { closeResets } from '../password-reset/reset-store';
import { dropFactor } from '../second-factor/factor-store';
import { clearAttempts } from '../sign-in/attempts';
import { identifierKey } from '../sign-in/identifier-key';
import { heldAccount } from './account-row';

/**
 * Lets an administrator (三员之一) in again who lost password or second factor: a first password, and both to be set anew at the next
 * sign-in. One administrator asks, somebody else who is none decides. @returns the password, told this once
 * @throws Problem 404; 403 `administrator-other`
 */
export async function restoreAdministrator(
  strapi: Core.Strapi,
  tx: Tx,
  { accountId, roles }: { readonly accountId: number; readonly roles: readonly Role[] },
  command: Command,
): Promise<string> {
  const { identifier, role } = await heldAccount(tx, accountId);
  if (role === undefined || !roles.includes(role) || accountId === command.actor.accountId) throw notYours();
  const password = newInitialPassword();
  const hash = await checkedHash(identifier, password);
  await setPassword(tx, { accountId, hash, mustChange: true, at: command.at });
  const wasOn = await dropFactor(tx, accountId);
  await endSessions(tx, { accountId }, 'password-reset', command.at);
  await closeResets(tx, accountId, 'by-administrator', command.at);
  await clearAttempts(tx, identifierKey(vaultOf(strapi), identifier));
  await record(tx, command, {
    action: 'account.restore',
    subject: { kind: 'account', id: accountId },
    before: { factor: wasOn ? 'on' : 'off' },
    after: { factor: 'off' },
  });
  return password;
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
