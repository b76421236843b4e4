import { administratorRoles, roleNames, staffRoles } from '@linggong/config/roles';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { LifeActions, type LifeAction } from '../parts/life-actions';
import { nothing } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import { holderState, signInState, type AccountRow } from './account';
import { ChangeRole } from './change-role';

/** One account: its role and rows, and what the security administrator may do to it. */
export default function AccountShow(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const label = (field: string): string => translate(`resources.accounts.fields.${field}`);
  return (
    <RecordPage<AccountRow>
      resource="accounts"
      title={({ identifier }) => identifier}
      chips={(record) => <StateChip kind="signIn" state={signInState(record)} />}
      facts={({ role }) => [text(roleNames[role])]}
      actions={(record, refresh) => <Actions record={record} onDone={refresh} />}
    >
      {(record) => (
        <Card title={translate('signInAccount.facts')}>
          <Facts
            facts={[
              { label: label('role'), value: text(roleNames[record.role]) },
              ...(record.enterpriseId === null ? [] : [{ label: label('enterpriseId'), value: partyOf(record) }]),
              ...(record.workerId === null ? [] : [{ label: label('workerId'), value: partyOf(record) }]),
              { label: label('createdAt'), value: <Instant at={record.createdAt} /> },
              { label: label('lastSeenAt'), value: <Instant at={record.lastSeenAt} /> },
              { label: label('secondFactor'), value: translate(`security.${record.secondFactor ? 'on' : 'off'}`) },
              ...(record.blocksAt === null
                ? []
                : [{ label: label('blocksAt'), value: <Instant at={record.blocksAt} /> }]),
              ...(record.resetAskedAt === null
                ? []
                : [{ label: label('resetAskedAt'), value: <Instant at={record.resetAskedAt} /> }]),
              { label: label('passwordChangedAt'), value: <Instant at={record.passwordChangedAt} /> },
              { label: label('holderConfirmed'), value: translate(`signInAccount.holderIs.${holderState(record)}`) },
            ]}
          />
        </Card>
      )}
    </RecordPage>
  );
}

const partyOf = ({ partyNumber }: AccountRow): string => partyNumber ?? nothing;

/** What is done about an administrator's account is asking it back where its holder lost it: nobody of the three takes over another's powers. */
function Actions({ record, onDone }: { record: AccountRow; onDone: () => void }): ReactNode {
  const may = useMay();
  if (administratorRoles.some((role) => role === record.role)) {
    const restore: LifeAction = { name: 'restore-administrator', reason: 'required' };
    const isHis = record.role !== 'security-admin' && may('accounts', restore.name);
    return (
      <LifeActions kind="signIn" resource="accounts" id={record.id} actions={isHis ? [restore] : []} onDone={onDone} />
    );
  }
  const isStaff = staffRoles.some((role) => role === record.role);
  const name = record.blocked ? 'unblock' : 'block';
  const action: LifeAction = { name, reason: 'required', tone: record.blocked ? 'main' : 'danger' };
  const further = ['reset-password', 'reset-second-factor', 'confirm-holder'].filter(
    (one) =>
      may('accounts', one) &&
      (one !== 'reset-second-factor' || record.secondFactor) &&
      (one !== 'confirm-holder' || record.holderConfirmed === false),
  );
  const actions: LifeAction[] = [
    ...(may('accounts', name) ? [action] : []),
    ...further.map((one) => ({ name: one, reason: 'required' as const })),
  ];
  return (
    <>
      {isStaff && may('accounts', 'change-role') && <ChangeRole record={record} onDone={onDone} />}
      <LifeActions kind="signIn" resource="accounts" id={record.id} actions={actions} onDone={onDone} />
    </>
  );
}
