import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Money } from '../parts/money';
import { Clock, useEntryAbout, useEntryTitle } from './entry-words';
import { entryAt, needsPage, pageOfEntry, type Entry } from './entries';

interface EntryLineProps {
  entry: Entry;
  /** The search part of the list's address. */
  search?: string;
  /** The reader's own enterprise is not named to itself. */
  own: boolean;
  /** Opened at the right. */
  open?: boolean;
  /** All of it in one line, where there is room for that. */
  flat?: boolean;
}

/** One thing that waits: what it is and how much money, whose it is, of which kind, and its clock. */
export function EntryLine({ entry, search = '', own, open = false, flat = false }: EntryLineProps): ReactNode {
  const translate = useTranslate();
  const title = useEntryTitle();
  const about = useEntryAbout(own)(entry.row);
  const { todo, row } = entry;
  return (
    <Box
      component={Link}
      {...(needsPage(entry.todo) ? pageOfEntry(entry) : { to: entryAt(entry, search) })}
      data-own-name=""
      aria-current={open ? 'true' : undefined}
      sx={{
        display: { xs: 'block', md: flat ? 'flex' : 'block' },
        columnGap: 2,
        alignItems: 'baseline',
        color: 'inherit',
        textDecoration: 'none',
        p: '8px 12px',
        fontSize: 13,
        borderTop: '1px solid',
        borderColor: 'tokens.line',
        '&:first-of-type': { borderTop: 0 },
        ...(open
          ? { bgcolor: 'tokens.accentBg', boxShadow: (theme) => `inset 3px 0 ${theme.palette.tokens.accent}` }
          : {}),
        '&:hover, &:focus-visible': { bgcolor: 'tokens.accentBg', textDecoration: 'none' },
      }}
    >
      <Box sx={{ display: 'flex', columnGap: 1.5, alignItems: 'baseline' }}>
        <Box
          component="span"
          sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', color: 'tokens.accent', fontWeight: 600 }}
        >
          {title(entry)}
        </Box>
        {row.fen !== null && (
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
            <Box component="span" sx={{ color: 'tokens.ink3' }}>
              {translate(`resources.${todo.resource}.fields.${todo.fen ?? ''}`)}
            </Box>{' '}
            <Money fen={row.fen} />
          </Box>
        )}
      </Box>
      <Box sx={{ color: 'tokens.ink2', overflowWrap: 'anywhere', flex: 1, minWidth: 0 }}>{about}</Box>
      <Box sx={{ display: 'flex', columnGap: 1.5, flexWrap: 'wrap', justifyContent: 'space-between', fontSize: 12 }}>
        <Box component="span" sx={{ color: 'tokens.ink3' }}>
          {translate(`todo.${todo.key}`)}
        </Box>
        <Clock entry={entry} />
      </Box>
    </Box>
  );
}
