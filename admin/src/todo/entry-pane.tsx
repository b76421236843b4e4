import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import KeyboardArrowDownIcon from '@mui/icons-material/KeyboardArrowDown';
import KeyboardArrowUpIcon from '@mui/icons-material/KeyboardArrowUp';
import OpenInNewIcon from '@mui/icons-material/OpenInNew';
import { Box, Button, IconButton } from '@mui/material';
import { createElement, Suspense, useMemo, type ComponentType, type ReactNode } from 'react';
import { ResourceContextProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { PaneContext, type Pane } from '../parts/pane';
import { PageSkeleton } from '../parts/states-of-page';
import { resources } from '../resources';
import { Fault } from '../shell/fault';
import { needsPage, pageOfEntry, type Entry } from './entries';
import { Clock, useEntryAbout, useEntryTitle } from './entry-words';

interface EntryPaneProps {
  entry: Entry;
  own: boolean;
  said: Pane['said'];
  onBack: () => void;
  onStep: (by: 1 | -1) => void;
}

/** The detail page of the opened thing, with its very own actions, beside the list. */
export function EntryPane({ entry, own, said, onBack, onStep }: EntryPaneProps): ReactNode {
  const pane = useMemo(() => ({ said }), [said]);
  const { resource } = entry.todo;
  const page = pageOfEntry(entry).to;
  const detail = needsPage(entry.todo) ? undefined : detailOf(resource);
  return (
    <>
      <PaneBar page={page} onBack={onBack} onStep={onStep} />
      {detail === undefined ? (
        <OwnPage entry={entry} own={own} page={page} />
      ) : (
        <PaneContext.Provider value={pane}>
          <ResourceContextProvider value={resource}>
            <Fault key={entry.key}>
              <Suspense fallback={<PageSkeleton />}>{detail}</Suspense>
            </Fault>
          </ResourceContextProvider>
        </PaneContext.Provider>
      )}
    </>
  );
}

/** The page that shows one of a resource; undefined for what has none. */
function detailOf(name: string): ReactNode {
  const show = resources.find((resource) => resource.name === name)?.show;
  // Every page of the console is a lazily loaded component; react-admin would take elements too.
  return show === undefined ? undefined : createElement(show as ComponentType);
}

/** Back to the list on a phone; to the neighbours, and to the page of the thing itself. */
function PaneBar({ page, onBack, onStep }: { page: string } & Pick<EntryPaneProps, 'onBack' | 'onStep'>): ReactNode {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, mb: 1 }}>
      <Button size="small" startIcon={<ArrowBackIcon />} onClick={onBack} sx={{ display: { lg: 'none' } }}>
        {translate('todoList.back')}
      </Button>
      <Box sx={{ flex: 1 }} />
      <IconButton
        aria-label={translate('todoList.previous')}
        onClick={() => {
          onStep(-1);
        }}
      >
        <KeyboardArrowUpIcon fontSize="small" />
      </IconButton>
      <IconButton
        aria-label={translate('todoList.next')}
        onClick={() => {
          onStep(1);
        }}
      >
        <KeyboardArrowDownIcon fontSize="small" />
      </IconButton>
      <IconButton aria-label={translate('todoList.page')} component={Link} to={page}>
        <OpenInNewIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}

/** What is too wide to be decided beside a list: what it is about, and the way to its page, which leads back here. */
function OwnPage({ entry, own, page }: { entry: Entry; own: boolean; page: string }): ReactNode {
  const translate = useTranslate();
  const title = useEntryTitle()(entry);
  const about = useEntryAbout(own)(entry.row);
  return (
    <Card title={title}>
      <Box sx={{ display: 'grid', gap: 1, fontSize: 13, justifyItems: 'start' }}>
        <Box sx={{ color: 'tokens.ink2' }}>{translate(`todo.${entry.todo.key}`)}</Box>
        {about !== '' && <Box>{about}</Box>}
        <Clock entry={entry} />
        <Box sx={{ color: 'tokens.ink2' }}>{translate('todoList.ownPage')}</Box>
        <Button component={Link} to={page} state={{ todo: entry.key }} variant="contained" color="primary" data-open="">
          {translate('todoList.open')}
        </Button>
      </Box>
    </Card>
  );
}
