import { Box } from '@mui/material';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Navigate, useLocation, useNavigate, useParams } from 'react-router-dom';
import { countText } from '../parts/money-text';
import { PageHeader } from '../parts/page-header';
import { Empty, PageSkeleton } from '../parts/states-of-page';
import type { Me } from '../session/me';
import { useMe } from '../session/use-me';
import { useShortcut } from '../shell/shortcuts';
import { entryAt, neighbourOf, type Entry } from './entries';
import { EntryPane } from './entry-pane';
import { Said } from './said';
import { TodoColumn } from './todo-column';
import { useDecided } from './use-decided';
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
  const navigate = useNavigate();
  const { search } = useLocation();
  const { kind: openKind, id } = useParams();
  const kind = new URLSearchParams(search).get('kind') ?? undefined;
  const own = me.account.enterpriseId !== undefined;
  const open = openKind === undefined || id === undefined ? undefined : `${openKind}/${id}`;
  const shown = kind === undefined ? found.entries : found.entries.filter(({ todo }) => todo.key === kind);
  const [said, setSaid] = useState<ReactNode>(undefined);
  const [last, setLast] = useState<Entry | undefined>(undefined);
  const entry = found.entries.find(({ key }) => key === open) ?? (last?.key === open ? last : undefined);
  if (entry !== undefined && entry !== last) setLast(entry);

  const go = useCallback(
    (next: Entry | undefined) => {
      navigate(next === undefined ? `/todo${search}` : entryAt(next, search), { replace: true });
    },
    [navigate, search],
  );
  const left = useDecided(shown, open, go);
  const step = useCallback(
    (by: 1 | -1) => {
      const next = neighbourOf(shown, open, by);
      if (next !== undefined && next.key !== open) {
        setSaid(undefined);
        go(next);
      }
    },
    [shown, open, go],
  );
  useShortcut(
    'j',
    useCallback(() => {
      step(1);
    }, [step]),
  );
  useShortcut(
    'k',
    useCallback(() => {
      step(-1);
    }, [step]),
  );

  // What is not in the list was decided before it was opened here, or never waited for me.
  if (open !== undefined && entry === undefined && said === undefined)
    return <Navigate to={`/todo${search}`} replace />;
  if (found.count === 0 && entry === undefined)
    return (
      <>
        <PageHeader title={translate('navigation.todo')} />
        {said !== undefined && (
          <Said
            onClose={() => {
              setSaid(undefined);
            }}
          >
            {said}
          </Said>
        )}
        <Empty title={translate('dashboard.nothing')} why={translate('dashboard.nothingWhy')} />
      </>
    );
  return (
    <>
      <Box sx={{ display: { xs: entry === undefined ? 'block' : 'none', lg: 'block' } }}>
        <PageHeader
          title={translate('navigation.todo')}
          facts={[translate('dashboard.all', { count: countText(found.count) })]}
        />
      </Box>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(320px, 400px) minmax(0, 1fr)' },
          gap: 2,
          alignItems: 'start',
        }}
      >
        <Box sx={{ minWidth: 0, display: { xs: entry === undefined ? 'block' : 'none', lg: 'block' } }}>
          <TodoColumn found={found} shown={shown} kind={kind} open={open} own={own} search={search} />
        </Box>
        <Box sx={{ minWidth: 0, display: { xs: entry === undefined ? 'none' : 'block', lg: 'block' } }}>
          {said !== undefined && (
            <Said
              onClose={() => {
                setSaid(undefined);
              }}
            >
              {said}
            </Said>
          )}
          {entry === undefined || id === undefined ? (
            <Empty title={translate('todoList.choose')} why={translate('todoList.chooseWhy')} />
          ) : (
            <>
              {left && said === undefined && (
                <Box role="status" sx={{ mb: 1, fontSize: 13, color: 'tokens.wait' }}>
                  {translate('todoList.gone')}
                </Box>
              )}
              <EntryPane
                entry={entry}
                id={id}
                own={own}
                said={setSaid}
                onBack={() => {
                  go(undefined);
                }}
                onStep={step}
              />
            </>
          )}
        </Box>
      </Box>
    </>
  );
}
