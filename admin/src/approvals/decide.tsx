import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { EffectSheet } from '../parts/effect-sheet';
import type { ConsoleDataProvider } from '../provider';
import type { ApprovalRecord } from './approval';
import { Changes } from './changes';
import { useSubject, useWhat } from './approval-list';

type Act = 'approve' | 'reject' | 'withdraw';

/** What the reader may do about a request; the sheet shows once more what he decides about. */
export function Decide({ approval, onDone }: { approval: ApprovalRecord; onDone: () => void }): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState<Act | undefined>(undefined);
  const acts: readonly [Act, boolean][] = [
    ['withdraw', approval.mayWithdraw],
    ['reject', approval.mayReject],
    ['approve', approval.mayDecide],
  ];
  const offered = acts.filter(([, may]) => may).map(([act]) => act);
  if (offered.length === 0 && open === undefined) return null;
  return (
    <>
      {offered.map((act) => (
        <Button
          key={act}
          onClick={() => {
            setOpen(act);
          }}
          {...(act === 'approve'
            ? { variant: 'contained' as const, color: 'primary' as const, 'data-approve': '' }
            : {})}
          {...(act === 'reject' ? { 'data-reject': '' } : {})}
        >
          {translate(`approvals.act.${act}.label`)}
        </Button>
      ))}
      <DecisionSheet
        approval={approval}
        act={open}
        onClose={() => {
          setOpen(undefined);
          onDone();
        }}
      />
    </>
  );
}

interface DecisionSheetProps {
  approval: ApprovalRecord;
  act: Act | undefined;
  onClose: () => void;
}

function DecisionSheet({ approval, act, onClose }: DecisionSheetProps): ReactNode {
  const translate = useTranslate();
  const what = useWhat();
  const subject = useSubject();
  const actor = useActorText();
  const provider = useDataProvider<ConsoleDataProvider>();
  const words = (part: string): string => translate(`approvals.act.${act ?? 'approve'}.${part}`);
  return (
    <EffectSheet
      open={act !== undefined}
      onClose={onClose}
      title={`${words('label')} · ${what(approval)}`}
      lead={words('lead')}
      effects={[
        { label: translate('resources.approvals.fields.subjectLabel'), value: subject(approval), strong: true },
      ]}
      notes={
        approval.decidesFor === null || act === 'withdraw'
          ? []
          : [translate('approvals.decidesFor', { name: actor(approval.decidesFor) })]
      }
      reason={act === 'reject' ? 'required' : 'optional'}
      confirm={words('label')}
      danger={act === 'reject'}
      run={({ reason, key }) => {
        const said = reason === undefined ? {} : { reason };
        const seen = act === 'withdraw' ? {} : { seenSha256: approval.seenSha256 };
        return provider.command('approvals', approval.id, act ?? '', { ...said, ...seen }, key);
      }}
      done={(result) => <Outcome result={result} act={act ?? 'approve'} />}
    >
      {act === 'approve' && <Changes approval={approval} />}
    </EffectSheet>
  );
}

/** What came of it: an approved request is done at once, or says why it could not be done. */
function Outcome({ result, act }: { result: unknown; act: Act }): ReactNode {
  const translate = useTranslate();
  // The answer of a decision is the request as it stands then.
  const { state } = result as Pick<ApprovalRecord, 'state'>;
  return translate(act === 'approve' ? `approvals.outcome.${state}` : `approvals.act.${act}.done`, {
    _: translate('sheet.done'),
  });
}
