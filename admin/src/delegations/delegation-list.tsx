import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { useRowLife } from '../parts/row-life';
import { useMay, useMe } from '../session/use-me';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { mayEnd, type DelegationRow } from './delegation';

/** Delegations (委托): who decides for whom, about what, until when; who gave one ends it. */
export default function DelegationList(): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const me = useMe()?.account.id;
  const may = useMay();
  const { buttons, sheet } = useRowLife<DelegationRow>({
    kind: 'delegation',
    resource: 'delegations',
    actions: (row) =>
      mayEnd(row, me) && may('delegations', 'end') ? [{ name: 'end', reason: 'required', tone: 'danger' }] : [],
  });
  const about = ({ resource }: DelegationRow): string =>
    resource === null ? translate('delegation.everything') : translate(`audit.noun.${resource}`, { _: resource });
  const columns: readonly Column<DelegationRow>[] = [
    {
      source: 'fromName',
      kind: 'text',
      render: (row) => actor(row.fromName),
      text: (row) => actor(row.fromName),
      phone: 'title',
    },
    {
      source: 'toName',
      kind: 'text',
      render: (row) => actor(row.toName),
      text: (row) => actor(row.toName),
      phone: 'note',
    },
    { source: 'resource', render: about, text: about },
    { source: 'state', state: 'delegation', phone: 'chip' },
    { source: 'reason', kind: 'text' },
    { source: 'fromAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'untilAt', kind: 'instant', sortable: true },
    { source: 'endedAt', kind: 'instant', sortable: true, hidden: true },
    {
      source: 'end',
      render: buttons,
      text: () => '',
      phone: 'end',
    },
  ];
  const button = may('delegations', 'create') ? (
    <Button variant="contained" color="primary" component={Link} to="/delegations/create">
      {translate('delegation.create')}
    </Button>
  ) : undefined;
  return (
    <>
      <RecordList<DelegationRow>
        resource="delegations"
        columns={columns}
        sort={{ field: 'id', order: 'DESC' }}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('state.delegation.live'), filter: { state: ['live'] } },
        ]}
        actions={button}
        firstStep={button}
        linkOf={() => undefined}
      />
      {sheet}
    </>
  );
}
