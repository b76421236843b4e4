import { isRole, roleNames } from '@linggong/config/roles';
import type { AcknowledgementsAnswer } from '@linggong/studio/api';
import { Box, Button } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { listAt } from '../../dashboards/tile';
import { Card } from '../../parts/card';
import { useText2 } from '../../parts/text2';
import { dayOf } from '../../parts/time-text';
import { call } from '../../provider';
import { useMay } from '../../session/use-me';
import { useSigns } from '../../parts/signs';

/** Who acknowledged the procedure in force and who has not yet; whom it binds does so here (R1.7). */
export function AcknowledgementCard({ configurationId }: { configurationId: number }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const allowed = may('own-acknowledgement', 'list');
  const everybody = may('acknowledgements', 'list');
  const path = `/api/v1/configurations/${configurationId.toString()}/acknowledgements`;
  const key = ['acknowledgements', configurationId];
  const { data } = useQuery({
    queryKey: key,
    // The route answers with the schema `acknowledgementsAnswer`.
    queryFn: async ({ signal }) => (await call(path, { signal })).json as Answered,
    enabled: allowed,
  });
  if (data === undefined) return null;
  const { acknowledged, missing } = data;
  const all = acknowledged.length + missing.length;
  return (
    <Card title={translate('kindEditor.acknowledge.title')}>
      <Mine path={path} queryKey={key} data={data} />
      <Box sx={{ fontSize: 13, mb: 1 }}>
        {translate('kindEditor.acknowledge.count', { done: acknowledged.length, all })}
      </Box>
      <Missing missing={missing} />
      {everybody && <Link to={listAt('acknowledgements', { configurationId })}>{translate('procedures.who')}</Link>}
    </Card>
  );
}

/** Instants come as text. */
type Answered = Omit<AcknowledgementsAnswer, 'mine'> & { mine: { bound: boolean; acknowledgedAt: string | null } };

interface MineProps {
  path: string;
  queryKey: readonly unknown[];
  data: Answered;
}

function Mine({ path, queryKey, data: { mine, dueBy } }: MineProps): ReactNode {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  if (!mine.bound) return null;
  if (mine.acknowledgedAt !== null) {
    const day = dayOf(mine.acknowledgedAt);
    return <Box sx={{ fontSize: 13, mb: 1 }}>{translate('kindEditor.acknowledge.done', { day })}</Box>;
  }
  const send = (): void => {
    setBusy(true);
    call(path, { method: 'POST', body: {} })
      .then(({ json }) => client.setQueryData(queryKey, json))
      .catch(() => {
        notify('ra.notification.http_error', { type: 'error' });
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Box sx={{ mb: 1.5 }}>
      <Box sx={{ fontSize: 13, mb: 1 }}>{translate('kindEditor.acknowledge.due', { day: dueBy })}</Box>
      <Button variant="contained" color="primary" size="small" onClick={send} disabled={busy}>
        {translate('kindEditor.acknowledge.mine')}
      </Button>
    </Box>
  );
}

function Missing({ missing }: Pick<AcknowledgementsAnswer, 'missing'>): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const text = useText2();
  if (missing.length === 0) {
    return <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('kindEditor.acknowledge.all')}</Box>;
  }
  return (
    <>
      <Box sx={{ fontSize: 12, color: 'tokens.ink3' }}>{translate('kindEditor.acknowledge.missing')}</Box>
      <Box component="ul" sx={{ m: 0, pl: '18px', fontSize: 13 }}>
        {missing.map(({ name, role }) => (
          <li key={name}>{`${name}${signs.opened}${isRole(role) ? text(roleNames[role]) : role}${signs.closed}`}</li>
        ))}
      </Box>
    </>
  );
}
