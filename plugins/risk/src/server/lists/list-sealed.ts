import { coveredRead } from '@linggong/audit';
import type { SealedSource, UnmaskOwner, Vault } from '@linggong/vault';
import type { ListSubjectKind } from '../../domain';
import { listFields, listSubject, SEALED_AS } from './list-value';

/** Where this plugin keeps sealed values: the vault seals them anew after a rotation of its keys (密钥轮换). */
export const listSource: SealedSource = {
  name: 'risk-lists',
  order: 10,
  table: 'risk.list_entries',
  key: { column: 'id', type: 'integer' },
  // As `listSubject` writes it.
  subject: "'risk-list:' || t.subject_kind || ':' || t.subject_key",
  form: 'bytea',
  columns: { value_sealed: SEALED_AS },
};

interface Found {
  readonly number: string;
  readonly kind: ListSubjectKind;
  readonly key: string;
  readonly masked: string;
  readonly sealed: Buffer | null;
}

/** Listed values for the vault to show in clear (查看明文): for those alone who see every row. */
export function listOwner(vault: () => Vault): UnmaskOwner {
  return {
    kind: 'risk-list-entry',
    find: async (db, { id, field }, { scope }) => {
      if (field !== 'value' || scope.kind !== 'all') return undefined;
      const found = await db.maybeOne<Found>(
        `SELECT number, subject_kind AS kind, subject_key AS key, value_masked AS masked, value_sealed AS sealed
           FROM risk.list_entries WHERE id = $1`,
        [id],
      );
      const sealed = found?.sealed;
      const kind = found && listFields[found.kind];
      if (!found || !sealed || kind === undefined) return undefined;
      const reading = coveredRead('sensitive-field.read', [SEALED_AS]);
      const open = (): string => vault().open(SEALED_AS, listSubject(found.kind, found.key), sealed, reading);
      return { label: found.number, masked: found.masked, kind, workerId: null, open };
    },
  };
}
