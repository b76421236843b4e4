import type { Queryable } from '@linggong/core';
import {
  coreFaults,
  inUseFaults,
  type Fault,
  type FieldInUse,
  type FormContent,
  type Json,
  type KindName,
} from '../../domain';
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
 * hold values of, nor feed a core field that the platform does not read of it. Other kinds have nothing of the sort.
 */
export async function faultsOfUse(db: Queryable, kind: KindName, key: string, content: Json): Promise<Fault[]> {
  if (kind !== 'form') return [];
  // The content was read by its kind before it was stored.
  const form = content as unknown as FormContent;
  const ofCore = coreFaults(key, form);
  const inForce = (await allInForce<FormContent>(db, 'form')).find((one) => one.key === key);
  if (inForce === undefined) return ofCore;
  const counted = await db.query<{ id: string; records: number }>(IN_USE, [key]);
  const used = counted.flatMap(({ id, records }): FieldInUse[] => {
    const field = inForce.content.fields.find((one) => one.id === id);
    return field === undefined ? [] : [{ id, type: field.type, records }];
  });
  return [...ofCore, ...inUseFaults(form, used)];
}
