import { consoleResource, type ConsoleScope } from '@linggong/access';
import { kindNames, versionStates } from '../domain';
import { seesOnlyForce } from './routes/configuration-routes';

const everForce: ConsoleScope = { sql: 'v.in_force_from IS NOT NULL', values: [] };

export const configurationList = consoleResource({
  name: 'configurations',
  resource: 'configuration',
  from: `studio.configurations c
    LEFT JOIN studio.versions f ON f.configuration_id = c.id AND f.state = 'in-force'
    LEFT JOIN studio.versions o ON o.configuration_id = c.id AND o.state IN ('draft', 'checked', 'replayed', 'submitted', 'scheduled')`,
  columns: {
    id: { sql: 'c.id', filter: 'relation', sort: true },
    kind: { sql: 'c.kind', filter: 'enum', values: [...kindNames], sort: true },
    key: { sql: 'c.key', filter: 'prefix', sort: true },
    area: { sql: `split_part(c.key, '.', 1)`, filter: 'exact', sort: true },
    nameZh: { sql: 'c.name_zh', filter: 'text', sort: true },
    nameEn: { sql: 'c.name_en', filter: 'text', sort: true },
    reviewBy: { sql: 'studio.review_day(c.kind, c.review_by, f.content)', filter: 'day', sort: true },
    inForceId: { sql: 'f.id' },
    inForceNo: { sql: 'f.version_no' },
    inForceSince: { sql: 'f.in_force_from', filter: 'instant', sort: true },
    openId: { sql: 'o.id' },
    openNo: { sql: 'o.version_no' },
    openState: { sql: 'o.state', filter: 'enum', values: [...versionStates] },
    openEffectiveFrom: { sql: 'o.effective_from', filter: 'day', sort: true },
    openUpdatedAt: { sql: 'o.updated_at', sort: true },
    isInForce: { sql: '(f.id IS NOT NULL)', filter: 'boolean' },
    // beside the version in force (影子运行)
    isShadowing: {
      sql: `coalesce(o.state = 'scheduled' AND o.shadow_from <= studio.shanghai_day(now()), false)`,
      filter: 'boolean',
    },
  },
  order: { column: 'key', direction: 'ASC' },
  scope: (account) =>
    seesOnlyForce(account)
      ? {
          sql: 'EXISTS (SELECT FROM studio.versions e WHERE e.configuration_id = c.id AND e.in_force_from IS NOT NULL)',
          values: [],
        }
      : 'all',
});

export const versionList = consoleResource({
  name: 'configuration-versions',
  resource: 'configuration-version',
  from: 'studio.versions v JOIN studio.configurations c ON c.id = v.configuration_id',
  columns: {
    id: { sql: 'v.id', filter: 'relation', sort: true },
    configurationId: { sql: 'v.configuration_id', filter: 'relation' },
    kind: { sql: 'c.kind', filter: 'enum', values: [...kindNames], sort: true },
    key: { sql: 'c.key', filter: 'prefix', sort: true },
    nameZh: { sql: 'c.name_zh', filter: 'text', sort: true },
    nameEn: { sql: 'c.name_en', filter: 'text', sort: true },
    versionNo: { sql: 'v.version_no', sort: true },
    state: { sql: 'v.state', filter: 'enum', values: [...versionStates], sort: true },
    note: { sql: 'v.note', filter: 'text' },
    effectiveFrom: { sql: 'v.effective_from', filter: 'day', sort: true },
    shadowFrom: { sql: 'v.shadow_from', filter: 'day', sort: true },
    inForceFrom: { sql: 'v.in_force_from', filter: 'instant', sort: true },
    inForceTo: { sql: 'v.in_force_to', filter: 'instant', sort: true },
    createdBy: { sql: 'v.created_name' },
    submittedBy: { sql: 'v.submitted_name' },
    submittedAt: { sql: 'v.submitted_at', filter: 'instant', sort: true },
    decidedBy: { sql: 'v.decided_name' },
    decidedAt: { sql: 'v.decided_at', filter: 'instant', sort: true },
    updatedAt: { sql: 'v.updated_at', filter: 'instant', sort: true },
  },
  scope: (account) => (seesOnlyForce(account) ? everForce : 'all'),
});
