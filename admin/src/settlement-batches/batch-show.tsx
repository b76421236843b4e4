import type { BatchDetail } from '@linggong/settlement/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetRecordId, useTranslate } from 'react-admin';
import { WithAside } from '../parts/card';
import { Guide } from '../parts/guide';
import { NoRecord } from '../parts/record-page';
import { PageSkeleton } from '../parts/states-of-page';
import { Stepper } from '../parts/stepper';
import { useText2 } from '../parts/text2';
import { Timeline } from '../parts/timeline';
import { StoryLink } from '../timeline/story-link';
import { BatchFigures } from './batch-figures';
import { BatchHeader } from './batch-header';
import { BatchRisk } from './batch-risk';
import { BatchRouting } from './batch-routing';
import { batchSteps, screenOf, stepIndex } from './batch-steps';
import { Checking } from './checking';
import { Done } from './done';
import { LeftOut } from './left-out';
import { Paying } from './paying';
import { Preview } from './preview';
import { useBatch, useTimeline } from './use-batch';
import { WaitingRelease } from './waiting-release';

/** One batch from its sheet to its receipts. The page follows the state by itself; nobody presses reload. */
export default function BatchShow(): ReactNode {
  const id = useGetRecordId();
  const { batch, error, refresh } = useBatch(String(id));
  if (error !== undefined && error !== null)
    return <NoRecord error={error} resource="settlement-batches" retry={refresh} />;
  if (batch === undefined) return <PageSkeleton />;
  return <BatchPage batch={batch} refresh={refresh} />;
}

function BatchPage({ batch, refresh }: { batch: BatchDetail; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const step = screenOf(batch);
  return (
    <>
      <BatchHeader batch={batch} refresh={refresh} />
      <Stepper
        label={translate('batch.steps.label')}
        steps={batchSteps.map((key) => ({ key, label: translate(`batch.steps.${key}`) }))}
        now={stepIndex(batch)}
      />
      {batch.figures !== null && <BatchFigures batch={batch} figures={batch.figures} />}
      <WithAside
        aside={
          <>
            <Guide name={`batch.${step}`} steps={4} />
            <BatchTimeline batch={batch} />
            <StoryLink resource="settlement-batches" id={batch.id} />
          </>
        }
      >
        <Box sx={{ display: 'grid', gap: 1.5, mb: 1.5, '&:empty': { display: 'none' } }}>
          <BatchRisk batch={batch} />
          <BatchRouting batch={batch} />
        </Box>
        <Body batch={batch} refresh={refresh} />
        {isBound(batch) && <LeftOut batch={batch} refresh={refresh} />}
      </WithAside>
    </>
  );
}

/** Confirmed: which lines go is settled. */
const isBound = ({ state }: BatchDetail): boolean => ['confirmed', 'released', 'paying', 'completed'].includes(state);

function Body({ batch, refresh }: { batch: BatchDetail; refresh: () => void }): ReactNode {
  switch (screenOf(batch)) {
    case 'upload':
    case 'check':
      return <Checking batch={batch} />;
    case 'preview':
      return <Preview batch={batch} refresh={refresh} />;
    case 'confirm':
      return <WaitingRelease batch={batch} />;
    case 'pay':
      return <Paying batch={batch} />;
    case 'done':
      return <Done batch={batch} />;
  }
}

function BatchTimeline({ batch }: { batch: BatchDetail }): ReactNode {
  const text = useText2();
  const { data } = useTimeline(batch);
  const items = data?.items ?? [];
  return (
    <Timeline
      names={{ enterprise: batch.enterpriseName }}
      items={items.map((item) => ({ at: item.at, text: text(item.text), actor: item.actor, reason: item.reason }))}
    />
  );
}
