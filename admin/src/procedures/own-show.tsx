import { Alert, Box, Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { dayOf } from '../parts/time-text';
import { call } from '../provider';
import type { OwnProcedureRecord } from './own-procedure';
import { useSigns } from '../parts/signs';

/** A procedure as whom it binds reads it, with the one button by which he says that he knows it (制度确认, R1.7). */
export default function OwnProcedureShow(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <RecordPage<OwnProcedureRecord>
      resource="own-procedures"
      title={({ nameZh: zh, nameEn: en }) => text({ zh, en })}
      chips={({ state }) => <StateChip kind="procedureDuty" state={state} />}
      facts={({ versionNo: no }) => [translate('configuration.versionNo', { no })]}
    >
      {(record, refresh) => (
        <>
          <Text record={record} />
          <Confirm record={record} refresh={refresh} />
        </>
      )}
    </RecordPage>
  );
}

function Text({ record: { note, content } }: { record: OwnProcedureRecord }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const text = useText2();
  return (
    <Card title={translate('procedures.text')}>
      <Box sx={{ maxWidth: '44em', fontSize: 14, lineHeight: 1.75, overflowWrap: 'anywhere' }}>
        <Words>{text(content.purpose)}</Words>
        {content.basis !== undefined && <Box sx={{ color: 'tokens.ink3', fontSize: 13 }}>{text(content.basis)}</Box>}
        {note !== '' && (
          <Box sx={{ color: 'tokens.ink2', fontSize: 13 }}>
            {translate('procedures.note')}
            {signs.colon}
            {note}
          </Box>
        )}
        {content.sections.map(({ id, heading, body }) => (
          <Box component="section" key={id} sx={{ mt: 2 }}>
            <Typography component="h3" sx={{ fontSize: 15, fontWeight: 600 }}>
              {text(heading)}
            </Typography>
            <Words>{text(body)}</Words>
          </Box>
        ))}
      </Box>
    </Card>
  );
}

function Words({ children }: { children: string }): ReactNode {
  return <Box sx={{ whiteSpace: 'pre-wrap' }}>{children}</Box>;
}

/** Below the text, so that who comes to the button has passed by what he says he knows. */
function Confirm({ record, refresh }: { record: OwnProcedureRecord; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const { id, state, dueOn: day, acknowledgedAt, versionNo: no } = record;
  if (acknowledgedAt !== null)
    return <Alert severity="success">{translate('procedures.done', { day: dayOf(acknowledgedAt), no })}</Alert>;
  const send = (): void => {
    setBusy(true);
    call(`/api/v1/configurations/${id.toString()}/acknowledgements`, { method: 'POST', body: {} })
      .then(() => {
        void queries.invalidateQueries({ queryKey: ['todo'] });
        refresh();
      })
      .catch(() => {
        notify('ra.notification.http_error', { type: 'error' });
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Alert severity={state === 'late' ? 'warning' : 'info'}>
      <Box sx={{ mb: 1 }}>{translate(state === 'late' ? 'procedures.late' : 'procedures.due', { day })}</Box>
      <Button variant="contained" color="primary" onClick={send} disabled={busy}>
        {translate('procedures.mine')}
      </Button>
    </Alert>
  );
}
