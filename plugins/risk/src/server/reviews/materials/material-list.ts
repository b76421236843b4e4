import { consoleResource } from '@linggong/access';
import { clockOf } from '@linggong/core';
import { materialKinds, materialStates } from '../../../domain';
import { materialAnswer } from './material-rows';

export const materialList = consoleResource({
  name: 'promotional-materials',
  resource: 'promotional-material',
  from: 'risk.materials m',
  columns: {
    id: { sql: 'm.id', sort: true, filter: 'relation' },
    number: { sql: 'm.number', filter: 'prefix', sort: true },
    kind: { sql: 'm.kind', filter: 'enum', values: [...materialKinds] },
    title: { sql: 'm.title', filter: 'text' },
    place: { sql: 'm.place' },
    owner: { sql: 'm.owner' },
    publishedOn: { sql: 'm.published_on', filter: 'day', sort: true },
    state: { sql: 'm.state', filter: 'enum', values: [...materialStates], sort: true },
    openFindings: {
      sql: `(SELECT count(*)::int FROM risk.material_findings f WHERE f.material_id = m.id AND f.state = 'open')`,
    },
    dueOn: {
      sql: `(SELECT min(f.due_on) FROM risk.material_findings f WHERE f.material_id = m.id AND f.state = 'open')`,
    },
    reviewBy: { sql: 'm.review_by', filter: 'day', sort: true },
    registeredBy: { sql: 'm.registered_by' },
    registeredAt: { sql: 'm.registered_at', filter: 'instant', sort: true },
  },
  scope: (_account, scope) => (scope.kind === 'all' ? 'all' : 'none'),
  detail: (id, _account, db, { strapi }) => materialAnswer(db, id, clockOf(strapi).now()),
});
