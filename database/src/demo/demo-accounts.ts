import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { createAccount, enrolFactor, newTotpSecret } from '@linggong/access';
import { roles, secondFactorRoles, type Role } from '@linggong/config/access';
import { clockOf, databaseOf, systemCommand } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import { writeSecretFile } from '../embedded';
import { syntheticHolder, syntheticPhone } from './synthetic/holders';

interface DemoAccount {
  readonly role: Role;
  readonly identifier: string;
  readonly password: string;
  /** Secret of the second factor (base32), where the role works with one only; type it into an authenticator app. */
  readonly totpSecret?: string;
  /** Telephone of the made-up holder, for whoever tries out a forgotten password; a worker's is in the register. */
  readonly phone?: string;
}

/**
 * Opens one account for each role, in one transaction, and writes their random passwords, and the
 * secrets of their second factors, to a file that only we can read. The file is written first: accounts whose passwords nobody has would be worse than passwords without accounts.
 */
export async function openDemoAccounts(
  app: Core.Strapi,
  accountsFile: string,
  own: { readonly enterpriseId?: number; readonly workerId?: number } = {},
): Promise<void> {
  const accounts = roles.map((role, serial): DemoAccount => {
    const person = ownerOf(role, own).workerId === undefined ? { phone: syntheticPhone(serial) } : {};
    const factor = secondFactorRoles.has(role) ? { totpSecret: newTotpSecret() } : {};
    return { role, identifier: `demo-${role}`, password: newPassword(), ...factor, ...person };
  });
  mkdirSync(path.dirname(accountsFile), { recursive: true, mode: 0o700 });
  writeSecretFile(accountsFile, `${JSON.stringify(accounts, null, 2)}\n`);
  const command = systemCommand('demo', clockOf(app).now(), randomUUID());
  await databaseOf(app).transaction(async (tx) => {
    for (const [serial, { totpSecret, ...account }] of accounts.entries()) {
      const owner = ownerOf(account.role, own);
      // The worker is known by his row of the register.
      const person = owner.workerId === undefined ? { holder: syntheticHolder(vaultOf(app), serial) } : {};
      const id = await createAccount(tx, { ...account, ...owner, ...person }, command);
      if (totpSecret !== undefined) await enrolFactor(tx, vaultOf(app), { accountId: id, secret: totpSecret }, command);
    }
  });
}

function ownerOf(
  role: Role,
  { enterpriseId, workerId }: { readonly enterpriseId?: number; readonly workerId?: number },
): { enterpriseId?: number; workerId?: number } {
  if (role === 'enterprise' && enterpriseId !== undefined) return { enterpriseId };
  if (role === 'worker' && workerId !== undefined) return { workerId };
  return {};
}

/** 120 random bits, with a letter of each case, a digit and a sign, so that it passes any policy of classes. */
function newPassword(): string {
  return `Lg7-${randomBytes(15).toString('base64url')}`;
}
