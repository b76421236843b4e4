import type { Relation } from '@linggong/audit';

/** What of this plugin belongs to the story of another object. */
export const storyRelations: readonly Relation[] = [
  {
    of: 'enterprise',
    kind: 'fee-plan',
    resource: 'fee-plan',
    ids: `SELECT id FROM public.fee_plans WHERE enterprise_id = $1 ORDER BY id DESC`,
    table: { name: 'public.fee_plans' },
  },
  {
    of: 'enterprise',
    kind: 'fee-bill',
    resource: 'fee-bill',
    ids: `SELECT id FROM billing.bills WHERE enterprise_id = $1 ORDER BY id DESC`,
    table: { name: 'billing.bills' },
  },
];
