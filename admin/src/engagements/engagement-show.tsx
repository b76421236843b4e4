import type { EngagementActionByPeople } from '@linggong/tasks/domain';
import { Box, Button } from '@mui/material';
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
import { dayText } from '../parts/time-text';
import { Timeline } from '../parts/timeline';
import type { ConsoleDataProvider } from '../provider';
import { LazyChecklist } from '../reviews/lazy-checklist';
import { unjudged, type Standing } from '../reviews/review';
import { ReviewCard } from '../reviews/review-card';
import { useMay, useMe } from '../session/use-me';
import type { EngagementRecord } from './engagement';
import { actionsFor, ends, reasonOf } from './engagement-actions';
import { useEngagementClock } from './engagement-clock';

/** What is told of the work that is handed over. */
const deliveryTitle = { zh: '交付单', en: 'What is delivered' };

const moments = ['appliedAt', 'engagedAt', 'deliveredAt', 'acceptedAt', 'cancelledAt'] as const;

/** One worker's undertaking of one task. */
export default function EngagementShow(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  return (
    <RecordPage<EngagementRecord>
      resource="engagements"
      title={({ number }) => number}
      chips={({ state }) => <StateChip kind="engagement" state={state} />}
      facts={(record) => [
        // A worker reads of his task here; its own page is the enterprise's.
        may('tasks', 'read') ? (
          <Link
            key="task"
            to={`/tasks/${record.taskId.toString()}/show`}
            style={{ color: 'inherit' }}
          >{`${record.taskNumber} ${record.taskTitle}`}</Link>
        ) : (
          `${record.taskNumber} ${record.taskTitle}`
        ),
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
              text: translate(`engagement.moment.${field === 'cancelledAt' ? record.state : field}`),
            }))}
          />
        </>
      )}
    >
      {(record) => <Body record={record} />}
    </RecordPage>
  );
}

/** The sums, the task as whoever works on it needs it, what was said of the work. */
function Body({ record }: { record: EngagementRecord }): ReactNode {
  const translate = useTranslate();
  const clock = useEngagementClock();
  const own = useMe()?.account.workerId !== undefined;
  const label = (field: string): string => translate(`resources.engagements.fields.${field}`);
  return (
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
            ...(own ? [{ label: label('stateReason'), value: clock(record) }] : []),
            { label: label('enterpriseName'), value: record.enterpriseName },
            { label: label('taskPlace'), value: record.taskPlace },
            { label: label('taskEndsOn'), value: dayText(record.taskEndsOn) },
            { label: label('appliedAt'), value: <Instant at={record.appliedAt} /> },
            { label: label('engagedAt'), value: <Instant at={record.engagedAt} /> },
            { label: label('deliveredAt'), value: <Instant at={record.deliveredAt} /> },
            { label: label('acceptedAt'), value: <Instant at={record.acceptedAt} /> },
            { label: label('certificateNumber'), value: record.certificateNumber },
            ...(own || record.stateReason === null ? [] : [{ label: label('reason'), value: record.stateReason }]),
          ]}
        />
        {record.taskDescription !== null && record.taskDescription !== '' && (
          <Box sx={{ mt: 1.5, whiteSpace: 'pre-line', fontSize: 13 }}>{record.taskDescription}</Box>
        )}
      </Card>
      <ReviewCard review={record.review} open={record.state === 'delivered'} />
      <LazyRecordCard form="tasks.delivery" subjectKind="engagement" subjectId={record.id} />
    </>
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
          {...(ends(action)
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
        reason={reasonOf(name)}
        danger={ends(name)}
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
