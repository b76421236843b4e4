import { consoleResource } from '@linggong/access';
import { clockOf } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { listKinds, listSources, listStates, listSubjectKinds } from '../../domain';
import { entryDetail, shownState } from './entry-rows';
import { readImport } from './import-rows';

/** Lists are read by who may read the resource at all: no row is anybody's own. */
const everyRow = (): 'all' => 'all';

const entries = consoleResource({
  name: 'risk-list-entries',
  resource: 'risk-list-entry',
  from: 'risk.list_entries e LEFT JOIN risk.list_imports i ON i.id = e.import_id',
  columns: {
    id: { sql: 'e.id', filter: 'relation', sort: true },
    number: { sql: 'e.number', filter: 'prefix', sort: true },
    kind: { sql: 'e.kind', filter: 'enum', values: [...listKinds] },
    subjectKind: { sql: 'e.subject_kind', filter: 'enum', values: [...listSubjectKinds] },
    value: { sql: 'e.value_masked' },
    rules: { sql: 'e.rules' },
    source: { sql: 'e.source', filter: 'enum', values: [...listSources] },
    reason: { sql: 'e.reason' },
    endsOn: { sql: 'e.ends_on', filter: 'day', sort: true },
    state: {
      sql: shownState(`(now() AT TIME ZONE 'Asia/Shanghai')::date`),
      filter: 'enum',
      values: [...listStates, 'expired'],
    },
    importId: { sql: 'e.import_id', filter: 'relation' },
    importNumber: { sql: 'i.number' },
    createdAt: { sql: 'e.created_at', sort: true },
    createdName: { sql: 'e.created_name' },
  },
  scope: everyRow,
  detail: (id, _account, db, { strapi }) => entryDetail(db, id, shanghaiDay(clockOf(strapi).now())),
});

const imports = consoleResource({
  name: 'risk-list-imports',
  resource: 'risk-list-import',
  from: 'risk.list_imports i',
  columns: {
    id: { sql: 'i.id', filter: 'relation', sort: true },
    number: { sql: 'i.number', filter: 'prefix', sort: true },
    state: { sql: 'i.state', filter: 'enum', values: ['read', 'taken', 'discarded'] },
    rowsRead: { sql: 'i.rows_read' },
    rowsGood: { sql: 'i.rows_good' },
    rowsRefused: { sql: 'i.rows_refused' },
    createdAt: { sql: 'i.created_at', sort: true },
    createdName: { sql: 'i.created_name' },
  },
  scope: everyRow,
  detail: (id, _account, db) => readImport(db, id),
});

export const listLists = [entries, imports];
