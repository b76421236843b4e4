import { momentTexts, moments } from '@linggong/risk/domain';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { RowName } from '../parts/row-name';
import { useText2 } from '../parts/text2';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { DecisionRow } from './decision';

/** Risk decisions (风控决策) that stopped something, or were made about one alone. */
export default function DecisionList(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const filters: readonly Filter[] = [
    { source: 'outcome', kind: 'state', states: 'riskDecision' },
    {
      source: 'moment',
      kind: 'pick',
      options: moments.map((value) => ({ value, label: text(momentTexts[value]) })),
    },
    { source: 'at_gte', kind: 'from' },
    { source: 'at_lte', kind: 'until' },
  ];
  return (
    <RecordList<DecisionRow>
      resource="risk-decisions"
      note={translate('riskDecisions.holds')}
      columns={useDecisionColumns()}
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        ...(['review', 'hold', 'decline'] as const).map((outcome) => ({
          label: translate(`state.riskDecision.${outcome}`),
          filter: { outcome },
        })),
      ]}
    />
  );
}

export function useDecisionColumns(): readonly Column<DecisionRow>[] {
  const translate = useTranslate();
  const text = useText2();
  const moment = (row: DecisionRow): string => text(momentTexts[row.moment]);
  const kind = (row: DecisionRow): string => translate(`riskDecisions.subjectKind.${row.subjectKind}`);
  const who = ({ workerId, enterpriseId }: DecisionRow, of: 'worker' | 'enterprise'): ReactNode => {
    const id = of === 'worker' ? workerId : enterpriseId;
    return id === null ? '—' : <RowName kind={of} id={id} otherwise={id.toString()} />;
  };
  return [
    { source: 'at', kind: 'instant', sortable: true, phone: 'note' },
    { source: 'moment', render: moment, text: moment, phone: 'title' },
    { source: 'subjectKind', render: kind, text: kind },
    {
      source: 'enterpriseId',
      render: (row) => who(row, 'enterprise'),
      text: ({ enterpriseId }) => enterpriseId?.toString() ?? '',
      names: ({ enterpriseId: id }) => (id === null ? undefined : { kind: 'enterprise', id }),
      phone: 'note',
    },
    {
      source: 'workerId',
      render: (row) => who(row, 'worker'),
      text: ({ workerId }) => workerId?.toString() ?? '',
      names: ({ workerId: id }) => (id === null ? undefined : { kind: 'worker', id }),
      phone: 'note',
    },
    { source: 'score', kind: 'count', sortable: true, phone: 'end' },
    { source: 'outcome', state: 'riskDecision', phone: 'chip' },
  ];
}
