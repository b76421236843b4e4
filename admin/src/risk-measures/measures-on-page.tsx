import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useTotals } from '../dashboards/use-total';
import { useMay } from '../session/use-me';
import { ListCard } from '../table/list-card';
import type { MeasureRow } from './measure';
import { useMeasureColumns } from './measure-list';

interface MeasuresOnPageProps {
  kind: 'worker' | 'enterprise';
  id: number;
}

/** The measures in force against somebody, on his page; nothing where there are none, or for who may not see them. */
export function MeasuresOnPage({ kind, id }: MeasuresOnPageProps): ReactNode {
  const translate = useTranslate();
  const opens = useMay()('risk-cases', 'show');
  const columns = useMeasureColumns().filter(({ source }) => source !== 'subjectNumber');
  const only = { subjectKind: kind, subjectId: id, state: 'in-force' };
  const [total] = useTotals([{ resource: 'risk-measures', filter: only }]);
  if (total?.allowed !== true || (total.count ?? 0) === 0) return null;
  return (
    <ListCard<MeasureRow>
      title={translate('riskMeasures.onPage')}
      resource="risk-measures"
      columns={columns}
      sort={{ field: 'takenAt', order: 'DESC' }}
      only={only}
      linkOf={({ caseId }) => (opens ? `/risk-cases/${caseId.toString()}/show` : undefined)}
    />
  );
}
