import type { Relation, StoryKind } from '@linggong/audit';

/** Whose rows this plugin's objects are, for who may read their stories (时间线). */
export const storyKinds: readonly StoryKind[] = [
  {
    kind: 'task',
    resource: 'task',
    owner: `SELECT enterprise_id AS "enterpriseId", NULL::int AS "workerId" FROM public.tasks WHERE id = $1`,
    table: { name: 'public.tasks' },
  },
];

/** What of this plugin belongs to the story of another object. */
export const storyRelations: readonly Relation[] = [
  {
    of: 'task',
    kind: 'engagement',
    resource: 'engagement',
    ids: `SELECT id FROM public.engagements WHERE task_id = $1 ORDER BY id DESC`,
    table: { name: 'public.engagements' },
  },
  {
    of: 'worker',
    kind: 'engagement',
    resource: 'engagement',
    ids: `SELECT id FROM public.engagements WHERE worker_id = $1 ORDER BY id DESC`,
    table: { name: 'public.engagements' },
  },
  {
    of: 'enterprise',
    kind: 'task',
    resource: 'task',
    ids: `SELECT id FROM public.tasks WHERE enterprise_id = $1 ORDER BY id DESC`,
  },
];
