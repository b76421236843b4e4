import { Alert, Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { Trouble } from '../parts/states-of-page';
import { isRecord, type ConsoleDataProvider } from '../provider';
import { isAtService, type ContractRecord } from './contract';

interface ServiceSignProps {
  record: ContractRecord;
  /** Whether there is something to press; the sheet of the sandbox stays while it is open. */
  isOffered: boolean;
  onDone: () => void;
}

/** The worker goes to the e-signature service; in the sandbox he decides on a sheet that says what it is. */
export function ServiceSign({ record, isOffered, onDone }: ServiceSignProps): ReactNode {
  const translate = useTranslate();
  const isThere = isOffered && isAtService(record);
  const isOpen = isThere && record.request?.state === 'open';
  const isSandbox = record.request?.provider === 'sandbox';
  return (
    <>
      {isThere && !isOpen && <Alert severity="info">{translate('contract.service.soon')}</Alert>}
      {isOpen && !isSandbox && <GoThere id={record.id} />}
      <SandboxSign record={record} isOffered={isOpen && isSandbox} onDone={onDone} />
    </>
  );
}

function GoThere({ id }: { id: number }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [error, setError] = useState<unknown>(undefined);
  const [busy, setBusy] = useState(false);
  const go = (): void => {
    setBusy(true);
    setError(undefined);
    provider.command('contracts', id, 'sign-address', {}).then(
      (answer) => {
        setBusy(false);
        const url = isRecord(answer) ? answer['url'] : undefined;
        // The address is for this person alone; it is opened, never shown or kept.
        if (typeof url === 'string' && url.startsWith('https://')) window.location.assign(url);
      },
      (refusal: unknown) => {
        setBusy(false);
        setError(refusal);
      },
    );
  };
  return (
    <>
      <Button variant="contained" color="primary" disabled={busy} onClick={go}>
        {translate('contract.service.go')}
      </Button>
      {error !== undefined && <Trouble error={error} />}
    </>
  );
}

function SandboxSign({ record, isOffered, onDone }: ServiceSignProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [open, setOpen] = useState(false);
  const decide = (decision: 'signed' | 'refused', key: string): Promise<unknown> =>
    provider.command('contracts', record.id, 'sandbox-decision', { decision }, key);
  return (
    <>
      {isOffered && (
        <Button
          variant="contained"
          color="primary"
          onClick={() => {
            setOpen(true);
          }}
        >
          {translate('contract.service.sandbox')}
        </Button>
      )}
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          onDone();
        }}
        title={translate('contract.service.sandbox')}
        lead={translate('contract.service.sandboxLead')}
        confirm={translate('contract.service.sign')}
        run={({ key }) => decide('signed', key)}
        done={() => <Typography sx={{ fontWeight: 600 }}>{translate('contract.service.signed')}</Typography>}
      />
    </>
  );
}
