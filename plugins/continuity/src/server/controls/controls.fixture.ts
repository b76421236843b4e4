import { enrolFactor, newTotpSecret } from '@linggong/access';
import { auditOf } from '@linggong/audit';
import { administratorRoles, type Role } from '@linggong/config/access';
import {
  clockOf,
  controlChecksOf,
  createDatabase,
  databaseOf,
  systemCommand,
  type ControlCheck,
  type ControlLook,
} from '@linggong/core';
import type { CheckName } from '@linggong/config';
import type { BootedStrapi } from '@linggong/database/testing';
import { vaultOf } from '@linggong/vault';

/** A password that nobody has: the accounts of a test sign in by tokens. */
const passwordHash = '$argon2id$v=19$m=19456,t=2,p=1$cGxhbnRlZA$cGxhbnRlZA';

/** The accounts of these roles become such that could sign in, with a second factor each; and the log is sealed. */
export async function staff({ strapi, database, token }: BootedStrapi): Promise<void> {
  const people: readonly Role[] = [...administratorRoles, 'finance-officer', 'finance-approver'];
  for (const role of people) await token(role);
  const superuser = createDatabase({ connectionString: database.superuserUrl, max: 1 });
  const accounts = await superuser.query<{ id: number }>(
    `INSERT INTO access.credentials (account_id, password_hash, changed_at)
     SELECT id, $2, now() FROM public.up_users WHERE account_role = ANY($1) RETURNING account_id AS id`,
    [people, passwordHash],
  );
  await superuser.close();
  const command = systemCommand('test', clockOf(strapi).now(), 'test');
  await databaseOf(strapi).transaction(async (tx) => {
    for (const { id } of accounts) {
      await enrolFactor(tx, vaultOf(strapi), { accountId: id, secret: newTotpSecret() }, command);
    }
  });
  await auditOf(strapi).seal();
}

class Planted extends Error {
  constructor(readonly look: ControlLook) {
    super('planted');
  }
}

/** What a check sees, as the application, after a superuser changed rows with the triggers off; everything is put back. */
export function lookAfter(
  { strapi, database }: BootedStrapi,
  check: CheckName | ControlCheck,
  ...sql: string[]
): Promise<ControlLook> {
  const made = typeof check === 'string' ? controlChecksOf(strapi).of(check) : check;
  if (made === undefined) throw new Error(`${String(check)} is not registered`);
  const superuser = createDatabase({ connectionString: database.superuserUrl, max: 1 });
  return superuser
    .transaction(async (tx): Promise<ControlLook> => {
      await tx.query("SET LOCAL session_replication_role = 'replica'");
      for (const one of sql) await tx.query(one);
      await tx.query('SET LOCAL ROLE linggong_app');
      throw new Planted(await made(tx, clockOf(strapi).now()));
    })
    .catch((error: unknown) => {
      if (error instanceof Planted) return error.look;
      throw error;
    })
    .finally(() => superuser.close());
}
