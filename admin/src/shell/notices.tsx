import { Alert, Box, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { MouseEvent, ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { useText2 } from '../parts/text2';
import { instantText } from '../parts/time-text';
import { call } from '../provider/http';
import { forgetMe, type Notice } from '../session/me';
import { useMe } from '../session/use-me';

/** Says that all up to the newest one was seen: it is written down, and they go. */
function useSee(): (upTo: string) => void {
  const notify = useNotify();
  const queries = useQueryClient();
  return (upTo) => {
    call('/api/v1/me/notices/seen', { method: 'POST', body: { upTo } }).then(
      () => {
        forgetMe();
        void queries.invalidateQueries({ queryKey: ['me'] });
      },
      () => {
        notify('notices.failed', { type: 'error' });
      },
    );
  };
}

const isDone = ({ about }: Notice): boolean => about === undefined;

function SeenButton({ upTo }: { upTo: string }): ReactNode {
  const translate = useTranslate();
  const see = useSee();
  return (
    <Button
      color="inherit"
      size="small"
      onClick={() => {
        see(upTo);
      }}
    >
      {translate('notices.seen')}
    </Button>
  );
}

/** The first lines of the bell: what others did about one's account (账号通知), and what one is asked to do by a day, until one has seen it. */
export function UrgentNotices({ onGo }: { onGo: () => void }): ReactNode {
  const translate = useTranslate();
  const notices = useMe()?.notices ?? [];
  const last = notices.at(-1);
  if (last === undefined) return null;
  const done = notices.filter(isDone);
  const duties = notices.filter((notice) => !isDone(notice));
  return (
    <Alert severity={done.length === 0 ? 'info' : 'warning'} square onClick={goneBy(onGo)}>
      {done.length > 0 && <Lines lead={translate('notices.lead')} notices={done} />}
      {duties.length > 0 && <Lines lead={translate('notices.duties')} notices={duties} />}
      <SeenButton upTo={last.id} />
    </Alert>
  );
}

/** Whoever follows a link leaves the bell. */
function goneBy(onGo: () => void): (event: MouseEvent) => void {
  return ({ target }) => {
    if (target instanceof Element && target.closest('a') !== null) onGo();
  };
}

/** One slim band on the first page: the newest of what others did about one's account, and how many more there are. */
export function HomeBand(): ReactNode {
  const translate = useTranslate();
  const notices = useMe()?.notices ?? [];
  const newest = notices.findLast(isDone);
  if (newest === undefined) return null;
  const more = notices.length - 1;
  return (
    <Alert severity="warning" sx={{ mb: 2, py: 0 }}>
      <Line notice={newest} /> {more > 0 ? translate('news.more', { smart_count: more }) : translate('notices.look')}
    </Alert>
  );
}

function Lines({ lead, notices }: { lead: string; notices: readonly Notice[] }): ReactNode {
  return (
    <>
      {lead}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {notices.map((notice) => (
          <li key={notice.id}>
            <Line notice={notice} />
          </li>
        ))}
      </Box>
    </>
  );
}

function Line({ notice: { kind, byName, at, about } }: { notice: Notice }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const text = useText2();
  if (about !== undefined)
    return (
      <Link to={`/${about.page}/${about.id.toString()}/show`}>
        {translate(`notices.duty.${kind}`, { name: text(about.name), day: about.dueOn })}
      </Link>
    );
  return translate('notices.line', {
    at: instantText(at),
    what: translate(`notices.kind.${kind}`),
    by: actor(byName),
  });
}
