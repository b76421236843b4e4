import { roleNames, roles } from '@linggong/config/roles';
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { noticeUntil, signInState, type AccountRow } from './account';

/** Accounts (账号): who may sign in, in which role, and when he was last here. */
export default function AccountList(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  // Kept to the minute of the first look: another filter at each drawing would be another list.
  const [soon] = useState(() => `${noticeUntil(new Date()).slice(0, 16)}:00Z`);
  const create = useMay()('accounts', 'create');
  const filters: readonly Filter[] = [
    { source: 'q', kind: 'text' },
    { source: 'role', kind: 'pick', options: roles.map((role) => ({ value: role, label: text(roleNames[role]) })) },
  ];
  const columns: readonly Column<AccountRow>[] = [
    { source: 'identifier', kind: 'number', sortable: true, phone: 'title' },
    {
      source: 'role',
      sortable: true,
      phone: 'note',
      render: ({ role }) => text(roleNames[role]),
      text: ({ role }) => text(roleNames[role]),
    },
    {
      source: 'blocked',
      phone: 'chip',
      render: (row) => <StateChip kind="signIn" state={signInState(row)} />,
      text: (row) => translate(`state.signIn.${signInState(row)}`),
    },
    {
      source: 'secondFactor',
      render: ({ secondFactor }) => translate(`security.${secondFactor ? 'on' : 'off'}`),
      text: ({ secondFactor }) => translate(`security.${secondFactor ? 'on' : 'off'}`),
    },
    { source: 'lastSeenAt', kind: 'instant', sortable: true },
    { source: 'partyNumber', kind: 'number', hidden: true },
    { source: 'blocksAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'resetAskedAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'passwordChangedAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'createdAt', kind: 'instant', sortable: true },
  ];
  const button = create ? (
    <Button variant="contained" color="primary" component={Link} to="/accounts/create">
      {translate('signInAccount.create')}
    </Button>
  ) : undefined;
  return (
    <RecordList<AccountRow>
      resource="accounts"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.signIn.first'), filter: { awaitsSetUp: true } },
        { label: translate('state.signIn.blocked'), filter: { blocked: true } },
        { label: translate('state.signIn.ending'), filter: { blocksAt_lte: soon } },
        { label: translate('signInAccount.resetAsked'), filter: { resetAskedAt_gte: '2000-01-01T00:00:00Z' } },
      ]}
      actions={button}
      firstStep={button}
    />
  );
}
