import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../parts/text2';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import type { OwnProcedureRow } from './own-procedure';

const open = { state: ['waiting', 'late'] };

/** The procedures that bind the reader (我的制度, R1.7), those that he has to acknowledge first. */
export default function OwnProcedureList(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const name = ({ nameZh: zh, nameEn: en }: OwnProcedureRow): string => text({ zh, en });
  const version = ({ versionNo: no }: OwnProcedureRow): string => translate('configuration.versionNo', { no });
  const columns: readonly Column<OwnProcedureRow>[] = [
    { source: 'nameZh', render: name, text: name, phone: 'title' },
    { source: 'versionNo', render: version, text: version, phone: 'note' },
    { source: 'state', state: 'procedureDuty', phone: 'chip' },
    { source: 'askedOn', kind: 'day', sortable: true },
    { source: 'dueOn', kind: 'day', sortable: true, phone: 'end' },
    { source: 'acknowledgedAt', kind: 'instant', sortable: true },
  ];
  return (
    <RecordList<OwnProcedureRow>
      resource="own-procedures"
      columns={columns}
      filters={[{ source: 'state', kind: 'state', states: 'procedureDuty' }]}
      sort={{ field: 'dueOn', order: 'ASC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.procedureDuty.waiting'), filter: open },
      ]}
    />
  );
}
