import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { listAt } from '../dashboards/tile';
import { countText } from '../parts/money-text';
import { EntryLine } from './entry-line';
import { KindChips } from './kind-chips';
import type { Desk } from './use-desk';
import type { Entries } from './use-entries';

interface TodoColumnProps {
  found: Entries;
  desk: Desk;
  own: boolean;
}

/** The list itself, with its kinds; what it cannot hold is counted, and the lists of the kinds have it. */
export function TodoColumn({ found, desk, own }: TodoColumnProps): ReactNode {
  const { shown, kind, open, search } = desk;
  return (
    <>
      {found.kinds.length > 1 && (
        <KindChips
          kinds={found.kinds}
          count={found.count}
          kind={kind}
          hrefOf={(to) => (to === undefined ? '/todo' : `/todo?kind=${encodeURIComponent(to)}`)}
        />
      )}
      <Box
        sx={{
          bgcolor: 'tokens.card',
          border: '1px solid',
          borderColor: 'tokens.line',
          borderRadius: '8px',
          overflow: 'hidden',
        }}
      >
        {shown.map((entry) => (
          <EntryLine key={entry.key} entry={entry} search={search} own={own} open={entry.key === open} />
        ))}
      </Box>
      <Rest found={found} desk={desk} />
    </>
  );
}

/** How many there are beyond those that stand here, and where all of a kind are. */
function Rest({ found, desk: { shown, kind } }: Pick<TodoColumnProps, 'found' | 'desk'>): ReactNode {
  const translate = useTranslate();
  const one = found.kinds.find(({ todo }) => todo.key === kind);
  const total = one?.count ?? found.count;
  if (total <= shown.length) return null;
  const fuller = one === undefined ? found.kinds.filter(({ count, rows }) => count > rows.length) : [one];
  return (
    <Box sx={{ mt: 1, fontSize: 13, color: 'tokens.ink2' }}>
      {translate('todoList.rest', { shown: countText(shown.length), count: countText(total) })}{' '}
      {fuller.map(({ todo }) => (
        <Box key={todo.key} component={Link} to={listAt(todo.resource, todo.filter ?? {})} sx={{ mr: 1 }}>
          {translate(`todo.${todo.key}`)}
        </Box>
      ))}
    </Box>
  );
}
