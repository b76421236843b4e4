import { Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { saveBlob } from '../table/csv';
import type { ContractRecord } from './contract';
import { useContractReader } from './contract-reader';
import { takePaper } from './take-paper';

interface Download {
  readonly record: ContractRecord;
  /** Last part of the path. */
  readonly what: 'document' | 'signed-file';
  readonly label: string;
  readonly notes: string[];
}

/** Files of a contract name people in clear: staff ask a second person for one, and everybody is told that it is audited. */
function DownloadFile({ record, what, label, notes }: Download): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const { mayHaveIt, isParty } = useContractReader(record);
  if (!mayHaveIt) return null;
  return (
    <>
      <Button
        size="small"
        color="primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <EffectSheet<unknown>
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        title={`${label} · ${record.number}`}
        lead={translate(isParty ? 'document.downloadLead' : 'document.downloadAsk')}
        notes={notes}
        reason={isParty ? 'none' : 'required'}
        confirm={label}
        done={() => <Typography sx={{ fontWeight: 600 }}>{translate('document.downloaded')}</Typography>}
        run={async ({ reason }) => {
          const answer = await takePaper({ id: record.id, file: what }, reason);
          if ('asked' in answer) return answer.asked;
          saveBlob(answer.name ?? `${record.number}.pdf`, answer.blob);
          return undefined;
        }}
      />
    </>
  );
}

/** The sealed PDF; where it is not sealed yet, whoever asks has it sealed next. */
export function DownloadPaper({ record }: { record: ContractRecord }): ReactNode {
  const translate = useTranslate();
  const note = record.documentState === 'sealed' ? 'document.integrity' : 'document.downloadUnsealed';
  return (
    <DownloadFile record={record} what="document" label={translate('document.download')} notes={[translate(note)]} />
  );
}

/** The file that was signed at a service, or the scan of the paper. */
export function DownloadSigned({ record }: { record: ContractRecord }): ReactNode {
  const translate = useTranslate();
  return <DownloadFile record={record} what="signed-file" label={translate('contract.evidence.download')} notes={[]} />;
}
