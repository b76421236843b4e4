import type { RoleStaffing } from '@linggong/access/api';
import { roleNames } from '@linggong/config/roles';
import { addDays } from '@linggong/core/domain';
import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { nameOf, type ConfigurationRow } from '../configurations/configuration';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { Chip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { call } from '../provider';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { today } from './days';
import { useDaysLeft } from './due-cell';
import { ListTiles, type ListQuestion } from './list-tiles';
import { Tile } from './tile';

type Post = RoleStaffing['items'][number];

/** So many days ahead reviews of procedures are told. */
const soonDays = 30;

function usePosts() {
  return useQuery({
    queryKey: ['role-staffing'],
    // The route answers with the schema `roleStaffingAnswer`.
    queryFn: async ({ signal }) =>
      ((await call('/api/v1/role-staffing', { signal })).json as RoleStaffing).items satisfies Post[],
    retry: false,
    refetchInterval: 300_000,
  });
}

/** Institution manager (机构负责人): which duties nobody does, which procedures are due, what the audits found, who has not acknowledged. */
export default function ManagerBoard(): ReactNode {
  const translate = useTranslate();
  const { data: posts, error } = usePosts();
  const policies = useMemo(() => ({ kind: 'procedure', reviewBy_lte: addDays(today(), soonDays) }), []);
  const questions = useMemo<ListQuestion[]>(
    () => [
      { key: 'policies', resource: 'configurations', filter: policies },
      { key: 'findings', resource: 'findings', filter: { state: ['open', 'recurring', 'acknowledged'] } },
      { key: 'unacknowledged', resource: 'acknowledgements', filter: { state: ['late'] } },
      { key: 'operations', resource: 'operation-reviews', filter: { state: 'made' } },
      { key: 'realName', resource: 'real-name-reviews', filter: { state: 'made' } },
    ],
    [policies],
  );
  const empty = posts?.filter(({ holders }) => holders === 0).length;
  return (
    <>
      <ListTiles
        board="manager"
        questions={questions}
        before={[
          <Tile
            key="unstaffed"
            question={translate('boards.manager.unstaffed')}
            value={empty === undefined ? undefined : countText(empty)}
            failed={error !== null}
            note={translate('boards.manager.unstaffedNote', { smart_count: posts?.length ?? 0 })}
          />,
        ]}
      />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
          gap: 1.5,
          alignItems: 'start',
        }}
      >
        <Card title={translate('boards.manager.posts')}>
          {error !== null && <Trouble error={error} />}
          {posts !== undefined && <Posts posts={posts} />}
        </Card>
        <Policies only={policies} />
      </Box>
    </>
  );
}

/** Roles that nobody or one person alone holds; where each has two it is said. */
function Posts({ posts }: { posts: readonly Post[] }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const thin = posts.filter(({ holders }) => holders < 2);
  if (thin.length === 0)
    return <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('boards.manager.allStaffed')}</Box>;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75, fontSize: 13 }}>
      {thin.map(({ role, holders, seen }) => (
        <Box component="li" key={role} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Box sx={{ minWidth: 150 }}>{text(roleNames[role])}</Box>
          {holders === 0 ? (
            <Chip tone="bad">{translate('boards.manager.nobody')}</Chip>
          ) : (
            <Chip tone="wait">{translate('boards.manager.oneAlone')}</Chip>
          )}
          {holders > 0 && seen === 0 && (
            <Box component="span" sx={{ color: 'tokens.ink3' }}>
              {translate('boards.manager.notSeen')}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}

function Policies({ only }: { only: Record<string, unknown> }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const daysLeft = useDaysLeft();
  const named = (row: ConfigurationRow): string => text(nameOf(row));
  const left = ({ reviewBy }: ConfigurationRow): string => daysLeft(reviewBy);
  const columns: readonly Column<ConfigurationRow>[] = [
    { source: 'nameZh', render: named, text: named, phone: 'title' },
    { source: 'reviewBy', kind: 'day', phone: 'note' },
    { source: 'id', render: left, text: left, phone: 'end' },
  ];
  return (
    <Card title={translate('boards.manager.policyList')}>
      <RecordList<ConfigurationRow>
        resource="configurations"
        columns={columns}
        sort={{ field: 'reviewBy', order: 'ASC' }}
        only={only}
        none={translate('boards.manager.noPolicies')}
      />
    </Card>
  );
}
