import type { Relation, StoryKind } from '@linggong/audit';

/** Whose rows this plugin's objects are, for who may read their stories (时间线). */
export const caseStories: readonly StoryKind[] = [
  {
    kind: 'risk-case',
    resource: 'risk-case',
    owner: `SELECT enterprise_id AS "enterpriseId", worker_id AS "workerId" FROM risk.cases WHERE id = $1`,
    table: { name: 'risk.cases' },
  },
];

/** What of this plugin belongs to the story of another object. */
export const caseRelations: readonly Relation[] = [
  {
    of: 'risk-case',
    kind: 'risk-measure',
    resource: 'risk-measure',
    ids: 'SELECT id FROM risk.measures WHERE case_id = $1 ORDER BY id DESC',
    table: { name: 'risk.measures' },
  },
  {
    of: 'risk-case',
    kind: 'risk-explanation',
    resource: 'risk-explanation',
    ids: 'SELECT id FROM risk.explanations WHERE case_id = $1 ORDER BY id DESC',
    table: { name: 'risk.explanations' },
  },
  {
    of: 'worker',
    kind: 'risk-case',
    resource: 'risk-case',
    ids: 'SELECT id FROM risk.cases WHERE worker_id = $1 ORDER BY id DESC',
  },
  {
    of: 'enterprise',
    kind: 'risk-case',
    resource: 'risk-case',
    ids: 'SELECT id FROM risk.cases WHERE enterprise_id = $1 ORDER BY id DESC',
  },
];
