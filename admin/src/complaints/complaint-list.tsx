import type { ComplaintRow } from '@linggong/risk/api';
import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../session/use-me';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { recordOf, useComplaintColumns } from './complaint-columns';

const unanswered = { state: ['received', 'in-hand', 'waiting'] };
const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'complaint' },
  { source: 'toldAt_gte', kind: 'from' },
  { source: 'toldAt_lte', kind: 'until' },
  { source: 'dueAt_lte', kind: 'until' },
];

/** Complaints by their clock (投诉), for those who speak with complainants; a row opens what was told. */
export default function ComplaintList(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const fill = may('form-records', 'submit') ? (
    <Button component={Link} to="/form-records/create?form=service.complaint" variant="contained" color="primary">
      {translate('complaints.add')}
    </Button>
  ) : undefined;
  return (
    <RecordList<ComplaintRow>
      resource="complaints"
      columns={useComplaintColumns()}
      filters={filters}
      searchBy="q"
      sort={{ field: 'dueAt', order: 'ASC' }}
      first={unanswered}
      views={[
        { label: translate('complaints.unanswered'), filter: unanswered },
        { label: translate('state.complaint.answered'), filter: { state: ['answered'] } },
        { label: translate('views.all'), filter: {} },
      ]}
      actions={fill}
      firstStep={fill}
      linkOf={recordOf}
    />
  );
}
