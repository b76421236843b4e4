import { isRole, roleNames } from '@linggong/config/roles';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useText2 } from '../parts/text2';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { AcknowledgementRow } from './own-procedure';

const missing = { state: ['waiting', 'late'] };
const filters: readonly Filter[] = [
  { source: 'accountName', kind: 'text' },
  { source: 'nameZh', kind: 'text' },
  { source: 'state', kind: 'state', states: 'procedureDuty' },
];

/** Who has not acknowledged the procedures that bind him, since when, and who has (制度确认情况, R1.7). */
export default function AcknowledgementList(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const name = ({ nameZh: zh, nameEn: en }: AcknowledgementRow): string => text({ zh, en });
  const role = ({ role: held }: AcknowledgementRow): string => (isRole(held) ? text(roleNames[held]) : held);
  const version = ({ versionNo: no }: AcknowledgementRow): string => translate('configuration.versionNo', { no });
  const columns: readonly Column<AcknowledgementRow>[] = [
    { source: 'accountName', sortable: true, phone: 'title' },
    { source: 'role', render: role, text: role, sortable: true, phone: 'note' },
    {
      source: 'nameZh',
      render: (row) => <Link to={`/configurations/${row.configurationId.toString()}/show`}>{name(row)}</Link>,
      text: name,
      phone: 'note',
    },
    { source: 'versionNo', render: version, text: version },
    { source: 'state', state: 'procedureDuty', phone: 'chip' },
    { source: 'askedOn', kind: 'day', sortable: true },
    { source: 'dueOn', kind: 'day', sortable: true, phone: 'end' },
    { source: 'acknowledgedAt', kind: 'instant', sortable: true },
  ];
  return (
    <RecordList<AcknowledgementRow>
      resource="acknowledgements"
      columns={columns}
      filters={filters}
      sort={{ field: 'dueOn', order: 'ASC' }}
      first={missing}
      views={[
        { label: translate('procedures.missing'), filter: missing },
        { label: translate('procedures.sent'), filter: { state: ['acknowledged'] } },
        { label: translate('views.all'), filter: {} },
      ]}
    />
  );
}
