import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useExtra } from '../configurations/form/use-extra';
import { EnterprisePicker } from '../enterprises/enterprise-picker';
import { Card } from '../parts/card';
import { FormPage } from '../parts/form-page';
import type { ConsoleDataProvider } from '../provider';
import { useMe } from '../session/use-me';
import { taskBody, useTaskSections } from './task-form';

/** A new task as a draft; its scenario must stand in the catalogue of permitted ones (R1.8). */
export default function TaskCreate(): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const me = useMe();
  const sections = useTaskSections();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [picked, setPicked] = useState<number | undefined>(undefined);
  const extra = useExtra({ form: 'tasks.publication' });
  const own = me?.account.enterpriseId;
  return (
    <FormPage
      title={translate('task.create')}
      crumbs={[{ label: translate('resources.tasks.name', { smart_count: 2 }), to: '/tasks' }]}
      words="resources.tasks.fields"
      sections={sections}
      submit={translate('task.saveDraft')}
      first={
        me !== undefined && own === undefined ? (
          <Card title={translate('task.enterprise')}>
            <EnterprisePicker onPick={setPicked} required />
          </Card>
        ) : undefined
      }
      aside={extra.card}
      asideDirty={extra.isDirty}
      onSubmit={async (values, key) => {
        const enterpriseId = own ?? picked;
        if (enterpriseId === undefined) throw new Error('problem.pickEnterprise');
        const body = { enterpriseId, ...taskBody(values), ...extra.part };
        const created = await extra.watch(() => provider.command('tasks', undefined, '', body, key));
        const id = typeof created === 'object' && created !== null && 'id' in created ? String(created.id) : '';
        navigate(id === '' ? '/tasks' : `/tasks/${id}/show`);
      }}
    />
  );
}
