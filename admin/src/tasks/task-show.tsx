import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { engagementColumns, type EngagementRow } from '../engagements/engagement';
import { SendButton } from '../contracts/send-button';
import { LazyRecordCard } from '../form-records/lazy-record-card';
import { Card } from '../parts/card';
import type { Effect } from '../parts/effect-sheet';
import { Facts } from '../parts/facts';
import { Figures } from '../parts/figures';
import { Guide } from '../parts/guide';
import { LifeActions, type LifeAction } from '../parts/life-actions';
import { momentsOf, newestFirst } from '../parts/moments';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { dayText } from '../parts/time-text';
import { Timeline } from '../parts/timeline';
import { ReviewCard } from '../reviews/review-card';
import { useActWord } from '../reviews/words';
import type { ConsoleDataProvider } from '../provider';
import type { Me } from '../session/me';
import { may } from '../session/rights';
import { useMe } from '../session/use-me';
import { ListCard } from '../table/list-card';
import { EngageWorkers } from './engage-workers';
import type { TaskRecord } from './task';
import { workersOfTask } from './workers-of-task';
import { taskSteps } from './task-actions';

/** The actions of a task; publishing one that looks like employment names what was found, and asks for the reason. */
function useTaskActions(me: Me | undefined): (record: TaskRecord) => LifeAction[] {
  const translate = useTranslate();
  const text = useText2();
  const label = (field: string): string => translate(`resources.tasks.fields.${field}`);
  const numbersOf = ({ headcount, engaged, budgetFen, acceptedFen }: TaskRecord): Effect[] => [
    { label: label('headcount'), value: countText(headcount) },
    { label: label('engaged'), value: countText(engaged), strong: true },
    { label: label('budgetFen'), value: <Money fen={budgetFen} /> },
    { label: label('acceptedFen'), value: <Money fen={acceptedFen} /> },
  ];
  return (record) =>
    taskSteps(record, me).map(({ signs, ...action }) =>
      signs.length === 0
        ? { ...action, effects: numbersOf(record) }
        : {
            ...action,
            lead: translate('task.signs.lead'),
            effects: signs.map((sign) => ({ label: text(sign.text), value: `“${sign.words ?? ''}”` })),
          },
    );
}

/** Its own moments, and each time that it was sent back. */
function History({ record }: { record: TaskRecord }): ReactNode {
  const translate = useTranslate();
  const actWord = useActWord();
  const moments = momentsOf(record, ['createdAt', 'submittedAt', 'openedAt', 'closedAt']);
  const returns = record.review.citations.filter(({ act }) => act === 'return');
  return (
    <Timeline
      items={newestFirst([
        ...moments.map(({ field, at }) => ({ at, text: translate(`task.moment.${field}`) })),
        ...returns.map(({ act, at, actor }) => ({ at, text: actWord(act), actor })),
      ])}
    />
  );
}

/** One task: what is asked, who undertook it, what was accepted and paid. */
export default function TaskShow(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const label = (field: string): string => translate(`resources.tasks.fields.${field}`);
  return (
    <RecordPage<TaskRecord>
      resource="tasks"
      title={({ title }) => title}
      chips={({ state }) => <StateChip kind="task" state={state} />}
      facts={(record) => [
        record.number,
        <Link key="enterprise" to={`/enterprises/${record.enterpriseId.toString()}/show`} style={{ color: 'inherit' }}>
          {record.enterpriseName}
        </Link>,
        `${dayText(record.startsOn)} – ${dayText(record.endsOn)}`,
      ]}
      actions={(record, refresh) => <Actions record={record} refresh={refresh} />}
      aside={(record) => (
        <>
          <Guide name="task" steps={4} />
          <History record={record} />
        </>
      )}
    >
      {(record) => (
        <>
          <Figures
            label={translate('task.figures')}
            figures={[
              { label: label('budgetFen'), value: <Money fen={record.budgetFen} total sign={false} /> },
              { label: label('engaged'), value: `${countText(record.engaged)} / ${countText(record.headcount)}` },
              { label: label('acceptedFen'), value: <Money fen={record.acceptedFen} total sign={false} /> },
              { label: label('settledFen'), value: <Money fen={record.settledFen} total sign={false} /> },
            ]}
          />
          <Card title={translate('task.facts')}>
            <Facts
              facts={[
                {
                  label: label('scenario'),
                  value: record.scenarioTitle === undefined ? undefined : text(record.scenarioTitle),
                },
                { label: label('place'), value: record.place },
                { label: label('unitPriceFen'), value: <Money fen={record.unitPriceFen} /> },
                { label: label('stateReason'), value: record.stateReason },
                { label: label('description'), value: record.description },
              ]}
            />
          </Card>
          <ReviewCard review={record.review} open={record.state === 'submitted'} />
          <LazyRecordCard form="tasks.publication" subjectKind="task" subjectId={record.id} />
          <ListCard<EngagementRow>
            title={translate('resources.engagements.name', { smart_count: 2 })}
            resource="engagements"
            columns={engagementColumns.filter(({ source }) => source !== 'taskTitle' && source !== 'enterpriseName')}
            sort={{ field: 'id', order: 'DESC' }}
            only={{ taskId: record.id }}
          />
        </>
      )}
    </RecordPage>
  );
}

/** The list of those who applied and wait for an answer. */
function applicationsOf({ number }: TaskRecord): string {
  return `/engagements?filter=${encodeURIComponent(JSON.stringify({ taskNumber: number, state: 'applied' }))}`;
}

/** What can be done with the task and its workers now. */
function Actions({ record, refresh }: { record: TaskRecord; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const me = useMe();
  const provider = useDataProvider<ConsoleDataProvider>();
  const actionsOf = useTaskActions(me);
  return (
    <>
      {record.applied > 0 && me !== undefined && may(me, 'engagements', 'decline') && (
        <Button variant="contained" color="primary" component={Link} to={applicationsOf(record)}>
          {translate('task.applicants', { smart_count: record.applied })}
        </Button>
      )}
      {me !== undefined && may(me, 'engagements', 'engage') && record.state === 'published' && (
        <EngageWorkers task={record} onDone={refresh} />
      )}
      {record.engaged > 0 && (
        <SendButton
          kind="worker-service"
          enterpriseId={record.enterpriseId}
          count={record.engaged}
          workerIds={() => workersOfTask(provider, record.id)}
          from={record.startsOn}
          scenario={record.scenario}
        />
      )}
      {me !== undefined && may(me, 'tasks', 'change') && record.allowed.includes('submit') && (
        <Button component={Link} to={`/tasks/${record.id.toString()}`}>
          {translate('task.edit')}
        </Button>
      )}
      <LifeActions
        kind="task"
        resource="tasks"
        id={record.id}
        actions={actionsOf(record)}
        review={record.review}
        onDone={refresh}
      />
    </>
  );
}
