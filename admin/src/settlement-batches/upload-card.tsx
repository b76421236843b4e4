import { payoutColumns, type BatchAccepted } from '@linggong/settlement/api';
import { Box, Button, Typography } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { listAt } from '../dashboards/tile';
import { Card } from '../parts/card';
import { askedHeadings, HeaderMapper, type AskedHeadings } from '../sheets/header-mapper';
import { Bar } from '../parts/progress';
import { Trouble } from '../parts/states-of-page';
import { isRecord } from '../provider';
import { uploadSheet } from './batch-api';
import { ColumnsCard } from './columns-card';
import { payoutTemplate } from './payout-template';
import { DropZone } from '../sheets/drop-zone';
import { readFacts, type SheetFacts } from '../sheets/csv-facts';
import { useFileFault } from '../sheets/file-fault';

interface Wish {
  mapping?: Record<string, string | null>;
  again?: boolean;
}

interface Upload {
  facts: SheetFacts | undefined;
  /** Share of the bytes that have left; undefined while nothing is sent. */
  share: number | undefined;
  error: unknown;
  /** Headings of the file that the server asked about; what was chosen for them stands until another file is chosen. */
  asked: AskedHeadings | undefined;
  send: (wish: Wish) => void;
}

function useUpload(
  file: File | undefined,
  enterpriseId: number | undefined,
  onAccepted: (accepted: BatchAccepted) => void,
): Upload {
  const [facts, setFacts] = useState<SheetFacts | undefined>(undefined);
  const [share, setShare] = useState<number | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const [asked, setAsked] = useState<AskedHeadings | undefined>(undefined);
  const [seen, setSeen] = useState(file);
  if (seen !== file) {
    setSeen(file);
    setAsked(undefined);
    setFacts(undefined);
    setError(undefined);
  }
  /** The file that stands there now: what is heard of another one comes too late. */
  const chosen = useRef(file);
  useEffect(() => {
    chosen.current = file;
    const ofThis =
      <T,>(take: (heard: T) => void) =>
      (heard: T): void => {
        if (chosen.current === file) take(heard);
      };
    if (file !== undefined) readFacts(file).then(ofThis(setFacts), ofThis(setError));
  }, [file]);
  const send = (wish: Wish): void => {
    if (file === undefined) return;
    setError(undefined);
    setShare(0);
    uploadSheet({ file, enterpriseId, onProgress: setShare, ...wish }).then(onAccepted, (refusal: unknown) => {
      setShare(undefined);
      if (chosen.current !== file) return;
      setError(refusal);
      setAsked((before) => askedHeadings(refusal) ?? before);
    });
  };
  return { facts, share, error, asked, send };
}

interface UploadCardProps {
  enterpriseId: number | undefined;
  onAccepted: (accepted: BatchAccepted) => void;
}

/** Choose the sheet, see what is in it, send it; a refusal that can be answered here is answered here. */
export function UploadCard({ enterpriseId, onAccepted }: UploadCardProps): ReactNode {
  const translate = useTranslate();
  const [file, setFile] = useState<File | undefined>(undefined);
  const { facts, share, error, asked, send } = useUpload(file, enterpriseId, onAccepted);
  const faultText = useFileFault();
  const fault = file && facts && faultText(file.name, facts);
  const ready =
    file !== undefined &&
    facts !== undefined &&
    fault === undefined &&
    enterpriseId !== undefined &&
    share === undefined;
  return (
    <>
      <Card title={translate('batch.upload.sheet')}>
        <DropZone
          file={file}
          onFile={setFile}
          limits={translate('batch.upload.limits')}
          template={payoutTemplate}
          fault={fault}
        />
        {share !== undefined && (
          <Box sx={{ mt: 1.5, display: 'grid', gap: 0.5 }}>
            <Bar done={share * 100} total={100} width="100%" label={translate('batch.upload.sending')} />
            <Typography variant="caption">
              {translate(share < 1 ? 'batch.upload.sending' : 'batch.upload.reading')}
            </Typography>
          </Box>
        )}
        {error !== undefined && <Refusal error={error} onSend={send} />}
        {asked !== undefined && (
          <Box sx={{ mt: 1.5 }}>
            <HeaderMapper
              key={asked.titles.join('|')}
              asked={asked}
              columns={payoutColumns}
              label={(key) => translate(`batch.cell.${key}`)}
              busy={share !== undefined}
              onSend={(mapping) => {
                send({ mapping });
              }}
            />
          </Box>
        )}
        <Box sx={{ mt: 1.5, display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          {asked === undefined && !isTwice(error) && fault === undefined && (
            <Button
              variant="contained"
              color="primary"
              disabled={!ready}
              onClick={() => {
                send({});
              }}
            >
              {translate('batch.upload.send')}
            </Button>
          )}
          {file !== undefined && fault === undefined && enterpriseId === undefined && (
            <Typography variant="body2" sx={{ color: 'tokens.wait' }}>
              {translate('batch.upload.pickFirst')}
            </Typography>
          )}
        </Box>
      </Card>
      {facts !== undefined && fault === undefined && <ColumnsCard facts={facts} />}
    </>
  );
}

const isTwice = (error: unknown): boolean =>
  isRecord(error) && isRecord(error['body']) && error['body']['code'] === 'sheet-already-uploaded';

/** The same file was sent before: which batch it became, and what to click; the server's own advice is for programs. */
function Twice({ error }: { error: unknown }): ReactNode {
  const translate = useTranslate();
  const number = isRecord(error) && isRecord(error['body']) ? error['body']['number'] : undefined;
  const known = typeof number === 'string' ? number : '';
  return (
    <Box
      role="alert"
      sx={{ bgcolor: 'tokens.waitBg', borderRadius: '8px', p: '10px 14px', fontSize: 13, display: 'grid', gap: 0.5 }}
    >
      <Box sx={{ fontWeight: 600 }}>{translate('batch.upload.twice', { number: known })}</Box>
      <Box>{translate('batch.upload.twiceHelp', { again: translate('batch.upload.again') })}</Box>
      {known !== '' && (
        <Link to={listAt('settlement-batches', { number: known })}>{translate('batch.upload.twiceLook')}</Link>
      )}
    </Box>
  );
}

/** What is wrong; the same file once more is a decision, not a mistake. */
function Refusal({ error, onSend }: { error: unknown; onSend: (wish: Wish) => void }): ReactNode {
  const translate = useTranslate();
  return (
    <Box sx={{ mt: 1.5, display: 'grid', gap: 1.5 }}>
      {isTwice(error) ? <Twice error={error} /> : <Trouble error={error} />}
      {isTwice(error) && (
        <Box>
          <Button
            onClick={() => {
              onSend({ again: true });
            }}
          >
            {translate('batch.upload.again')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
