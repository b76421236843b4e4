import { importColumns, type ImportAnswer } from '@linggong/parties/api';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Dialog, DialogContent, DialogTitle, IconButton } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { Facts } from '../parts/facts';
import { useFileFault } from '../sheets/file-fault';
import { DropZone } from '../sheets/drop-zone';
import { SheetLook } from './sheet-look';
import { askedHeadings, HeaderMapper, type AskedHeadings } from '../sheets/header-mapper';
import { JobProgress } from '../parts/job';
import { countText } from '../parts/money-text';
import { Bar } from '../parts/progress';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import type { Wire } from '../parts/wire';
import { call, isRecord } from '../provider';
import { sendFileOnce } from '../provider/send-file-once';
import { readImportFacts, type ImportFacts } from './import-facts';
import { ImportFaults } from './import-faults';

type Phase =
  | { at: 'choosing' }
  | { at: 'looking'; facts: ImportFacts }
  | { at: 'sending'; share: number }
  | { at: 'working'; id: string; jobId: string }
  | { at: 'over'; id: string };

const textOf = (json: unknown, name: string): string =>
  isRecord(json) && typeof json[name] === 'string' ? json[name] : '';

/** Import of a worker sheet: choose, send, watch, read what was refused and why. May be closed: the job goes on. */
export default function ImportWorkers({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const [phase, setPhase] = useState<Phase>({ at: 'choosing' });
  const [error, setError] = useState<unknown>(undefined);
  const [sheet, setSheet] = useState<File | undefined>(undefined);
  const [asked, setAsked] = useState<AskedHeadings | undefined>(undefined);
  const faultText = useFileFault();
  const fault = phase.at === 'looking' && sheet !== undefined ? faultText(sheet.name, phase.facts) : undefined;
  const look = (file: File): void => {
    setSheet(file);
    setError(undefined);
    setAsked(undefined);
    readImportFacts(file).then((facts) => {
      setPhase({ at: 'looking', facts });
    }, setError);
  };
  const send = (file: File, mapping?: Record<string, string | null>): void => {
    setSheet(file);
    setError(undefined);
    setPhase({ at: 'sending', share: 0 });
    const query = mapping === undefined ? '' : `?mapping=${encodeURIComponent(JSON.stringify(mapping))}`;
    sendFileOnce({
      path: `/api/v1/workers/imports${query}`,
      file,
      onProgress: (share) => {
        setPhase({ at: 'sending', share });
      },
    }).then(
      (json) => {
        setAsked(undefined);
        setPhase({ at: 'working', id: textOf(json, 'id'), jobId: textOf(json, 'jobId') });
      },
      (refusal: unknown) => {
        setError(refusal);
        // What was chosen for the headings stands, whatever the sheet is refused for next.
        setAsked((before) => askedHeadings(refusal) ?? before);
        setPhase({ at: 'choosing' });
      },
    );
  };
  const close = (): void => {
    setPhase({ at: 'choosing' });
    setSheet(undefined);
    setError(undefined);
    setAsked(undefined);
    onClose();
  };
  return (
    <Dialog open={open} onClose={close} aria-labelledby="import-workers" fullWidth maxWidth="sm">
      <DialogTitle id="import-workers" sx={{ fontSize: 15, fontWeight: 600, display: 'flex', alignItems: 'center' }}>
        <Box sx={{ flex: 1 }}>{translate('worker.import.title')}</Box>
        <IconButton aria-label={translate('ra.action.close')} onClick={close}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {error !== undefined && <Trouble error={error} />}
        {asked !== undefined && sheet !== undefined && (
          <HeaderMapper
            key={asked.titles.join('|')}
            asked={asked}
            columns={importColumns}
            label={(key) => translate(`resources.workers.fields.${key}`)}
            busy={phase.at === 'sending'}
            onSend={(mapping) => {
              send(sheet, mapping);
            }}
          />
        )}
        {(phase.at === 'choosing' || phase.at === 'looking') && (
          <DropZone
            file={sheet}
            onFile={look}
            limits={translate('worker.import.help')}
            template={{ name: '灵工', columns: importColumns }}
            fault={fault}
          />
        )}
        {phase.at === 'looking' && sheet !== undefined && fault === undefined && (
          <SheetLook
            facts={phase.facts}
            onSend={() => {
              send(sheet);
            }}
          />
        )}
        {phase.at === 'sending' && (
          <Bar done={phase.share * 100} total={100} width="100%" label={translate('worker.import.sending')} />
        )}
        {phase.at === 'working' && (
          <JobProgress
            id={phase.jobId}
            over={() => {
              setPhase({ at: 'over', id: phase.id });
              refresh();
            }}
          />
        )}
        {phase.at === 'over' && <Result id={phase.id} />}
      </DialogContent>
    </Dialog>
  );
}

function Result({ id }: { id: string }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { data, error } = useQuery({
    queryKey: ['worker-import', id],
    // The route answers with the schema `importAnswer`.
    queryFn: async ({ signal }) => (await call(`/api/v1/workers/imports/${id}`, { signal })).json as Wire<ImportAnswer>,
  });
  if (data === undefined) return error === null ? null : <Trouble error={error} />;
  return (
    <Box role="status" sx={{ display: 'grid', gap: 1.5 }}>
      {data.problem !== null && <Trouble error={{ body: { title: text(data.problem) } }} />}
      <Facts
        columns={1}
        facts={[
          { label: translate('worker.import.read'), value: countText(data.rowsRead) },
          { label: translate('worker.import.registered'), value: countText(data.rowsRegistered) },
          { label: translate('worker.import.refused'), value: countText(data.rowsRefused) },
        ]}
      />
      {data.rowsRefused > 0 && <ImportFaults id={id} />}
    </Box>
  );
}
