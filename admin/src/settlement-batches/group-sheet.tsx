import type { BatchAccepted, BatchDetail, BlockerGroup } from '@linggong/settlement/api';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { JobProgress } from '../parts/job';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { batchApi } from './batch-api';
import { groupSum } from './group-note';

export type GroupAct = 'recheck' | 'exclude';

/** What is to be done with the lines of one reason, as the reason stood when it was asked. */
export interface GroupWish {
  act: GroupAct;
  group: BlockerGroup;
}

interface GroupSheetProps {
  batch: BatchDetail;
  wish: GroupWish | undefined;
  refresh: () => void;
  onClose: () => void;
}

/** Checks the lines of one reason again, or leaves them out; when it has worked, the batch may know that reason no more. */
export function GroupSheet({ batch, wish, refresh, onClose }: GroupSheetProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { act = 'recheck', group } = wish ?? {};
  const id = batch.id.toString();
  const run = (code: BlockerGroup['code'], reason: string, key: string): Promise<BatchAccepted> =>
    act === 'exclude'
      ? batchApi.exclude(id, { blocker: code, reason }, key)
      : batchApi.recheck(id, { blocker: code }, key);
  return (
    <EffectSheet<BatchAccepted>
      open={wish !== undefined}
      onClose={onClose}
      title={translate(`batch.narrow.${act}Title`)}
      lead={translate(`batch.narrow.${act}Lead`, { title: group === undefined ? '' : text(group.title) })}
      effects={
        group === undefined
          ? []
          : [
              { label: translate('batch.narrow.lines'), value: countText(group.count), strong: true },
              { label: translate('batch.narrow.amount'), value: <Money fen={groupSum(group)} total /> },
            ]
      }
      reason={act === 'exclude' ? 'required' : 'none'}
      confirm={translate(`batch.narrow.${act}`, { count: countText(group?.count) })}
      run={({ reason, key }) =>
        group === undefined
          ? Promise.reject(new Error('no group'))
          : run(group.code, reason ?? '', key).finally(refresh)
      }
      done={(result) => (result.job === null ? undefined : <JobProgress id={result.job.id} />)}
    />
  );
}
