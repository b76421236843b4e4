import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import type { OffboardingRow } from './rating';

/** Dishonest enterprises on their way out (清退流程). */
export default function OffboardingList(): ReactNode {
  const translate = useTranslate();
  const opens = useMay()('risk-cases', 'show');
  const columns: readonly Column<OffboardingRow>[] = [
    { source: 'number', kind: 'number', phone: 'note', sortable: true },
    { source: 'enterpriseName', phone: 'title' },
    { source: 'state', state: 'riskOffboarding', phone: 'chip' },
    {
      source: 'caseNumber',
      render: ({ caseId, caseNumber }) =>
        opens ? <Link to={`/risk-cases/${caseId.toString()}/show`}>{caseNumber}</Link> : caseNumber,
      text: ({ caseNumber }) => caseNumber,
    },
    { source: 'openedAt', kind: 'instant', sortable: true, phone: 'end' },
    { source: 'settledAt', kind: 'instant' },
    { source: 'endedAt', kind: 'instant', sortable: true },
  ];
  return (
    <RecordList<OffboardingRow>
      resource="risk-offboardings"
      columns={columns}
      filters={[
        { source: 'number', kind: 'text' },
        { source: 'state', kind: 'state', states: 'riskOffboarding' },
      ]}
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.riskOffboarding.suspended'), filter: { state: 'suspended' } },
        { label: translate('state.riskOffboarding.settled'), filter: { state: 'settled' } },
      ]}
    />
  );
}
