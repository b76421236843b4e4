import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Navigate } from 'react-router-dom';
import { countText } from '../parts/money-text';
import { PageHeader } from '../parts/page-header';
import { Empty, PageSkeleton } from '../parts/states-of-page';
import type { Me } from '../session/me';
import { useMe } from '../session/use-me';
import { EntryPane } from './entry-pane';
import { useEntryTitle } from './entry-words';
import { Said } from './said';
import { TodoColumn } from './todo-column';
import { useDesk, type Desk } from './use-desk';
import { useEntries, type Entries } from './use-entries';

/** To decide (待办): everything that waits for me as one list, the most urgent first, and beside it what is being decided. */
export default function TodoPage(): ReactNode {
  const me = useMe();
  const found = useEntries(me);
  if (me === undefined || found === undefined) return <PageSkeleton />;
  return <TodoDesk me={me} found={found} />;
}

function TodoDesk({ me, found }: { me: Me; found: Entries }): ReactNode {
  const translate = useTranslate();
  const desk = useDesk(found);
  const { entry, open, said, search } = desk;
  const own = me.account.enterpriseId !== undefined;
  // What is not in the list was decided before it was opened here, or never waited for me.
  if (open !== undefined && entry === undefined && said === undefined)
    return <Navigate to={`/todo${search}`} replace />;
  const empty = found.count === 0 && entry === undefined;
  // On a phone the opened thing is all of the page.
  const list = { xs: entry === undefined ? 'block' : 'none', lg: 'block' };
  return (
    <>
      <Box sx={{ display: list }}>
        <PageHeader
          title={translate('navigation.todo')}
          facts={empty ? [] : [translate('dashboard.all', { count: countText(found.count) })]}
        />
      </Box>
      {empty ? (
        <>
          <Outcome desk={desk} />
          <Empty title={translate('dashboard.nothing')} why={translate('dashboard.nothingWhy')} />
        </>
      ) : (
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(320px, 400px) minmax(0, 1fr)' },
            gap: 2,
            alignItems: 'start',
          }}
        >
          <Box sx={{ minWidth: 0, display: list }}>
            <TodoColumn found={found} desk={desk} own={own} />
          </Box>
          <Box sx={{ minWidth: 0, display: { xs: entry === undefined ? 'none' : 'block', lg: 'block' } }}>
            <Outcome desk={desk} />
            <Opened desk={desk} own={own} />
          </Box>
        </Box>
      )}
    </>
  );
}

/** What came of the last decision; or that somebody else was quicker. */
function Outcome({ desk: { said, unsay, left, entry } }: { desk: Desk }): ReactNode {
  const translate = useTranslate();
  const title = useEntryTitle();
  if (said !== undefined)
    return (
      <Said onClose={unsay}>
        {said.entry !== undefined && (
          <Box component="span" sx={{ fontWeight: 600 }}>
            {[title(said.entry), said.entry.row.note].filter((part) => part !== '').join(' · ')}
          </Box>
        )}
        {said.result}
      </Said>
    );
  if (!left || entry === undefined) return null;
  return (
    <Box role="status" sx={{ mb: 1, fontSize: 13, color: 'tokens.wait' }}>
      {translate('todoList.gone')}
    </Box>
  );
}

function Opened({ desk: { entry, say, go, step }, own }: { desk: Desk; own: boolean }): ReactNode {
  const translate = useTranslate();
  if (entry === undefined) return <Empty title={translate('todoList.choose')} why={translate('todoList.chooseWhy')} />;
  return (
    <EntryPane
      entry={entry}
      own={own}
      said={say}
      onBack={() => {
        go(undefined);
      }}
      onStep={step}
    />
  );
}
