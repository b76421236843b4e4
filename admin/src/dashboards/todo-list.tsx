import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useJobName } from '../jobs/job-name';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { isRecord, type ConsoleDataProvider } from '../provider';
import type { Me } from '../session/me';
import { may } from '../session/rights';
import { listAt } from './tile';
import { todosOf, type Todo } from './todos';

interface Waiting {
  todo: Todo;
  count: number;
  rows: { id: string; title: string; note: string }[];
}

const nameOf = (row: Readonly<Record<string, unknown>>): string => {
  for (const field of ['number', 'name', 'month']) if (typeof row[field] === 'string') return row[field];
  return String(row['id'] ?? '');
};
const noteOf = (row: Readonly<Record<string, unknown>>): string => {
  for (const field of ['enterpriseName', 'title', 'workerNameMasked', 'taskTitle'])
    if (typeof row[field] === 'string') return row[field];
  return typeof row['name'] === 'string' && typeof row['number'] === 'string' ? row['name'] : '';
};

function useWaiting(me: Me): Waiting[] | undefined {
  const provider = useDataProvider<ConsoleDataProvider>();
  return useQuery({
    queryKey: ['todo', 'list', me.account.identifier],
    queryFn: async ({ signal }) => {
      const wanted = todosOf(me.account.role).filter(({ resource }) => may(me, resource, 'list'));
      const found = await Promise.allSettled(
        wanted.map(async (todo) => {
          // The oldest first: it has waited longest.
          const { data, total = 0 } = await provider.getList(todo.resource, {
            pagination: { page: 1, perPage: 4 },
            sort: { field: todo.resource === 'jobs' ? 'createdAt' : 'id', order: 'ASC' },
            filter: todo.filter,
            signal,
          });
          return {
            todo,
            count: total,
            rows: data
              .filter(isRecord)
              .map((row) => ({ id: String(row['id']), title: nameOf(row), note: noteOf(row) })),
          };
        }),
      );
      return found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    },
    refetchInterval: 60_000,
  }).data;
}

/** What waits for me, the oldest of each kind first. */
export function TodoList({ me }: { me: Me }): ReactNode {
  const translate = useTranslate();
  const jobName = useJobName();
  const waiting = useWaiting(me);
  if (waiting === undefined) return null;
  const open = waiting.filter(({ count }) => count > 0);
  return (
    <Card title={translate('dashboard.todo')} sx={{ mb: 1.5 }}>
      {open.length === 0 && (
        <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>
          {translate('dashboard.nothing')} {translate('dashboard.nothingWhy')}
        </Box>
      )}
      {open.map(({ todo, count, rows }) => (
        <Box key={todo.key} sx={{ '& + &': { mt: 1.5 } }}>
          <Box sx={{ display: 'flex', gap: 1, fontSize: 13, mb: 0.5 }}>
            <Box sx={{ fontWeight: 600 }}>{translate(`todo.${todo.key}`)}</Box>
            <Link to={listAt(todo.resource, todo.filter)}>
              {translate('dashboard.all', { count: countText(count) })}
            </Link>
          </Box>
          {rows.map((row) => (
            <Box
              key={row.id}
              component={Link}
              to={`/${todo.resource}/${row.id}/show`}
              sx={{
                display: 'flex',
                gap: 2,
                alignItems: 'center',
                minHeight: { xs: 44, sm: 32 },
                fontSize: 13,
                borderTop: '1px solid',
                borderColor: 'tokens.line',
              }}
            >
              <span>{todo.resource === 'jobs' ? jobName(row.title) : row.title}</span>
              <Box
                component="span"
                sx={{ color: 'tokens.ink2', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
              >
                {row.note === row.title ? '' : row.note}
              </Box>
            </Box>
          ))}
        </Box>
      ))}
    </Card>
  );
}
