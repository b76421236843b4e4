import { randomUUID } from 'node:crypto';
import type { Role } from '@linggong/config/access';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { problem, type Text2 } from '@linggong/core/domain';
import { identifierFault, type IdentifierFault } from '../../domain/identifier';
import { declareHolder, type Holder } from '../persons/declare-holder';
import { checkedHash, setPassword } from './set-password';

export interface NewAccount {
  /** What one signs in with; never personal data. */
  readonly identifier: string;
  /** Left out for an account that cannot sign in with a password. */
  readonly password?: string;
  readonly role: Role;
  /** Required for, and only for, the role `enterprise`. */
  readonly enterpriseId?: number;
  /** Required for, and only for, the role `worker`. */
  readonly workerId?: number;
  /** Who stands behind it; left out where he tells it himself, or is known as a worker. */
  readonly holder?: Holder | undefined;
}

/**
 * Opens an account (开户). @returns its number
 * @throws Problem 400 `identifier-invalid`, `password-weak` or `account-owner-invalid`; 409 `identifier-taken`
 */
export async function createAccount(tx: Tx, account: NewAccount, command: Command): Promise<number> {
  checkIdentifier(account.identifier);
  checkOwner(account);
  const passwordHash =
    account.password === undefined ? undefined : await checkedHash(account.identifier, account.password);
  const id = await insertAccount(tx, account, command.at);
  if (passwordHash !== undefined) {
    await setPassword(tx, { accountId: id, hash: passwordHash, mustChange: false, at: command.at });
  }
  const { identifier, role, enterpriseId, workerId } = account;
  await record(tx, command, {
    action: 'account.create',
    subject: { kind: 'account', id: String(id) },
    after: { identifier, role, ...(enterpriseId ? { enterpriseId } : {}), ...(workerId ? { workerId } : {}) },
  });
  if (account.holder !== undefined) await declareHolder(tx, command, id, account.holder);
  return id;
}

/** Roles are given by a function of the database alone: the application may not write them (三权分立, R9.5). */
async function insertAccount(tx: Tx, account: NewAccount, at: Date): Promise<number> {
  const { id } = await tx.one<{ id: number | null }>('SELECT access.open_account($1, $2, $3, $4, $5, $6) AS id', [
    randomUUID().replaceAll('-', '').slice(0, 24),
    account.identifier,
    account.role,
    account.enterpriseId ?? null,
    account.workerId ?? null,
    at,
  ]);
  if (id !== null) return id;
  throw problem(
    409,
    'identifier-taken',
    { zh: '此账号已被使用', en: 'This identifier is taken' },
    {
      field: 'identifier',
      fix: { zh: '请换一个账号', en: 'Choose another identifier' },
    },
  );
}

const identifierTexts: Readonly<Record<IdentifierFault, Text2>> = {
  format: {
    zh: '账号应为 3 至 64 个字母、数字、点、横线或下划线',
    en: 'An identifier is 3 to 64 letters, digits, dots, dashes or underscores',
  },
  personal: {
    zh: '账号不能是手机号、证件号、卡号或邮箱',
    en: 'An identifier cannot be a telephone, identity or card number or an e-mail address',
  },
};

function checkIdentifier(identifier: string): void {
  const fault = identifierFault(identifier);
  if (fault) throw problem(400, 'identifier-invalid', identifierTexts[fault], { field: 'identifier' });
}

function checkOwner({ role, enterpriseId, workerId }: NewAccount): void {
  const isOwned =
    (role === 'enterprise') === (enterpriseId !== undefined) && (role === 'worker') === (workerId !== undefined);
  if (isOwned) return;
  throw problem(400, 'account-owner-invalid', {
    zh: '企业账号须指明企业，灵工账号须指明灵工，其他账号不得指明',
    en: 'An enterprise account names its enterprise, a worker account its worker, and no other account either',
  });
}
