import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { initialPasswordOf } from '../accounts/account';
import { InitialPassword } from '../accounts/initial-password';
import { EffectSheet } from '../parts/effect-sheet';
import { takeBankFile } from '../payout-files/download';
import { call } from '../provider';
import { saveBlob } from '../table/csv';
import { RedeemLook } from '../unmaskings/redeem-look';
import { restoringOf, type ApprovalRecord } from './approval';
import { RedeemButton } from './redeem-button';

interface RedeemProps {
  approval: ApprovalRecord;
  onDone: () => void;
}

/** What was approved for its maker alone is taken here, once: a bank's file or a value in clear, the first password of an administrator. */
export function Redeem({ approval, onDone }: RedeemProps): ReactNode {
  if (!approval.mayRedeem) return null;
  if (approval.resource === 'bank-file') return <TakeFile approval={approval} onDone={onDone} />;
  if (approval.resource === 'sensitive-field') return <RedeemLook approval={approval} onDone={onDone} />;
  return restoringOf(approval) === undefined ? null : <TakePassword approval={approval} onDone={onDone} />;
}

function TakeFile({ approval, onDone }: RedeemProps): ReactNode {
  const take = async (): Promise<void> => {
    const answer = await takeBankFile(approval.subjectId, approval.reason ?? '', approval.id);
    if (!('asked' in answer)) saveBlob(answer.name ?? approval.subjectLabel, answer.blob);
  };
  return <RedeemButton label="approvals.redeem" take={take} onDone={onDone} />;
}

function TakePassword({ approval, onDone }: RedeemProps): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const restoring = restoringOf(approval);
  if (restoring === undefined) return null;
  return (
    <>
      <Button
        variant="contained"
        color="primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('approvals.takePassword')}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          onDone();
        }}
        title={translate('approvals.takePassword')}
        lead={translate('approvals.takePasswordLead')}
        effects={[
          { label: translate('resources.approvals.fields.subjectLabel'), value: approval.subjectLabel, strong: true },
        ]}
        confirm={translate('approvals.takePassword')}
        danger
        run={async ({ key }) => {
          const { path, body } = restoring;
          return (await call(path, { method: 'POST', body, key, headers: { Approval: approval.id } })).json;
        }}
        done={(answer) => <InitialPassword password={initialPasswordOf(answer)} />}
      />
    </>
  );
}
