import type { Database } from '@linggong/core';
import type { Vault } from '@linggong/vault';

const formValues = [
  ['name', 'name_sealed', '吴表单'],
  ['address', 'address_sealed', '测试路2号'],
  ['email', 'email_sealed', 'form@example.com'],
  ['identity-number', 'identity_sealed', '110101199003079999'],
  ['bank-card', 'card_sealed', '6222028872946788639'],
  ['phone', 'phone_sealed', '13900000005'],
] as const;

/** Two records of a form with personal values of every kind (表单记录). */
export async function fillForms(db: Database, vault: Vault): Promise<void> {
  for (const number of ['FR-T-1', 'FR-T-2']) {
    const { id } = await db.one<{ id: number }>(
      `INSERT INTO studio.form_records (number, form_key, version_id, data, created_at, created_name, updated_at, updated_name)
       SELECT $1, c.key, v.id, '{}', now(), 'test', now(), 'test' FROM studio.versions v
         JOIN studio.configurations c ON c.id = v.configuration_id WHERE c.key = 'service.complaint' RETURNING id`,
      [number],
    );
    await db.query(
      `INSERT INTO studio.form_revisions (record_id, revision, version_id, data, at, by_name)
       SELECT id, 1, version_id, '{}', now(), 'test' FROM studio.form_records WHERE id = $1`,
      [id],
    );
    const sealed = formValues.map(([kind, , clear]) =>
      vault.seal(kind, `form-record:${number}`, clear).toString('base64'),
    );
    // A value fills the column of its kind; one row stands here for a value of each.
    await db.query(
      `INSERT INTO studio.form_values (record_id, revision, field, kind, value_masked, ${formValues.map(([, column]) => column).join(', ')})
       VALUES ($1, 1, 'all', 'name', '***', ${sealed.map((_, index) => `$${index + 2}`).join(', ')})`,
      [id, ...sealed],
    );
  }
}
