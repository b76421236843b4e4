import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useProblemText } from '../parts/states-of-page';

/** Takes what was approved, once at a time; a refusal is told, and afterwards the request is read anew either way. */
export function RedeemButton({
  label,
  take,
  onDone,
}: {
  label: string;
  take: () => Promise<void>;
  onDone: () => void;
}): ReactNode {
  const translate = useTranslate();
  const notify = useNotify();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  return (
    <Button
      variant="contained"
      color="primary"
      disabled={busy}
      onClick={() => {
        setBusy(true);
        take()
          .catch((error: unknown) => {
            notify(problemText(error).title, { type: 'error' });
          })
          .finally(() => {
            setBusy(false);
            onDone();
          });
      }}
    >
      {translate(label)}
    </Button>
  );
}
