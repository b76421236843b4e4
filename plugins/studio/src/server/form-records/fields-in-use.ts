import type { Queryable } from '@linggong/core';
import { inUseFaults, type Fault, type FieldInUse, type FormContent, type Json, type KindName } from '../../domain';
import { allInForce } from '../reading/in-force';

const IN_USE = `
SELECT id, sum(records)::int AS records FROM (
  SELECT k.id, count(*) AS records FROM studio.form_records r, jsonb_object_keys(r.data) AS k (id) WHERE r.form_key = $1 GROUP BY k.id
  UNION ALL
  SELECT v.field, count(*) FROM studio.form_values v JOIN studio.form_records r ON r.id = v.record_id AND r.revision = v.revision
   WHERE r.form_key = $1 GROUP BY v.field) used
GROUP BY id ORDER BY id`;

/**
 * What is wrong with a draft because of what exists already (R13.1): a form may not drop, nor give another type to, a field that records
 * hold values of. Other kinds have nothing of the sort.
 */
export async function faultsOfUse(db: Queryable, kind: KindName, key: string, content: Json): Promise<Fault[]> {
  if (kind !== 'form') return [];
  const inForce = (await allInForce<FormContent>(db, 'form')).find((one) => one.key === key);
  if (inForce === undefined) return [];
  const counted = await db.query<{ id: string; records: number }>(IN_USE, [key]);
  const used = counted.flatMap(({ id, records }): FieldInUse[] => {
    const field = inForce.content.fields.find((one) => one.id === id);
    return field === undefined ? [] : [{ id, type: field.type, records }];
  });
  // The content was read by its kind before it was stored.
  return inUseFaults(content as unknown as FormContent, used);
}
