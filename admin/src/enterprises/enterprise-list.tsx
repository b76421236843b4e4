import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay, useSeesQueue } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { EnterpriseRow } from './enterprise';

const columns: readonly Column<EnterpriseRow>[] = [
  { source: 'name', kind: 'text', sortable: true, phone: 'title' },
  { source: 'number', sortable: true, phone: 'note' },
  { source: 'uscc', phone: 'note' },
  { source: 'state', state: 'enterprise', sortable: true, phone: 'chip' },
  { source: 'reviewDueOn', kind: 'day', sortable: true, hidden: true },
  { source: 'verification', state: 'verification' },
  { source: 'industry', kind: 'text' },
  { source: 'contactName' },
  { source: 'contactPhone', kind: 'masked', hidden: true },
  { source: 'signedAt', kind: 'instant', sortable: true },
  { source: 'createdAt', kind: 'instant', sortable: true, hidden: true },
];

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'enterprise' },
  { source: 'verification', kind: 'state', states: 'verification' },
  { source: 'industry', kind: 'text' },
  { source: 'createdAt_gte', kind: 'from' },
  { source: 'createdAt_lte', kind: 'until' },
];

/** Enterprises (企业用户). */
export default function EnterpriseList(): ReactNode {
  const translate = useTranslate();
  const queue = useSeesQueue()('enterprises');
  const create = useMay()('enterprises', 'create');
  const button = create ? (
    <Button variant="contained" color="primary" component={Link} to="/enterprises/create">
      {translate('enterprise.create')}
    </Button>
  ) : undefined;
  return (
    <RecordList<EnterpriseRow>
      resource="enterprises"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.enterprise.submitted'), filter: { state: 'submitted' } },
        { label: translate('state.enterprise.active'), filter: { state: 'active' } },
        { label: translate('state.enterprise.suspended'), filter: { state: 'suspended' } },
      ]}
      {...(queue
        ? { nothingYet: { title: translate('enterprise.noneToReview'), why: translate('enterprise.noneToReviewWhy') } }
        : {})}
      actions={button}
      firstStep={button}
    />
  );
}
