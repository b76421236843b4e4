import { coveredRead } from '@linggong/audit';
import type { FieldKind, PersonKeeper, SealedSource, UnmaskOwner, Vault } from '@linggong/vault';
import { recordSubject } from './keep-record';

/** Where sealed values of records lie: the vault seals them anew after a rotation of its keys (密钥轮换). */
export const sealedRecords: SealedSource = {
  name: 'form-values',
  order: 10,
  table: 'studio.form_values',
  key: { column: 'id', type: 'bigint' },
  subject: `'form-record:' || r.number`,
  join: 'JOIN studio.form_records r ON r.id = t.record_id',
  form: 'base64',
  columns: {
    name_sealed: 'name',
    address_sealed: 'address',
    email_sealed: 'email',
    identity_sealed: 'identity-number',
    card_sealed: 'bank-card',
    phone_sealed: 'phone',
  },
};

interface Found {
  readonly number: string;
  readonly kind: FieldKind;
  readonly masked: string;
  readonly sealed: string | null;
  readonly workerId: number | null;
}

const FIND = `
SELECT r.number, v.kind, v.value_masked AS masked, r.worker_id AS "workerId",
       coalesce(v.name_sealed, v.address_sealed, v.email_sealed, v.identity_sealed, v.card_sealed, v.phone_sealed) AS sealed
FROM studio.form_records r JOIN studio.form_values v ON v.record_id = r.id AND v.revision = r.revision
WHERE r.id = $1 AND v.field = $2 AND ($3::int IS NULL OR r.enterprise_id = $3) AND ($4::int IS NULL OR r.worker_id = $4)`;

/** Values of records, for the vault to show one of them in clear (查看明文). */
export function recordOwner(vault: () => Pick<Vault, 'open'>): UnmaskOwner {
  return {
    kind: 'form-record',
    find: async (db, { id, field }, { scope }) => {
      if (scope.kind === 'account') return undefined;
      const enterpriseId = scope.kind === 'enterprise' ? scope.enterpriseId : null;
      const workerId = scope.kind === 'worker' ? scope.workerId : null;
      const found = await db.maybeOne<Found>(FIND, [id, field, enterpriseId, workerId]);
      if (found === undefined || found.sealed === null) return undefined;
      const { number, kind, masked, sealed } = found;
      const reading = coveredRead('sensitive-field.read', [kind]);
      const open = (): string => vault().open(kind, recordSubject(number), Buffer.from(sealed, 'base64'), reading);
      return { label: number, masked, kind, workerId: found.workerId, open };
    },
  };
}

const ERASE = `
UPDATE studio.form_values v SET name_sealed = NULL, address_sealed = NULL, email_sealed = NULL, identity_sealed = NULL,
  card_sealed = NULL, phone_sealed = NULL, value_blind = NULL, value_masked = '***'
FROM studio.form_records r WHERE r.id = v.record_id AND r.worker_id = ANY ($1::int[]) RETURNING 1`;

/** Records of a worker: what he filled in goes with him; that there was a record stays. */
export const recordsOfPeople: PersonKeeper = {
  erase: async (tx, _command, people) => {
    const ids = [people.map(({ workerId }) => workerId)];
    const values = await tx.query(ERASE, ids);
    const records = await tx.query(
      `UPDATE studio.form_records SET data = '{}' WHERE worker_id = ANY ($1::int[]) RETURNING 1`,
      ids,
    );
    await tx.query(
      `UPDATE studio.form_revisions v SET data = '{}' FROM studio.form_records r WHERE r.id = v.record_id AND r.worker_id = ANY ($1::int[])`,
      ids,
    );
    return { formRecords: records.length, formValues: values.length };
  },
};
