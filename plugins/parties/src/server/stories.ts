import type { Relation, StoryKind } from '@linggong/audit';

/** Whose rows this plugin's objects are, for who may read their stories (时间线). */
export const storyKinds: readonly StoryKind[] = [
  {
    kind: 'worker',
    resource: 'worker',
    owner: `SELECT NULL::int AS "enterpriseId", w.id AS "workerId",
      EXISTS (SELECT FROM parties.locked_people l WHERE l.worker_id = w.id) AS "isLocked" FROM public.workers w WHERE w.id = $1`,
    table: { name: 'public.workers' },
  },
  {
    kind: 'enterprise',
    resource: 'enterprise',
    owner: `SELECT id AS "enterpriseId", NULL::int AS "workerId" FROM public.enterprises WHERE id = $1`,
    table: { name: 'public.enterprises' },
  },
];

/** What of this plugin belongs to the story of another object. */
export const storyRelations: readonly Relation[] = [
  {
    of: 'worker',
    kind: 'bank-card',
    resource: 'bank-card',
    ids: `SELECT id FROM public.bank_cards WHERE worker_id = $1 ORDER BY id DESC`,
    table: { name: 'public.bank_cards' },
  },
  {
    of: 'enterprise',
    kind: 'enterprise-account',
    resource: 'enterprise-account',
    ids: `SELECT id FROM public.enterprise_accounts WHERE enterprise_id = $1 ORDER BY id DESC`,
    table: { name: 'public.enterprise_accounts' },
  },
];
