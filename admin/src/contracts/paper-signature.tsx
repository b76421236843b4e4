import { Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { JobProgress } from '../parts/job';
import { countText } from '../parts/money-text';
import { isRecord } from '../provider';
import { sendFile } from '../provider/send-file';
import { useMay } from '../session/use-me';
import { FileField } from '../sheets/file-field';

interface PaperSignatureProps {
  /** Contracts whose papers are in the scan. */
  contractIds: readonly number[];
  /** The one contract is signed already, and only its scan is missing. */
  late?: boolean;
  onDone: () => void;
  small?: boolean;
  /** Whether the button stands there; the sheet stays while it is open. */
  isOffered?: boolean;
}

/** Staff take in what was signed on paper: the scan goes with it, and is what proves it. */
export function PaperSignature(props: PaperSignatureProps): ReactNode {
  const { contractIds, onDone, late = false, small = false, isOffered = true } = props;
  const translate = useTranslate();
  const may = useMay()('contract-batch', 'sign');
  const [open, setOpen] = useState(false);
  const [scan, setScan] = useState<File | undefined>(undefined);
  if (!may || contractIds.length === 0) return null;
  const action = translate(late ? 'contract.paper.lateAction' : 'contract.paper.action');
  const send = (key: string): Promise<unknown> => {
    if (scan === undefined) return Promise.reject(new Error('no scan'));
    const quietly = { file: scan, key, onProgress: () => undefined };
    if (late) return sendFile({ ...quietly, path: `/api/v1/contracts/${String(contractIds[0])}/scan` });
    const fields = { contractIds: JSON.stringify(contractIds) };
    return sendFile({ ...quietly, path: '/api/v1/contracts/signatures', fields });
  };
  return (
    <>
      {isOffered && (
        <Button
          {...(small ? { size: 'small' as const, color: 'primary' as const } : {})}
          onClick={() => {
            setOpen(true);
          }}
        >
          {action}
        </Button>
      )}
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          setScan(undefined);
          onDone();
        }}
        title={action}
        lead={translate(late ? 'contract.paper.lateLead' : 'contract.paper.lead')}
        effects={[{ label: translate('contract.paper.count'), value: countText(contractIds.length), strong: true }]}
        notes={[translate('contract.paper.note')]}
        ready={scan !== undefined}
        confirm={late ? action : translate('contract.paper.confirm')}
        run={({ key }) => send(key)}
        done={(placed) => (
          <>
            <Typography sx={{ fontWeight: 600 }}>
              {translate(late ? 'contract.paper.lateDone' : 'contract.paper.done')}
            </Typography>
            {isRecord(placed) && typeof placed['jobId'] === 'string' && <JobProgress id={placed['jobId']} />}
          </>
        )}
      >
        <FileField
          file={scan}
          onFile={setScan}
          label={translate('contract.paper.choose')}
          help={translate('contract.paper.limits')}
          accept="application/pdf,image/jpeg,image/png"
        />
      </EffectSheet>
    </>
  );
}
