import { useState, type ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { FormPage } from '../parts/form-page';
import { PageSkeleton } from '../parts/states-of-page';
import { WholeRecord } from '../parts/whole-record';
import { call } from '../provider';
import { ReturnedNote } from '../reviews/returned-note';
import type { TaskRecord } from './task';
import { taskAnswers, taskChanges, useTaskSections } from './task-form';
import { useScenarios } from './use-scenarios';

/** A draft once more, or a task that was sent back: what was asked stands above, what is mended below. */
export default function TaskEdit(): ReactNode {
  const known = useScenarios();
  // A choice that is not there yet would be taken for one that was closed.
  if (known.length === 0) return <PageSkeleton />;
  return (
    <WholeRecord<TaskRecord> resource="tasks">{(record) => <EditForm key={record.id} record={record} />}</WholeRecord>
  );
}

function EditForm({ record }: { record: TaskRecord }): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const sections = useTaskSections();
  const isOpen = useScenarios().some(({ code, open }) => open && code === record.scenario);
  // What the form began with: a field that somebody else changes meanwhile is not sent back as it was.
  const [standing] = useState(() => taskAnswers(record));
  const [initial] = useState(isOpen ? standing : { ...standing, scenario: '' });
  const open = record.allowed.includes('submit');
  const page = `/tasks/${record.id.toString()}`;
  return (
    <FormPage
      title={translate('task.edit')}
      crumbs={[
        { label: translate('resources.tasks.name', { smart_count: 2 }), to: '/tasks' },
        { label: record.title, to: `${page}/show` },
      ]}
      words="resources.tasks.fields"
      sections={open ? sections : []}
      initial={initial}
      submit={translate('task.saveDraft')}
      first={
        record.state === 'returned' && <ReturnedNote review={record.review} act="return" reason={record.stateReason} />
      }
      aside={translate(open ? 'task.saveHelp' : 'task.closed')}
      onSubmit={async (values, key) => {
        const body = taskChanges(values, standing);
        if (Object.keys(body).length > 0) await call(`/api/v1${page}`, { method: 'PATCH', body, key });
        refresh();
        navigate(`${page}/show`);
      }}
    />
  );
}
