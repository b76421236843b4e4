import type { Day } from '@linggong/core/domain';
import type { FormValues } from '../../domain';
import type { ReplaySource } from './replay-source';
import { rowSource, withinDays } from './row-source';

interface PastRecord {
  readonly cursor: number;
  readonly number: string;
  readonly day: Day;
  readonly data: FormValues;
  readonly sealed: readonly string[];
}

// A worker's record without any value was erased with him: nothing can be said of it any more.
const RECORDS = `SELECT r.id AS cursor, r.number, to_char(r.updated_at + interval '8 hours', 'YYYY-MM-DD') AS day, r.data,
    ARRAY(SELECT v.field FROM studio.form_values v WHERE v.record_id = r.id AND v.revision = r.revision ORDER BY v.id) AS sealed
  FROM studio.form_records r
 WHERE r.form_key = $3 AND ${withinDays('r.created_at')} AND (r.data <> '{}' OR r.worker_id IS NULL)`;

/**
 * Records of a form (历史表单记录): all were taken as they are, so what a draft refuses is a change. Sealed values are not opened: they count as
 * given.
 */
export const pastRecords = (form: string): ReplaySource =>
  rowSource<PastRecord>({
    name: { zh: '历史表单记录', en: 'Records of the past' },
    rows: RECORDS,
    params: [form],
    item: ({ cursor, number, day, data, sealed }) => ({
      subject: { label: number, link: `/form-records/${cursor.toString()}/show` },
      input: { today: day, values: data, ...(sealed.length === 0 ? {} : { sealed }) },
      decided: { valid: true },
    }),
  });
