import type { Database } from '@linggong/core';
import type { Vault } from '@linggong/vault';

/** The contacts and the account of an enterprise, sealed for it. */
export async function sealContacts(db: Database, vault: Vault, enterpriseId: number): Promise<void> {
  const { uscc } = await db.one<{ uscc: string }>('SELECT uscc FROM public.enterprises WHERE id = $1', [enterpriseId]);
  const seal = (kind: 'name' | 'phone' | 'bank-card', clear: string): string =>
    vault.seal(kind, `enterprise:${uscc}`, clear).toString('base64');
  await db.query(
    `UPDATE public.enterprises SET legal_representative_sealed = $2, contact_name_sealed = $3, contact_phone_sealed = $4,
       bank_account_sealed = $5 WHERE id = $1`,
    [
      enterpriseId,
      seal('name', '法人'),
      seal('name', '联系人'),
      seal('phone', '13900000001'),
      seal('bank-card', '6222020000000000'),
    ],
  );
}

/** A bank's file carries the identity number as well; the sandbox's does not ask for it. */
export async function fillIdentities(superuser: Database): Promise<void> {
  await superuser.query(
    `SET session_replication_role = replica;
     UPDATE channels.payees SET identity_sealed = decode(w.identity_sealed, 'base64')
       FROM public.workers w WHERE w.identity_blind = subject;
     SET session_replication_role = DEFAULT`,
  );
}
