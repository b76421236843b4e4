import { taskActionsWithReason, taskLifecycle, type TaskAction } from '@linggong/tasks/domain';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { engagementColumns, type EngagementRow } from '../engagements/engagement';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Figures } from '../parts/figures';
import { Guide } from '../parts/guide';
import { LifeActions, type LifeAction } from '../parts/life-actions';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { dayText } from '../parts/time-text';
import type { Me } from '../session/me';
import { may } from '../session/rights';
import { useMe } from '../session/use-me';
import { RecordList } from '../table/record-list';
import { EngageWorkers } from './engage-workers';
import type { TaskRecord } from './task';

/** The usual next step stands out, what refuses or ends is red; closing is neither. */
function toneOf(action: TaskAction): { tone?: 'main' | 'danger' } {
  if (action === 'submit' || action === 'publish') return { tone: 'main' };
  return action === 'close' ? {} : { tone: 'danger' };
}

/** The state allows it (the server says so), the matrix gives the right to act, the lifecycle names the role. */
function actionsOf(record: TaskRecord, me: Me | undefined): LifeAction[] {
  if (me === undefined || !may(me, 'tasks', 'act')) return [];
  return record.allowed
    .filter((name) => {
      const { by } = taskLifecycle.transitions[name];
      return by !== 'system' && by.includes(me.account.role);
    })
    .map((name) => ({
      name,
      reason: taskActionsWithReason.has(name) ? 'required' : 'none',
      ...toneOf(name),
    }));
}

/** One task: what is asked, who undertook it, what was accepted and paid. */
export default function TaskShow(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const me = useMe();
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
      actions={(record, refresh) => (
        <>
          {me !== undefined && may(me, 'engagements', 'engage') && record.state === 'published' && (
            <EngageWorkers task={record} onDone={refresh} />
          )}
          <LifeActions kind="task" resource="tasks" id={record.id} actions={actionsOf(record, me)} onDone={refresh} />
        </>
      )}
      aside={() => <Guide name="task" steps={4} />}
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
          <Card title={translate('resources.engagements.name', { smart_count: 2 })}>
            <RecordList<EngagementRow>
              resource="engagements"
              columns={engagementColumns.filter(({ source }) => source !== 'taskTitle' && source !== 'enterpriseName')}
              sort={{ field: 'id', order: 'DESC' }}
              only={{ taskId: record.id }}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
