import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Button } from '@mui/material';
import { EffectSheet } from '../parts/effect-sheet';
import { takeBankFile } from '../payout-files/download';
import { askOrTakeFile, call, isRecord } from '../provider';
import { takePaper } from '../contracts/take-paper';
import { saveBlob } from '../table/csv';
import { RedeemLook } from '../unmaskings/redeem-look';
import { attachmentOf, paperOf, setUpHalfOf, type ApprovalRecord } from './approval';
import { RedeemButton } from './redeem-button';
import { SetUpHalf } from './set-up-half';

interface RedeemProps {
  approval: ApprovalRecord;
  onDone: () => void;
}

/**
 * What was approved for its maker alone is taken here, once: a bank's file, a file of a contract, a grant of a restore or a value in
 * clear; and either one's half of a set-up code. What is told once stays in sight when the request, read anew, offers it no more.
 */
export function Redeem({ approval, onDone }: RedeemProps): ReactNode {
  return (
    <>
      <TakeHalf approval={approval} onDone={onDone} />
      {approval.resource === 'sensitive-field' && <RedeemLook approval={approval} onDone={onDone} />}
      {approval.mayRedeem && <TakeOnce approval={approval} onDone={onDone} />}
    </>
  );
}

/** A file goes to the disk of who takes it: nothing of it is left on the page. */
function TakeOnce({ approval, onDone }: RedeemProps): ReactNode {
  if (approval.resource === 'sensitive-field') return null;
  if (approval.resource === 'bank-file') return <TakeFile approval={approval} onDone={onDone} />;
  if (approval.resource === 'backup') return <TakeGrant approval={approval} onDone={onDone} />;
  if (approval.resource === 'contract') return <TakePaper approval={approval} onDone={onDone} />;
  return <TakeAttachment approval={approval} onDone={onDone} />;
}

function TakeFile({ approval, onDone }: RedeemProps): ReactNode {
  const take = async (): Promise<void> => {
    const answer = await takeBankFile(approval.subjectId, approval.reason ?? '', approval.id);
    if (!('asked' in answer)) saveBlob(answer.name ?? approval.subjectLabel, answer.blob);
  };
  return <RedeemButton label="approvals.redeem" take={take} onDone={onDone} />;
}

function TakePaper({ approval, onDone }: RedeemProps): ReactNode {
  const paper = paperOf(approval.subjectId);
  if (paper === undefined) return null;
  const take = async (): Promise<void> => {
    const answer = await takePaper(paper, approval.reason ?? undefined, approval.id);
    if (!('asked' in answer)) saveBlob(answer.name ?? approval.subjectLabel, answer.blob);
  };
  return <RedeemButton label="approvals.redeem" take={take} onDone={onDone} />;
}

function TakeAttachment({ approval, onDone }: RedeemProps): ReactNode {
  const attached = attachmentOf(approval.resource, approval.subjectId);
  if (attached === undefined) return null;
  const take = async (): Promise<void> => {
    const answer = await askOrTakeFile(attached.path, { reason: approval.reason }, approval.id);
    if (!('asked' in answer)) saveBlob(answer.name ?? approval.subjectLabel, answer.blob);
  };
  return <RedeemButton label="approvals.redeem" take={take} onDone={onDone} />;
}

/** The grant of a restore is a file that the command takes; what it is for is sent again as it was asked. */
function TakeGrant({ approval, onDone }: RedeemProps): ReactNode {
  const take = async (): Promise<void> => {
    const to = isRecord(approval.after) ? approval.after['to'] : undefined;
    const path = `/api/v1/backups/${approval.subjectId}/restore`;
    const body = { to, reason: approval.reason };
    const { json } = await call(path, { method: 'POST', body, headers: { Approval: approval.id } });
    const grant = isRecord(json) && typeof json['grant'] === 'string' ? json['grant'] : '';
    saveBlob(`restore-${approval.subjectLabel}.grant`, new Blob([grant], { type: 'text/plain' }));
  };
  return <RedeemButton label="approvals.takeGrant" take={take} onDone={onDone} />;
}

function TakeHalf({ approval, onDone }: RedeemProps): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      {approval.mayTakeHalf && (
        <Button
          variant="contained"
          color="primary"
          onClick={() => {
            setOpen(true);
          }}
        >
          {translate('approvals.takeHalf')}
        </Button>
      )}
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
