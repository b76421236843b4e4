import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useProblemText } from '../parts/states-of-page';
import { takeBankFile } from '../payout-files/download';
import { saveBlob } from '../table/csv';
import { RedeemLook } from '../unmaskings/redeem-look';
import type { ApprovalRecord } from './approval';

interface RedeemProps {
  approval: ApprovalRecord;
  onDone: () => void;
}

/** What was approved for its maker alone is taken here, once: a bank's file with clear names and accounts, or a look at a clear value. */
export function Redeem(props: RedeemProps): ReactNode {
  return props.approval.resource === 'sensitive-field' ? <RedeemLook {...props} /> : <RedeemFile {...props} />;
}

function RedeemFile({ approval, onDone }: RedeemProps): ReactNode {
  const translate = useTranslate();
  const notify = useNotify();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  if (!approval.mayRedeem || approval.resource !== 'bank-file') return null;
  const take = async (): Promise<void> => {
    const answer = await takeBankFile(approval.subjectId, approval.reason ?? '', approval.id);
    if (!('asked' in answer)) saveBlob(answer.name ?? approval.subjectLabel, answer.blob);
  };
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
      {translate('approvals.redeem')}
    </Button>
  );
}
