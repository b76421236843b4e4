import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { TaskRow } from './task';
import { useScenarios } from './use-scenarios';

/** Tasks (任务). */
export default function TaskList(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const scenarios = useScenarios();
  const create = useMay()('tasks', 'create');
  const scenario = ({ scenario: code }: TaskRow): string => {
    const found = scenarios.find((each) => each.code === code);
    return found === undefined ? translate('state.other') : text(found.title);
  };
  const filters: readonly Filter[] = [
    { source: 'q', kind: 'text' },
    { source: 'state', kind: 'state', states: 'task' },
    { source: 'scenario', kind: 'choice', choices: scenarios.map(({ code }) => code) },
    { source: 'place', kind: 'text' },
    { source: 'startsOn_gte', kind: 'day' },
    { source: 'startsOn_lte', kind: 'day' },
    { source: 'endsOn_gte', kind: 'day' },
  ];
  const columns: readonly Column<TaskRow>[] = [
    { source: 'number', kind: 'number', sortable: true, phone: 'note' },
    { source: 'title', kind: 'text', sortable: true, phone: 'title' },
    { source: 'enterpriseName', kind: 'text', phone: 'note' },
    { source: 'scenario', render: scenario, text: scenario },
    { source: 'state', state: 'task', sortable: true, phone: 'chip' },
    { source: 'reviewDueOn', kind: 'day', sortable: true, hidden: true },
    { source: 'headcount', kind: 'count', sortable: true },
    { source: 'unitPriceFen', kind: 'money', sortable: true, hidden: true },
    { source: 'budgetFen', kind: 'money', sortable: true, phone: 'end' },
    { source: 'startsOn', kind: 'day', sortable: true },
    { source: 'endsOn', kind: 'day', sortable: true, hidden: true },
    { source: 'place', kind: 'text', hidden: true },
  ];
  const button = create ? (
    <Button variant="contained" color="primary" component={Link} to="/tasks/create">
      {translate('task.create')}
    </Button>
  ) : undefined;
  return (
    <RecordList<TaskRow>
      resource="tasks"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.task.submitted'), filter: { state: 'submitted' } },
        { label: translate('state.task.published'), filter: { state: 'published' } },
      ]}
      actions={button}
      firstStep={button}
    />
  );
}
