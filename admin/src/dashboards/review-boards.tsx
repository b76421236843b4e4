import { addDays } from '@linggong/core/domain';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { EnterpriseRow } from '../enterprises/enterprise';
import { Card, Cards } from '../parts/card';
import type { TaskRow } from '../tasks/task';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { today } from './days';
import { useDaysLeft } from './due-cell';
import { ListTiles, type ListQuestion } from './list-tiles';

const waiting = { state: 'submitted' };

/** What waits, what is late or due today, what was sent back and what came of it; over the reader's queue alone. */
function useQuestions(resource: 'enterprises' | 'tasks', back: string, done: string): ListQuestion[] {
  return useMemo(
    () => [
      { key: 'waiting', resource, filter: waiting },
      { key: 'late', resource, filter: { ...waiting, reviewDueOn_lte: addDays(today(), -1) } },
      { key: 'back', resource, filter: { state: back } },
      { key: 'done', resource, filter: { state: done } },
    ],
    [resource, back, done],
  );
}

/** Merchant reviewer (商户审核员): the oldest application and its clock; what was sent back and why. */
export function MerchantReviewBoard(): ReactNode {
  const translate = useTranslate();
  const left = useDaysLeft();
  const questions = useQuestions('enterprises', 'rejected', 'approved');
  const due = ({ reviewDueOn }: EnterpriseRow): string => left(reviewDueOn);
  const queue: readonly Column<EnterpriseRow>[] = [
    { source: 'name', kind: 'text', phone: 'title' },
    { source: 'number', phone: 'note' },
    { source: 'reviewDueOn', render: due, text: due, phone: 'end' },
    { source: 'verification', state: 'verification' },
    { source: 'createdAt', kind: 'instant', phone: 'note' },
  ];
  const back: readonly Column<EnterpriseRow>[] = [
    { source: 'name', kind: 'text', phone: 'title' },
    { source: 'number', phone: 'note' },
    { source: 'stateReason', kind: 'text', phone: 'note' },
  ];
  return (
    <>
      <ListTiles board="merchant" questions={questions} />
      <Cards>
        <Card title={translate('boards.merchant.queue')}>
          <RecordList<EnterpriseRow>
            resource="enterprises"
            columns={queue}
            sort={{ field: 'reviewDueOn', order: 'ASC' }}
            only={waiting}
            none={translate('boards.merchant.noQueue')}
          />
        </Card>
        <Card title={translate('boards.merchant.sentBack')}>
          <RecordList<EnterpriseRow>
            resource="enterprises"
            columns={back}
            sort={{ field: 'id', order: 'DESC' }}
            only={{ state: 'rejected' }}
            none={translate('boards.merchant.noneBack')}
          />
        </Card>
      </Cards>
    </>
  );
}

/** Task reviewer (任务审核员): the oldest task and its clock; what was sent back and why. */
export function TaskReviewBoard(): ReactNode {
  const translate = useTranslate();
  const left = useDaysLeft();
  const questions = useQuestions('tasks', 'returned', 'published');
  const due = ({ reviewDueOn }: TaskRow): string => left(reviewDueOn);
  const queue: readonly Column<TaskRow>[] = [
    { source: 'title', kind: 'text', phone: 'title' },
    { source: 'number', phone: 'note' },
    { source: 'enterpriseName', kind: 'text', phone: 'note' },
    { source: 'reviewDueOn', render: due, text: due, phone: 'end' },
    { source: 'budgetFen', kind: 'money' },
  ];
  const back: readonly Column<TaskRow>[] = [
    { source: 'title', kind: 'text', phone: 'title' },
    { source: 'number', phone: 'note' },
    { source: 'enterpriseName', kind: 'text', phone: 'note' },
    { source: 'stateReason', kind: 'text', phone: 'note' },
  ];
  return (
    <>
      <ListTiles board="task" questions={questions} />
      <Cards>
        <Card title={translate('boards.task.queue')}>
          <RecordList<TaskRow>
            resource="tasks"
            columns={queue}
            sort={{ field: 'reviewDueOn', order: 'ASC' }}
            only={waiting}
            none={translate('boards.task.noQueue')}
          />
        </Card>
        <Card title={translate('boards.task.sentBack')}>
          <RecordList<TaskRow>
            resource="tasks"
            columns={back}
            sort={{ field: 'id', order: 'DESC' }}
            only={{ state: 'returned' }}
            none={translate('boards.task.noneBack')}
          />
        </Card>
      </Cards>
    </>
  );
}
