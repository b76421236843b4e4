import type { SignInFigures } from '@linggong/access/api';
import { administratorRoles, roleNames, staffRoles } from '@linggong/config/roles';
import { addDays } from '@linggong/core/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { AccountRow } from '../accounts/account';
import { LiveElevations, liveElevations } from '../elevations/live-elevations';
import { Card, Cards } from '../parts/card';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import type { Wire } from '../parts/wire';
import { call } from '../provider';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { startOf, today } from './days';
import { ListTiles, type ListQuestion } from './list-tiles';
import { Tile } from './tile';

const bare = {
  role: [...staffRoles, ...administratorRoles],
  secondFactor: false,
  blocked: false,
  awaitsSetUp: false,
};
/** So many days ahead accounts are told that nobody uses. */
const soonDays = 14;

/** Security administrator (安全管理员): who signs in with a password alone, who is locked out, which elevations are open. */
export default function SecurityBoard(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const questions = useMemo<ListQuestion[]>(
    () => [
      { key: 'bare', resource: 'accounts', filter: bare },
      { key: 'elevations', resource: 'elevations', filter: liveElevations },
      { key: 'setUp', resource: 'accounts', filter: { awaitsSetUp: true } },
      { key: 'resets', resource: 'accounts', filter: { resetAskedAt_gte: startOf(addDays(today(), -30)) } },
      { key: 'unused', resource: 'accounts', filter: { blocksAt_lte: startOf(addDays(today(), soonDays)) } },
    ],
    [],
  );
  const role = ({ role: held }: AccountRow): string => text(roleNames[held]);
  const columns: readonly Column<AccountRow>[] = [
    { source: 'identifier', kind: 'number', phone: 'title' },
    { source: 'role', render: role, text: role, phone: 'note' },
    { source: 'lastSeenAt', kind: 'instant', phone: 'note' },
  ];
  return (
    <>
      <ListTiles board="security" questions={questions} before={[<LockedOut key="locked" />]} />
      <Cards>
        <Card title={translate('boards.security.bareList')}>
          <RecordList<AccountRow>
            resource="accounts"
            columns={columns}
            sort={{ field: 'lastSeenAt', order: 'DESC' }}
            only={bare}
            none={translate('boards.security.noneBare')}
          />
        </Card>
        <LiveElevations />
      </Cards>
    </>
  );
}

/** Identifiers are kept as keyed hashes: how many are locked is known, and of nobody who. */
function LockedOut(): ReactNode {
  const translate = useTranslate();
  const { data, error } = useQuery({
    queryKey: ['sign-in-figures'],
    // The route answers with the schema `signInFigures`.
    queryFn: async ({ signal }) => (await call('/api/v1/sign-in-figures', { signal })).json as Wire<SignInFigures>,
    retry: false,
    refetchInterval: 60_000,
  });
  const until = data?.lockedUntil ?? null;
  return (
    <Tile
      question={translate('boards.security.locked')}
      value={data === undefined ? undefined : countText(data.locked)}
      failed={error !== null}
      note={
        <>
          {translate('boards.security.failing', { smart_count: data?.failing ?? 0 })}
          {until !== null && (
            <>
              {' · '}
              {translate('boards.security.lockedUntil')} <Instant at={until} />
            </>
          )}
        </>
      }
    />
  );
}
