import type { ReactNode } from 'react';
import type { ApprovalRecord } from '../approvals/approval';
import { RedeemButton } from '../approvals/redeem-button';
import { askClear } from './ask-clear';
import { ClearValue, useClearValue } from './clear-value';
import { sensitiveOf } from './lasting';

/** What was approved is seen here by its maker, once and for a minute. */
export function RedeemLook({ approval, onDone }: { approval: ApprovalRecord; onDone: () => void }): ReactNode {
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
  return <RedeemButton label="unmask.redeem" take={look} onDone={onDone} />;
}
