import type { Relation } from '@linggong/audit';

/** Accounts in the story of whom they belong to (时间线): sign-ins, blocks, second factors. */
export const accountRelations: readonly Relation[] = [
  {
    of: 'worker',
    kind: 'account',
    resource: 'account',
    ids: 'SELECT id FROM public.up_users WHERE worker_id = $1 ORDER BY id DESC',
  },
  {
    of: 'enterprise',
    kind: 'account',
    resource: 'account',
    ids: 'SELECT id FROM public.up_users WHERE enterprise_id = $1 ORDER BY id DESC',
  },
];
