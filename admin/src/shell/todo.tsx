import { Box } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useWaiting } from '../todo/use-waiting';
import { onWritten } from '../provider';
import { useMe } from '../session/use-me';

/** How many things wait for my decision, over all kinds of them. */
export function useTodoCount(): number | undefined {
  return useWaiting(useMe())?.waiting.reduce((sum, { count }) => sum + count, 0);
}

/**
 * Whatever somebody has just decided no longer waits for him: every command is followed by a count. What he read before it counts as old
 * wherever he goes next, however young it is.
 */
export function useFreshAfterWrites(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onWritten(() => {
        for (const name of ['todo', 'total']) void client.invalidateQueries({ queryKey: [name] });
        void client.invalidateQueries({ type: 'inactive', refetchType: 'none' });
      }),
    [client],
  );
}

export function TodoLink(): ReactNode {
  const translate = useTranslate();
  const count = useTodoCount();
  if (count === undefined || count === 0) return null;
  return (
    <Box component={Link} to="/todo" sx={{ color: 'inherit', display: { xs: 'none', sm: 'inline' } }}>
      {translate('navigation.todo')} {count}
    </Box>
  );
}
