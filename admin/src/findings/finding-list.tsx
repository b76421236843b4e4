import type { ReactNode } from 'react';
import { isRole, roleNames } from '@linggong/config/roles';
import { useTranslate } from 'react-admin';
import { useText2 } from '../parts/text2';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { FindingRow } from './finding';

const filters: readonly Filter[] = [{ source: 'state', kind: 'state', states: 'finding' }];

/** What a finding is, in words; one that this console does not know yet is shown by its code. */
export function useFindingWords(): (finding: Pick<FindingRow, 'audit' | 'kind'>) => string {
  const translate = useTranslate();
  return ({ audit, kind }) => translate(`keeping.kind.${audit}.${kind}`, { _: `${audit} ${kind}` });
}

/** The name of the role that a finding belongs to. */
export function useOwnerName(): (owner: string) => string {
  const text = useText2();
  return (owner) => (isRole(owner) ? text(roleNames[owner]) : owner);
}

/** Findings of the audits (审计发现) that belong to the reader's role; the audit administrator sees all. */
export default function FindingList(): ReactNode {
  const translate = useTranslate();
  const words = useFindingWords();
  const owner = useOwnerName();
  const audit = (row: FindingRow): string => translate(`keeping.audit.${row.audit}`, { _: row.audit });
  const columns: readonly Column<FindingRow>[] = [
    { source: 'kind', render: words, text: words, phone: 'title' },
    { source: 'audit', render: audit, text: audit, sortable: true },
    { source: 'state', state: 'finding', sortable: true, phone: 'chip' },
    { source: 'differences', kind: 'count', sortable: true, phone: 'end' },
    { source: 'owner', render: (row) => owner(row.owner), text: (row) => owner(row.owner) },
    { source: 'timesSeen', kind: 'count', hidden: true },
    { source: 'firstSeenAt', kind: 'instant', sortable: true },
    { source: 'lastSeenAt', kind: 'instant', sortable: true, phone: 'note' },
  ];
  const unsettled = { state: ['open', 'recurring', 'acknowledged'] };
  return (
    <RecordList<FindingRow>
      resource="findings"
      columns={columns}
      filters={filters}
      sort={{ field: 'lastSeenAt', order: 'DESC' }}
      views={[
        { label: translate('keeping.unsettled'), filter: unsettled },
        { label: translate('views.all'), filter: {} },
      ]}
    />
  );
}
