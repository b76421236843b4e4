import { scopeBy, consoleResource, type ConsoleResource } from '../console/console-resource';

const own: ConsoleResource['scope'] = scopeBy({ queue: 'e.account_id = $1' });

const state = `CASE WHEN e.reviewed_at IS NOT NULL THEN 'reviewed' WHEN e.ended_at IS NOT NULL THEN 'ended' ELSE 'live' END`;

/** Elevations (提权): one's own, or everybody's for who grants them and for the two administrators who watch. */
export const elevationList = consoleResource({
  name: 'elevations',
  idKind: 'uuid',
  resource: 'elevation',
  from: 'access.elevations e',
  order: { column: 'fromAt', direction: 'DESC' },
  columns: {
    id: { sql: 'e.id', filter: 'uuid' },
    accountId: { sql: 'e.account_id', filter: 'relation' },
    accountName: { sql: 'e.account_name', filter: 'exact', searched: true },
    resource: { sql: 'e.resource', filter: 'exact' },
    actions: { sql: 'e.actions' },
    enterpriseId: { sql: 'e.enterprise_id', filter: 'relation' },
    workerId: { sql: 'e.worker_id', filter: 'relation' },
    state: { sql: state, filter: 'enum', values: ['live', 'ended', 'reviewed'] },
    looks: { sql: '(SELECT count(*)::int FROM access.elevation_looks l WHERE l.elevation_id = e.id)' },
    reason: { sql: 'e.reason' },
    approvalId: { sql: 'e.approval_id' },
    grantedName: { sql: 'e.granted_name', filter: 'exact' },
    fromAt: { sql: 'e.from_at', filter: 'instant', sort: true },
    untilAt: { sql: 'e.until_at', filter: 'instant', sort: true },
    endedAt: { sql: 'e.ended_at', filter: 'instant', sort: true },
    endedBecause: { sql: 'e.ended_because' },
    reviewedName: { sql: 'e.reviewed_name' },
    reviewedAt: { sql: 'e.reviewed_at', sort: true },
    review: { sql: 'e.review' },
  },
  scope: own,
});

/** Each look under an elevation, as its grantor reads them afterwards. */
export const elevationLookList = consoleResource({
  name: 'elevation-looks',
  resource: 'elevation-look',
  from: 'access.elevation_looks l JOIN access.elevations e ON e.id = l.elevation_id',
  columns: {
    id: { sql: 'l.id', filter: 'relation', sort: true },
    elevationId: { sql: 'l.elevation_id', filter: 'uuid' },
    accountName: { sql: 'e.account_name', filter: 'exact' },
    at: { sql: 'l.at', filter: 'instant', sort: true },
    route: { sql: 'l.route' },
    subjectId: { sql: 'l.subject_id', filter: 'exact' },
    rows: { sql: 'l.rows', filter: 'number', sort: true, sum: true },
    status: { sql: 'l.status', filter: 'number' },
    idsSha256: { sql: 'l.ids_sha256' },
    clearField: { sql: 'l.clear_field', filter: 'exact' },
  },
  scope: own,
});
