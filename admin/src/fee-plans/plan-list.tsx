import { planWords } from '@linggong/billing/api';
import { bearings, chargeTimes, feeKinds, taxBearers } from '@linggong/billing/domain';
import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { percentText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { FeePlanRow } from './plan';

const filters: readonly Filter[] = [
  { source: 'number', kind: 'text' },
  { source: 'state', kind: 'state', states: 'feePlan' },
  { source: 'kind', kind: 'choice', choices: feeKinds },
  { source: 'bearing', kind: 'choice', choices: bearings },
  { source: 'chargedWhen', kind: 'choice', choices: chargeTimes },
  { source: 'taxBearer', kind: 'choice', choices: taxBearers },
];

/** Fee plans (计费方案) of the enterprises, one version after the other. */
export default function FeePlanList(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const create = useMay()('fee-plans', 'create');
  const price = ({ kind, rateMillionths }: FeePlanRow): string =>
    kind === 'percent' ? percentText(rateMillionths) : text(planWords.kind[kind]);
  const word = <F extends 'bearing' | 'chargedWhen' | 'taxBearer'>(field: F): Column<FeePlanRow> => {
    // The short words: the plan's own page has the sentences.
    const of = (row: FeePlanRow): string => translate(`choice.${field}.${row[field]}`, { _: row[field] });
    return { source: field, render: of, text: of };
  };
  const columns: readonly Column<FeePlanRow>[] = [
    { source: 'number', kind: 'number', sortable: true, phone: 'note' },
    { source: 'enterpriseName', kind: 'text', sortable: true, phone: 'title' },
    { source: 'planVersion', kind: 'count' },
    { source: 'kind', render: price, text: price, phone: 'end' },
    word('bearing'),
    word('chargedWhen'),
    word('taxBearer'),
    { source: 'effectiveFrom', kind: 'day', sortable: true, phone: 'note' },
    { source: 'effectiveTo', kind: 'day' },
    { source: 'state', state: 'feePlan', phone: 'chip' },
  ];
  const button = create ? (
    <Button variant="contained" color="primary" component={Link} to="/fee-plans/create">
      {translate('feePlan.create')}
    </Button>
  ) : undefined;
  return (
    <RecordList<FeePlanRow>
      resource="fee-plans"
      columns={columns}
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.feePlan.proposed'), filter: { state: 'proposed' } },
        { label: translate('state.feePlan.in-force'), filter: { state: 'in-force' } },
      ]}
      actions={button}
      firstStep={button}
    />
  );
}
