import type { Relation, StoryKind } from '@linggong/audit';

/** Whose rows this plugin's objects are, for who may read their stories (时间线). */
export const storyKinds: readonly StoryKind[] = [
  {
    kind: 'contract',
    resource: 'contract',
    owner: `SELECT enterprise_id AS "enterpriseId", worker_id AS "workerId" FROM public.contracts WHERE id = $1`,
    table: { name: 'public.contracts' },
  },
];

/** What of this plugin belongs to the story of another object. */
export const storyRelations: readonly Relation[] = [
  {
    of: 'worker',
    kind: 'contract',
    resource: 'contract',
    ids: `SELECT id FROM public.contracts WHERE worker_id = $1 ORDER BY id DESC`,
  },
  {
    of: 'enterprise',
    kind: 'contract',
    resource: 'contract',
    ids: `SELECT id FROM public.contracts WHERE enterprise_id = $1 ORDER BY id DESC`,
  },
];
