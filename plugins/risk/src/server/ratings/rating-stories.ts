import type { Relation, StoryKind } from '@linggong/audit';

const ofTheHouse = 'NULL::int AS "enterpriseId", NULL::int AS "workerId"';

/** Things of ratings that have a story of their own; what is held against an enterprise is not told to it. */
export const ratingStories: readonly StoryKind[] = [
  {
    kind: 'credit-check',
    resource: 'credit-check',
    owner: `SELECT ${ofTheHouse} FROM risk.credit_checks WHERE id = $1`,
    table: { name: 'risk.credit_checks' },
  },
  {
    kind: 'rating-override',
    resource: 'rating-override',
    owner: `SELECT ${ofTheHouse} FROM risk.rating_overrides WHERE id = $1`,
    table: { name: 'risk.rating_overrides' },
  },
  {
    kind: 'risk-offboarding',
    resource: 'risk-offboarding',
    owner: `SELECT ${ofTheHouse} FROM risk.offboardings WHERE id = $1`,
    table: { name: 'risk.offboardings' },
  },
];

/** What of ratings belongs to the story of an enterprise, for those who may read it. */
export const ratingRelations: readonly Relation[] = [
  {
    of: 'enterprise',
    kind: 'credit-check',
    resource: 'credit-check',
    ids: 'SELECT id FROM risk.credit_checks WHERE enterprise_id = $1 ORDER BY id DESC',
  },
  {
    of: 'enterprise',
    kind: 'rating-override',
    resource: 'rating-override',
    ids: 'SELECT id FROM risk.rating_overrides WHERE enterprise_id = $1 ORDER BY id DESC',
  },
  {
    of: 'enterprise',
    kind: 'risk-offboarding',
    resource: 'risk-offboarding',
    ids: 'SELECT id FROM risk.offboardings WHERE enterprise_id = $1 ORDER BY id DESC',
  },
];
