import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import type { Me } from '../session/me';
import { EntryLine } from './entry-line';
import { useEntries } from './use-entries';

/** So many stand on the dashboard: the most urgent of all kinds. */
const shown = 5;

/** The head of what waits for me, and the way to all of it. */
export function TodoHead({ me, quiet = false }: { me: Me; quiet?: boolean }): ReactNode {
  const translate = useTranslate();
  const found = useEntries(me);
  if (found === undefined) return null;
  const { entries, count } = found;
  if (entries.length === 0 && quiet) return null;
  return (
    <Card
      title={translate('dashboard.todo')}
      sx={{ mb: 1.5 }}
      action={
        count > 0 && (
          <Box component={Link} to="/todo" sx={{ fontSize: 13 }}>
            {translate('dashboard.all', { count: countText(count) })}
          </Box>
        )
      }
    >
      {entries.length === 0 && (
        <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>
          <p style={{ margin: 0 }}>{translate('dashboard.nothing')}</p>
          <p style={{ margin: 0 }}>{translate('dashboard.nothingWhy')}</p>
        </Box>
      )}
      <Box sx={{ mx: '-12px', mb: '-4px' }}>
        {entries.slice(0, shown).map((entry) => (
          <EntryLine flat key={entry.key} entry={entry} own={me.account.enterpriseId !== undefined} />
        ))}
      </Box>
    </Card>
  );
}
