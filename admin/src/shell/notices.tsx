import { Alert, Box, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { instantText } from '../parts/time-text';
import { call } from '../provider/http';
import { forgetMe } from '../session/me';
import { useMe } from '../session/use-me';

/** What others did about one's account (账号通知) stands above every page until one says that one has seen it. */
export function Notices(): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const notify = useNotify();
  const queries = useQueryClient();
  const notices = useMe()?.notices ?? [];
  const last = notices.at(-1);
  if (last === undefined) return null;
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
      severity="warning"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" size="small" onClick={see}>
          {translate('notices.seen')}
        </Button>
      }
    >
      {translate('notices.lead')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {notices.map(({ id, kind, byName, at }) => (
          <li key={id}>
            {translate('notices.line', {
              at: instantText(at),
              what: translate(`notices.kind.${kind}`),
              by: actor(byName),
            })}
          </li>
        ))}
      </Box>
    </Alert>
  );
}
