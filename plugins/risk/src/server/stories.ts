import type { StoryKind } from '@linggong/audit';

/** Things of this plugin that have a story of their own; they are nobody's from outside. */
export const storyKinds: readonly StoryKind[] = [
  {
    kind: 'risk-list-entry',
    resource: 'risk-list-entry',
    owner: `SELECT NULL::int AS "enterpriseId", NULL::int AS "workerId" FROM risk.list_entries WHERE id = $1`,
    table: { name: 'risk.list_entries' },
  },
  {
    kind: 'risk-list-import',
    resource: 'risk-list-import',
    owner: `SELECT NULL::int AS "enterpriseId", NULL::int AS "workerId" FROM risk.list_imports WHERE id = $1`,
    table: { name: 'risk.list_imports' },
  },
  {
    kind: 'risk-snooze',
    resource: 'risk-snooze',
    owner: `SELECT NULL::int AS "enterpriseId", NULL::int AS "workerId" FROM risk.snoozes WHERE id = $1`,
    table: { name: 'risk.snoozes' },
  },
];
