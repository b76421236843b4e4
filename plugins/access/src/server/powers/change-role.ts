import type { Role } from '@linggong/config/access';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { endSessions } from '../accounts/sessions';
import { heldAccount, isStaff, type AccountRow } from './account-row';

/**
 * Gives an account of the platform another role (变更角色) and ends its sessions; elevations of the former role end with it. In a
 * rehearsal, which no approval stands behind, it only looks whether that could be done.
 * @throws Problem 404; 409 `role-same`, `role-fixed`
 */
export async function changeRole(tx: Tx, accountId: number, role: Role, command: Command): Promise<AccountRow> {
  const account = await heldAccount(tx, accountId);
  if (!isStaff(account.role)) throw fixed();
  if (account.role === role) throw same();
  if (command.approvalId === undefined) return { ...account, role };
  await tx.query('SELECT access.change_role($1, $2, $3, $4)', [accountId, role, command.approvalId, command.at]);
  await endSessions(tx, { accountId }, 'role-changed', command.at);
  await record(tx, command, {
    action: 'account.change-role',
    subject: { kind: 'account', id: accountId },
    before: { role: account.role },
    after: { role },
  });
  return { ...account, role };
}

function same(): Error {
  return problem(
    409,
    'role-same',
    { zh: '该账号已是此角色', en: 'The account has this role already' },
    { field: 'role' },
  );
}

function fixed(): Error {
  return problem(
    409,
    'role-fixed',
    { zh: '只能变更平台人员账号的角色', en: 'Only roles of the platform’s people are changed' },
    { fix: { zh: '企业、灵工、监管和管理员账号请另行开立', en: 'Open another account for what this one cannot be' } },
  );
}
