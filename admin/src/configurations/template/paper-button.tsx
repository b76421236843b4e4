import { contractKinds, textKey } from '@linggong/e-sign/domain';
import type { TemplateContent } from '@linggong/studio/domain';
import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { Trouble } from '../../parts/states-of-page';
import { callForFile, newKey } from '../../provider';
import { useMay } from '../../session/use-me';
import { saveBlob } from '../../table/csv';
import { useWords } from './words';

interface PaperButtonProps {
  content: TemplateContent;
  configurationKey: string;
}

/** The paper of a contract text as it would be printed, page by page; only where contracts are made of it. */
export function PaperButton({ content, configurationKey }: PaperButtonProps): ReactNode {
  const word = useWords();
  const may = useMay()('contract-text', 'preview');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const kind = contractKinds.find((one) => textKey(one) === configurationKey);
  if (kind === undefined || !may) return null;
  const print = (): void => {
    setError(undefined);
    setBusy(true);
    callForFile('/api/v1/contract-texts/preview', { method: 'POST', body: { kind, content }, key: newKey() })
      .then(({ blob }) => {
        saveBlob(`${kind}-sample.pdf`, blob);
      }, setError)
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button size="small" variant="outlined" loading={busy} onClick={print}>
          {word('paper')}
        </Button>
        <Box sx={{ fontSize: 12, color: 'tokens.ink3' }}>{word('paperNote')}</Box>
      </Box>
      {error !== undefined && <Trouble error={error} />}
    </>
  );
}
