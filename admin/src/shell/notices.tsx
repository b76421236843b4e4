import { Alert, Box, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { useText2 } from '../parts/text2';
import { instantText } from '../parts/time-text';
import { call } from '../provider/http';
import { forgetMe, type Notice } from '../session/me';
import { useMe } from '../session/use-me';

/**
 * What others did about one's account (账号通知), and what one is asked to do by a day, stand above every page until one says that one
 * has seen them.
 */
export function Notices(): ReactNode {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const notices = useMe()?.notices ?? [];
  const last = notices.at(-1);
  if (last === undefined) return null;
  const done = notices.filter(({ about }) => about === undefined);
  const duties = notices.filter(({ about }) => about !== undefined);
  const see = (): void => {
    call('/api/v1/me/notices/seen', { method: 'POST', body: { upTo: last.id } }).then(
      () => {
        forgetMe();
        void queries.invalidateQueries({ queryKey: ['me'] });
      },
      () => {
        notify('notices.failed', { type: 'error' });
      },
    );
  };
  return (
    <Alert
      severity={done.length === 0 ? 'info' : 'warning'}
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" size="small" onClick={see}>
          {translate('notices.seen')}
        </Button>
      }
    >
      {done.length > 0 && <Lines lead={translate('notices.lead')} notices={done} />}
      {duties.length > 0 && <Lines lead={translate('notices.duties')} notices={duties} />}
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
