import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { ApprovalRecord } from '../approvals/approval';
import { useProblemText } from '../parts/states-of-page';
import { askClear } from './ask-clear';
import { ClearValue, useClearValue } from './clear-value';
import { sensitiveOf } from './lasting';

/** What was approved is seen here by its maker, once and for a minute. */
export function RedeemLook({ approval, onDone }: { approval: ApprovalRecord; onDone: () => void }): ReactNode {
  const translate = useTranslate();
  const notify = useNotify();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useClearValue();
  const of = sensitiveOf(approval.subjectId);
  if (shown !== undefined) {
    return (
      <ClearValue
        shown={shown}
        hide={() => {
          setShown(undefined);
        }}
      />
    );
  }
  if (!approval.mayRedeem || of === undefined) return null;
  const look = async (): Promise<void> => {
    const answer = await askClear(of, approval.reason ?? '', approval.id);
    if (!('asked' in answer)) setShown(answer);
  };
  return (
    <Button
      variant="contained"
      color="primary"
      disabled={busy}
      onClick={() => {
        setBusy(true);
        look()
          .catch((error: unknown) => {
            notify(problemText(error).title, { type: 'error' });
          })
          .finally(() => {
            setBusy(false);
            onDone();
          });
      }}
    >
      {translate('unmask.redeem')}
    </Button>
  );
}
