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

/** Two accounts with a second factor, a further one that is being set up, and a number for their messages. */
export async function addFactors(db: Database, vault: Vault): Promise<void> {
  const accounts = await db.query<{ id: number }>('SELECT id FROM public.up_users ORDER BY id LIMIT 2');
  for (const { id } of accounts) {
    const seal = (secret: string): Buffer => vault.seal('totp-secret', `account:${id}`, secret);
    await db.query(
      `INSERT INTO access.second_factors (account_id, pending_sealed, secret_sealed, confirmed_at) VALUES ($1, $2, $3, now())
       ON CONFLICT (account_id) DO UPDATE SET pending_sealed = $2, secret_sealed = $3, confirmed_at = now()`,
      [id, seal(`pending of ${id}`), seal(`secret of ${id}`)],
    );
    await db.query(
      'INSERT INTO access.holder_contacts (account_id, phone_sealed) VALUES ($1, $2) ON CONFLICT (account_id) DO UPDATE SET phone_sealed = $2',
      [id, vault.seal('phone', `account:${id}`, '13900000002')],
    );
  }
}

/** Two people on a list, each by his phone (风控名单). */
export async function listPeople(db: Database, vault: Vault): Promise<void> {
  for (const phone of ['13900000003', '13900000004']) {
    const key = vault.blind('phone', phone).toString('hex');
    await db.query(
      `INSERT INTO risk.list_entries (number, kind, subject_kind, subject_key, value_sealed, value_masked, source, reason, state,
         created_at, created_name) VALUES ($1, 'watch', 'phone', $2, $3, '139****', 'platform', '测试', 'in-force', now(), 'test')`,
      [`RL-T-${phone.slice(-1)}`, key, vault.seal('identity-number', `risk-list:phone:${key}`, phone)],
    );
  }
}

/** Rows from before payers were sealed (`OLD-…`): persons, an organisation, and the enterprise itself. */
export async function payBefore(superuser: Database): Promise<void> {
  await superuser.query(`
    SET session_replication_role = 'replica';
    INSERT INTO channels.statement_lines (channel, account, bank_serial, booked_on, booked_at, direction, amount_fen, reversal, payer_name, remark, file_id)
    SELECT channel, account, v.serial, booked_on, booked_at, direction, amount_fen, reversal, v.payer, v.remark, file_id
      FROM (SELECT * FROM channels.statement_lines WHERE payer_sealed IS NOT NULL ORDER BY id LIMIT 1) l,
           (VALUES ('OLD-1', '周旧款', '周旧款 13900000002 货款'), ('OLD-2', '湖南旧款有限公司', '周旧款')) v (serial, payer, remark);
    INSERT INTO public.deposits (number, enterprise_id, sub_account_number, bank_serial, amount_fen, payer_name, remark, state, received_at, booked_at, ledger_key)
    SELECT v.serial, d.enterprise_id, d.sub_account_number, v.serial, d.amount_fen, coalesce(v.payer, e.name), v.remark, d.state, d.received_at, d.booked_at, v.serial
      FROM (SELECT * FROM public.deposits ORDER BY id LIMIT 1) d JOIN parties.published_enterprise_facts e ON e.enterprise_id = d.enterprise_id,
           (VALUES ('OLD-3', '吴旧款', '吴旧款代付'), ('OLD-4', '郑*款', NULL), ('OLD-5', NULL, '旧款')) v (serial, payer, remark);
    SET session_replication_role = 'origin'`);
}

/** What is read of them now. */
export function paidBefore(superuser: Database): Promise<Record<string, unknown>[]> {
  return superuser.query(
    `SELECT bank_serial AS serial, payer_name AS payer, remark, payer_sealed IS NOT NULL AS sealed FROM channels.statement_lines WHERE bank_serial ~ '^OLD'
     UNION ALL SELECT bank_serial, payer_name, remark, payer_sealed IS NOT NULL FROM public.deposits WHERE bank_serial ~ '^OLD' ORDER BY 1`,
  );
}
