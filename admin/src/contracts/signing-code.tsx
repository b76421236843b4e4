import type { CodeAnswer } from '@linggong/e-sign/api';
import { Alert, Button, Stack, TextField } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { footerHeight } from '../parts/sheet-footer';
import { Trouble } from '../parts/states-of-page';
import type { Wire } from '../parts/wire';
import type { ConsoleDataProvider } from '../provider';

interface SigningCodeProps {
  contractId: number;
  code: string;
  onCode: (code: string) => void;
}

/** Sends a code to the worker’s own phone and takes it: six digits, five minutes. */
export function SigningCode({ contractId, code, onCode }: SigningCodeProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [sent, setSent] = useState<Wire<CodeAnswer> | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const [busy, setBusy] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  // On a phone the field would stand below the fold, and the code would be looked for in vain.
  useEffect(() => {
    void root.current?.scrollIntoView({ block: 'end' });
  }, [sent, error]);
  const send = (): void => {
    setBusy(true);
    setError(undefined);
    provider.command('contracts', contractId, 'codes', {}).then(
      (answer) => {
        setBusy(false);
        // The route answers with the schema `signingCodeAnswer`.
        setSent(answer as Wire<CodeAnswer>);
      },
      (refusal: unknown) => {
        setBusy(false);
        setError(refusal);
      },
    );
  };
  return (
    <Stack ref={root} spacing={1.5} sx={{ scrollMarginBottom: footerHeight }}>
      <Button onClick={send} disabled={busy} color="primary">
        {translate(sent === undefined ? 'contract.code.send' : 'contract.code.again')}
      </Button>
      {sent !== undefined && (
        <Alert severity="info">
          {translate('contract.code.sent', { phone: sent.sentTo })}
          {sent.shownCode !== undefined && ` ${translate('contract.code.shown', { code: sent.shownCode })}`}
        </Alert>
      )}
      {error !== undefined && <Trouble error={error} />}
      <TextField
        label={translate('contract.code.label')}
        value={code}
        onChange={(event) => {
          onCode(event.target.value.replace(/\D/g, '').slice(0, 6));
        }}
        slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 6 } }}
      />
    </Stack>
  );
}
