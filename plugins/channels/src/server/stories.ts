import type { Relation } from '@linggong/audit';

/** What of this plugin belongs to the story of another object. */
export const storyRelations: readonly Relation[] = [
  {
    of: 'order',
    kind: 'payout-file',
    resource: 'payout-file',
    ids: `SELECT DISTINCT instruction_file AS id FROM public.payouts WHERE order_id = $1`,
  },
];
