import type { Relation, StoryKind } from '@linggong/audit';

const nobodys = 'NULL::int AS "enterpriseId", NULL::int AS "workerId"';

/** Configurations belong to the platform: whoever may read one reads its story (时间线). */
export const storyKinds: readonly StoryKind[] = [
  {
    kind: 'form-record',
    resource: 'form-record',
    owner: 'SELECT enterprise_id AS "enterpriseId", worker_id AS "workerId" FROM studio.form_records WHERE id = $1',
    table: { name: 'studio.form_records' },
  },
  {
    kind: 'configuration',
    resource: 'configuration',
    owner: `SELECT ${nobodys} FROM studio.configurations WHERE id = $1`,
    table: { name: 'studio.configurations' },
  },
  {
    kind: 'configuration-import',
    resource: 'configuration-import',
    owner: `SELECT ${nobodys} FROM studio.imports WHERE id = $1`,
    table: { name: 'studio.imports' },
  },
  {
    kind: 'configuration-version',
    resource: 'configuration-version',
    owner: `SELECT ${nobodys} FROM studio.versions WHERE id = $1`,
    table: { name: 'studio.versions' },
  },
];

export const storyRelations: readonly Relation[] = [
  {
    of: 'configuration',
    kind: 'configuration-version',
    resource: 'configuration-version',
    ids: 'SELECT id FROM studio.versions WHERE configuration_id = $1 ORDER BY id DESC',
  },
];
