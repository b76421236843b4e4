import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { tableText, type BypassRow } from './bypass';

const filters: readonly Filter[] = [
  { source: 'at_gte', kind: 'from' },
  { source: 'at_lte', kind: 'until' },
  { source: 'bypassKind', kind: 'choice', choices: ['bypass', 'watch', 'gap', 'migration'] },
  { source: 'state', kind: 'state', states: 'bypass' },
  { source: 'dbUser', kind: 'text' },
  { source: 'xid', kind: 'text', digits: true },
];

/** Whose change it was, or how far that is known. */
export function useUserText(): (row: Pick<BypassRow, 'dbUser' | 'userSource'>) => string {
  const translate = useTranslate();
  return ({ dbUser, userSource }) =>
    dbUser === null ? translate(`bypass.source.${userSource}`, { _: userSource }) : dbUser;
}

/** What went past the platform (绕过改动), as the write-ahead log tells it. */
export default function BypassList(): ReactNode {
  const translate = useTranslate();
  const user = useUserText();
  const kind = (row: BypassRow): string => translate(`bypass.kind.${row.bypassKind}`, { _: row.bypassKind });
  const tables = (row: BypassRow): string => row.tables.map(tableText).join(', ');
  const columns: readonly Column<BypassRow>[] = [
    { source: 'at', kind: 'instant', sortable: true, phone: 'note' },
    { source: 'bypassKind', render: kind, text: kind, phone: 'title' },
    { source: 'dbUser', render: user, text: user, phone: 'end' },
    { source: 'tables', render: tables, text: tables },
    { source: 'rows', kind: 'count' },
    { source: 'application' },
    { source: 'address', hidden: true },
    { source: 'xid', hidden: true },
    { source: 'state', state: 'bypass', phone: 'chip' },
  ];
  return (
    <RecordList<BypassRow>
      resource="audit-bypasses"
      columns={columns}
      filters={filters}
      sort={{ field: 'at', order: 'DESC' }}
      first={{ state: 'open' }}
      views={[
        { label: translate('bypass.open'), filter: { state: 'open' } },
        { label: translate('views.all'), filter: {} },
      ]}
    />
  );
}
