import { Button, Checkbox, FormControlLabel, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { Trouble } from '../parts/states-of-page';
import { dayText } from '../parts/time-text';
import type { ConsoleDataProvider } from '../provider';
import { PrintedText, useContractText } from './contract-text';
import type { ContractRecord } from './contract';
import { SigningCode } from './signing-code';

interface SignContractProps {
  record: ContractRecord;
  /** Whether the button stands there; the sheet stays while it is open. */
  isOffered: boolean;
  onDone: () => void;
}

/** The party reads the text, says so, and signs that very text: its digest goes with the signature. */
export function SignContract({ record, isOffered, onDone }: SignContractProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [open, setOpen] = useState(false);
  const [seen, setSeen] = useState(false);
  const [read, setRead] = useState(false);
  const [code, setCode] = useState('');
  // Codes go to the phones of workers; an enterprise signs by its account.
  const asksCode = record.workerId !== null && record.signing.code !== 'off';
  const { data, error } = useContractText(record.id, open);
  return (
    <>
      {isOffered && (
        <Button
          variant="contained"
          color="primary"
          data-approve=""
          onClick={() => {
            setOpen(true);
          }}
        >
          {translate('action.contract.sign.label')}
        </Button>
      )}
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          setRead(false);
          setSeen(false);
          setCode('');
          onDone();
        }}
        title={`${translate('action.contract.sign.label')} · ${record.number}`}
        lead={translate('action.contract.sign.lead')}
        ready={data !== undefined && seen && read && (!asksCode || code.length === 6)}
        confirm={translate('action.contract.sign.label')}
        done={() => (
          <Typography sx={{ fontWeight: 600 }}>
            {translate('contract.signed', { day: dayText(record.validTo) })}
          </Typography>
        )}
        run={({ key }) => {
          const body = { textSha256: data?.sha256, ...(asksCode ? { code } : {}) };
          return provider.command('contracts', record.id, 'sign', body, key);
        }}
      >
        {error !== null && <Trouble error={error} />}
        {data !== undefined && (
          <PrintedText
            contract={data}
            onEnd={() => {
              setSeen(true);
            }}
          />
        )}
        <FormControlLabel
          control={
            <Checkbox
              checked={read}
              disabled={!seen}
              onChange={(event) => {
                setRead(event.target.checked);
              }}
            />
          }
          label={translate('contract.haveRead')}
        />
        {asksCode && read && <SigningCode contractId={record.id} code={code} onCode={setCode} />}
        {!seen && (
          <Typography variant="body2" sx={{ color: 'tokens.wait' }}>
            {translate('contract.readFirst')}
          </Typography>
        )}
      </EffectSheet>
    </>
  );
}
