import { listWords } from '@linggong/risk/api';
import { measureKinds } from '@linggong/risk/domain';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useRowLife } from '../parts/row-life';
import { RowName } from '../parts/row-name';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { MeasureRow } from './measure';

/** Measures against risks (风险措施): those in force first; each is taken and lifted by two people. */
export default function MeasureList(): ReactNode {
  const translate = useTranslate();
  const columns = useMeasureColumns();
  const may = useMay();
  const { buttons, sheet } = useRowLife<MeasureRow>({
    kind: 'riskMeasure',
    resource: 'risk-measures',
    actions: ({ state }) => (state === 'in-force' ? [{ name: 'lift', reason: 'required' }] : []),
  });
  const filters: readonly Filter[] = [
    { source: 'number', kind: 'text' },
    { source: 'state', kind: 'state', states: 'riskMeasure' },
    {
      source: 'kind',
      kind: 'pick',
      options: measureKinds.map((value) => ({ value, label: translate(`riskMeasures.kind.${value}`) })),
    },
  ];
  const inForce = { state: 'in-force' };
  const lift: Column<MeasureRow> = { source: 'lift', kind: 'act', render: buttons, text: () => '' };
  return (
    <>
      <RecordList<MeasureRow>
        resource="risk-measures"
        columns={may('risk-measures', 'lift') ? [...columns, lift] : columns}
        filters={filters}
        sort={{ field: 'takenAt', order: 'DESC' }}
        first={inForce}
        views={[
          { label: translate('state.riskMeasure.in-force'), filter: inForce },
          { label: translate('views.all'), filter: {} },
        ]}
        linkOf={({ caseId }) => (may('risk-cases', 'show') ? `/risk-cases/${caseId.toString()}/show` : undefined)}
      />
      {sheet}
    </>
  );
}

export function useMeasureColumns(): readonly Column<MeasureRow>[] {
  const translate = useTranslate();
  const text = useText2();
  const opens = useMay()('risk-cases', 'show');
  const kind = (row: MeasureRow): string => translate(`riskMeasures.kind.${row.kind}`);
  const listed = ({ list }: MeasureRow): string => (list === null ? '' : text(listWords.kind[list]));
  return [
    { source: 'number', kind: 'number', sortable: true, phone: 'note' },
    { source: 'kind', render: kind, text: kind, phone: 'title' },
    {
      source: 'subjectNumber',
      render: ({ subjectKind, subjectId, subjectNumber }) => (
        <RowName kind={subjectKind} id={subjectId} otherwise={subjectNumber} linked />
      ),
      text: ({ subjectNumber }) => subjectNumber,
      phone: 'note',
    },
    { source: 'state', state: 'riskMeasure', phone: 'chip' },
    { source: 'lineLimitFen', kind: 'money', hidden: 'zero' },
    { source: 'monthLimitFen', kind: 'money', hidden: 'zero' },
    { source: 'list', render: listed, text: listed, hidden: true },
    { source: 'endsOn', kind: 'day', hidden: true },
    { source: 'reason', kind: 'text' },
    {
      source: 'caseNumber',
      render: ({ caseId, caseNumber }) =>
        opens ? <Link to={`/risk-cases/${caseId.toString()}/show`}>{caseNumber}</Link> : caseNumber,
      text: ({ caseNumber }) => caseNumber,
    },
    { source: 'takenAt', kind: 'instant', sortable: true, phone: 'note' },
    { source: 'liftedAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'liftReason', kind: 'text', hidden: true },
  ];
}
