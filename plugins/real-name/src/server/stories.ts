import type { Relation } from '@linggong/audit';

/** What of this plugin belongs to the story of another object. */
export const storyRelations: readonly Relation[] = [
  {
    of: 'worker',
    kind: 'real-name-check',
    resource: 'real-name-check',
    ids: `SELECT code AS id FROM public.real_name_checks WHERE worker_id = $1 ORDER BY public.real_name_checks.id DESC`,
    table: {
      name: 'public.real_name_checks',
      keys: 'SELECT code AS id, public.real_name_checks.id AS key FROM public.real_name_checks WHERE code = ANY ($1::text[])',
    },
  },
  {
    of: 'enterprise',
    kind: 'real-name-check',
    resource: 'real-name-check',
    ids: `SELECT code AS id FROM public.real_name_checks WHERE enterprise_id = $1 ORDER BY public.real_name_checks.id DESC`,
    table: {
      name: 'public.real_name_checks',
      keys: 'SELECT code AS id, public.real_name_checks.id AS key FROM public.real_name_checks WHERE code = ANY ($1::text[])',
    },
  },
];
