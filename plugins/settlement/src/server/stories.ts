import type { Relation, StoryKind } from '@linggong/audit';

/** Whose rows this plugin's objects are, for who may read their stories (时间线). */
export const storyKinds: readonly StoryKind[] = [
  {
    kind: 'settlement-batch',
    resource: 'settlement-batch',
    owner: `SELECT enterprise_id AS "enterpriseId", NULL::int AS "workerId" FROM public.settlement_batches WHERE id = $1`,
    table: { name: 'public.settlement_batches' },
  },
  {
    kind: 'order',
    resource: 'order',
    owner: `SELECT enterprise_id AS "enterpriseId", worker_id AS "workerId" FROM public.orders WHERE id = $1`,
    table: { name: 'public.orders' },
  },
];

/** What of this plugin belongs to the story of another object. */
export const storyRelations: readonly Relation[] = [
  {
    of: 'settlement-batch',
    kind: 'settlement-line',
    resource: 'settlement-line',
    ids: `SELECT id FROM settlement.lines WHERE batch_id = $1 AND row_no IN (
        SELECT (facts ->> 'row')::int FROM settlement.batch_steps WHERE batch_id = $1 AND event = 'line-edited')
      ORDER BY id DESC`,
    table: { name: 'settlement.lines' },
  },
  {
    of: 'settlement-batch',
    kind: 'order',
    resource: 'order',
    ids: `SELECT id FROM public.orders WHERE batch_id = $1 ORDER BY id DESC`,
  },
  {
    of: 'order',
    kind: 'settlement-batch',
    resource: 'settlement-batch',
    ids: `SELECT batch_id AS id FROM public.orders WHERE id = $1`,
  },
  {
    of: 'worker',
    kind: 'order',
    resource: 'order',
    ids: `SELECT id FROM public.orders WHERE worker_id = $1 ORDER BY id DESC`,
  },
  {
    of: 'worker',
    kind: 'settlement-batch',
    resource: 'settlement-batch',
    ids: `SELECT DISTINCT batch_id AS id FROM public.orders WHERE worker_id = $1 ORDER BY 1 DESC`,
  },
  {
    of: 'enterprise',
    kind: 'settlement-batch',
    resource: 'settlement-batch',
    ids: `SELECT id FROM public.settlement_batches WHERE enterprise_id = $1 ORDER BY id DESC`,
  },
  {
    of: 'enterprise',
    kind: 'deposit',
    resource: 'deposit',
    ids: `SELECT id FROM public.deposits WHERE enterprise_id = $1 ORDER BY id DESC`,
    table: { name: 'public.deposits' },
  },
];
