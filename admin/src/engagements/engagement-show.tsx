import type { EngagementActionByPeople } from '@linggong/tasks/domain';
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useExtra } from '../configurations/form/use-extra';
import { LazyRecordCard } from '../form-records/lazy-record-card';
import { Card } from '../parts/card';
import { EffectSheet } from '../parts/effect-sheet';
import { Facts } from '../parts/facts';
import { Figures } from '../parts/figures';
import { Guide } from '../parts/guide';
import { momentsOf } from '../parts/moments';
import { Money } from '../parts/money';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { Timeline } from '../parts/timeline';
import type { ConsoleDataProvider } from '../provider';
import { LazyChecklist } from '../reviews/lazy-checklist';
import { unjudged, type Standing } from '../reviews/review';
import { ReviewCard } from '../reviews/review-card';
import { useMay } from '../session/use-me';
import type { EngagementRecord } from './engagement';
import { actionsFor } from './engagement-actions';

/** What is told of the work that is handed over. */
const deliveryTitle = { zh: '交付单', en: 'What is delivered' };

const moments = ['engagedAt', 'deliveredAt', 'acceptedAt', 'cancelledAt'] as const;

/** One worker's undertaking of one task. */
export default function EngagementShow(): ReactNode {
  const translate = useTranslate();
  const label = (field: string): string => translate(`resources.engagements.fields.${field}`);
  return (
    <RecordPage<EngagementRecord>
      resource="engagements"
      title={({ number }) => number}
      chips={({ state }) => <StateChip kind="engagement" state={state} />}
      facts={(record) => [
        <Link
          key="task"
          to={`/tasks/${record.taskId.toString()}/show`}
          style={{ color: 'inherit' }}
        >{`${record.taskNumber} ${record.taskTitle}`}</Link>,
        <Link
          key="worker"
          to={`/workers/${record.workerId.toString()}/show`}
          style={{ color: 'inherit' }}
        >{`${record.workerNameMasked} ${record.workerNumber}`}</Link>,
      ]}
      actions={(record, refresh) => <Actions record={record} onDone={refresh} />}
      aside={(record) => (
        <>
          <Guide name="engagement" steps={4} />
          <Timeline
            items={momentsOf(record, moments).map(({ field, at }) => ({
              at,
              text: translate(`engagement.moment.${field}`),
            }))}
          />
        </>
      )}
    >
      {(record) => (
        <>
          <Figures
            label={translate('resources.engagements.name', { smart_count: 1 })}
            figures={(['agreedFen', 'acceptedFen', 'settledFen'] as const).map((field) => ({
              label: label(field),
              value: <Money fen={record[field]} total sign={false} />,
            }))}
          />
          <Card>
            <Facts
              facts={[
                { label: label('enterpriseName'), value: record.enterpriseName },
                { label: label('engagedAt'), value: <Instant at={record.engagedAt} /> },
                { label: label('deliveredAt'), value: <Instant at={record.deliveredAt} /> },
                { label: label('acceptedAt'), value: <Instant at={record.acceptedAt} /> },
                { label: label('certificateNumber'), value: record.certificateNumber },
              ]}
            />
          </Card>
          <ReviewCard review={record.review} open={record.state === 'delivered'} />
          <LazyRecordCard form="tasks.delivery" subjectKind="engagement" subjectId={record.id} />
        </>
      )}
    </RecordPage>
  );
}

function Actions({ record, onDone }: { record: EngagementRecord; onDone: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const may = useMay();
  const [open, setOpen] = useState<EngagementActionByPeople | undefined>(undefined);
  const extra = useExtra({ form: 'tasks.delivery', title: deliveryTitle });
  const actions = actionsFor((action) => may('engagements', action), record.state);
  const name = open ?? 'deliver';
  const [judged, setJudged] = useState<Standing>(unjudged);
  return (
    <>
      {[...actions].reverse().map((action) => (
        <Button
          key={action}
          onClick={() => {
            setOpen(action);
          }}
          {...(action === 'cancel'
            ? { 'data-reject': '' }
            : { variant: 'contained' as const, color: 'primary' as const, 'data-approve': '' })}
        >
          {translate(`action.engagement.${action}.label`)}
        </Button>
      ))}
      <EffectSheet
        open={open !== undefined}
        onClose={() => {
          setOpen(undefined);
        }}
        title={`${translate(`action.engagement.${name}.label`)} · ${record.number}`}
        lead={translate(`action.engagement.${name}.lead`)}
        effects={[
          {
            label: translate('resources.engagements.fields.agreedFen'),
            value: <Money fen={record.agreedFen} total />,
            strong: true,
          },
        ]}
        reason={name === 'cancel' ? 'required' : 'none'}
        danger={name === 'cancel'}
        ready={name !== 'accept' || judged.ready}
        confirm={translate(`action.engagement.${name}.label`)}
        run={async ({ reason, key }) => {
          const body = {
            engagements: [{ id: record.id }],
            ...(reason === undefined ? {} : { reason }),
            ...(name === 'deliver' ? extra.part : {}),
            ...(name === 'accept' ? { criteria: judged.criteria } : {}),
          };
          const answer = await extra.watch(() => provider.command('engagements', undefined, name, body, key));
          onDone();
          return answer;
        }}
      >
        {name === 'deliver' && extra.card}
        <LazyChecklist review={record.review} verdict={name === 'accept' ? 'passes' : undefined} onChange={setJudged} />
      </EffectSheet>
    </>
  );
}
