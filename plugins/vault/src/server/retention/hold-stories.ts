import type { Relation } from '@linggong/audit';
import { holdSubjects } from '../../domain/retention';

/** The holds on an object belong to its story, for those who may list holds. */
export const holdRelations: readonly Relation[] = holdSubjects.map((of) => ({
  of,
  kind: 'legal-hold',
  resource: 'legal-hold',
  ids: `SELECT id FROM vault.legal_holds WHERE subject_kind = '${of}' AND subject_id = $1 ORDER BY id DESC`,
}));
