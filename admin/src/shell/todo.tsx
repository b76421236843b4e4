import { Box } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { todosOf } from '../dashboards/todos';
import { onWritten, type ConsoleDataProvider } from '../provider';
import { may } from '../session/rights';
import { useMe } from '../session/use-me';

/** How many things wait for my decision, over all kinds of them. */
export function useTodoCount(): number | undefined {
  const me = useMe();
  const provider = useDataProvider<ConsoleDataProvider>();
  const todos = me === undefined ? [] : todosOf(me.account.role).filter(({ resource }) => may(me, resource, 'list'));
  return useQuery({
    queryKey: ['todo', 'count', me?.account.identifier],
    queryFn: async ({ signal }) => {
      const totals = await Promise.all(
        todos.map(async ({ resource, filter }) => {
          const { total = 0 } = await provider.getList(resource, {
            pagination: { page: 1, perPage: 1 },
            sort: { field: resource === 'jobs' ? 'createdAt' : 'id', order: 'DESC' },
            filter,
            signal,
          });
          return total;
        }),
      );
      return totals.reduce((sum, total) => sum + total, 0);
    },
    enabled: todos.length > 0,
    retry: false,
    refetchInterval: 60_000,
  }).data;
}

/** Whatever somebody has just decided no longer waits for him: every command is followed by a count. */
export function useFreshTodo(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onWritten(() => {
        for (const name of ['todo', 'total']) void client.invalidateQueries({ queryKey: [name] });
      }),
    [client],
  );
}

export function TodoLink(): ReactNode {
  const translate = useTranslate();
  const count = useTodoCount();
  if (count === undefined || count === 0) return null;
  return (
    <Box component={Link} to="/" sx={{ color: 'inherit', display: { xs: 'none', sm: 'inline' } }}>
      {translate('navigation.todo')} {count}
    </Box>
  );
}
