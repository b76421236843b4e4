import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import { Box } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { isRecord } from '../provider/problem';
import { useMe } from '../session/use-me';
import { entryAt, neighbourOf } from './entries';
import { useEntryTitle } from './entry-words';
import { useEntries } from './use-entries';

/** Above a page that was opened out of the list of what waits: the way back to it, to what comes next there. */
export default function BackToTodo(): ReactNode {
  const { pathname, state } = useLocation();
  const [from, setFrom] = useState<{ path: string; key: string } | undefined>(undefined);
  const given: unknown = isRecord(state) ? state['todo'] : undefined;
  // Filters and tabs of the page change its address and lose what came with it; the path stays.
  if (typeof given === 'string' && (from?.path !== pathname || from.key !== given))
    setFrom({ path: pathname, key: given });
  return from?.path === pathname ? <Back decided={from.key} /> : null;
}

function Back({ decided }: { decided: string }): ReactNode {
  const translate = useTranslate();
  const title = useEntryTitle();
  const entries = useEntries(useMe())?.entries ?? [];
  const [seen, setSeen] = useState(entries);
  if (entries.some(({ key }) => key === decided) && seen !== entries) setSeen(entries);
  const next = [neighbourOf(seen, decided, 1), neighbourOf(seen, decided, -1)].find(
    (entry) => entry !== undefined && entry.key !== decided,
  );
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', fontSize: 13, mb: 1 }}>
      <Box component={Link} to="/todo" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
        <ArrowBackIcon sx={{ fontSize: 16 }} aria-hidden />
        {translate('todoList.back')}
      </Box>
      {next !== undefined && (
        <Box component={Link} to={entryAt(next, '')} data-own-name="">
          {translate('todoList.nextIs', { title: title(next) })}
        </Box>
      )}
    </Box>
  );
}
