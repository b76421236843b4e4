import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Button } from '@mui/material';
import { EffectSheet } from '../parts/effect-sheet';
import { takeBankFile } from '../payout-files/download';
import { call } from '../provider';
import { saveBlob } from '../table/csv';
import { RedeemLook } from '../unmaskings/redeem-look';
import { setUpHalfOf, type ApprovalRecord } from './approval';
import { RedeemButton } from './redeem-button';
import { SetUpHalf } from './set-up-half';

interface RedeemProps {
  approval: ApprovalRecord;
  onDone: () => void;
}

/** What was approved for its maker alone is taken here, once: a bank's file or a value in clear; and either one's half of a set-up code. */
export function Redeem({ approval, onDone }: RedeemProps): ReactNode {
  if (approval.mayTakeHalf) return <TakeHalf approval={approval} onDone={onDone} />;
  if (!approval.mayRedeem) return null;
  if (approval.resource === 'bank-file') return <TakeFile approval={approval} onDone={onDone} />;
  return approval.resource === 'sensitive-field' ? <RedeemLook approval={approval} onDone={onDone} /> : null;
}

function TakeFile({ approval, onDone }: RedeemProps): ReactNode {
  const take = async (): Promise<void> => {
    const answer = await takeBankFile(approval.subjectId, approval.reason ?? '', approval.id);
    if (!('asked' in answer)) saveBlob(answer.name ?? approval.subjectLabel, answer.blob);
  };
  return <RedeemButton label="approvals.redeem" take={take} onDone={onDone} />;
}

function TakeHalf({ approval, onDone }: RedeemProps): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="contained"
        color="primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('approvals.takeHalf')}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          onDone();
        }}
        title={translate('approvals.takeHalf')}
        lead={translate('approvals.takeHalfLead')}
        effects={[
          { label: translate('resources.approvals.fields.subjectLabel'), value: approval.subjectLabel, strong: true },
        ]}
        confirm={translate('approvals.takeHalf')}
        run={async () =>
          (await call(`/api/v1/approvals/${approval.id}/set-up-half`, { method: 'POST', body: {} })).json
        }
        done={(answer) => <SetUpHalf half={setUpHalfOf(answer)} />}
      />
    </>
  );
}
