import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useExtra } from '../configurations/form/use-extra';
import { EnterprisePicker } from '../enterprises/enterprise-picker';
import { Card } from '../parts/card';
import { countOf, moneyOf } from '../parts/form-checks';
import { FormPage, type FormValues } from '../parts/form-page';
import { useText2 } from '../parts/text2';
import type { ConsoleDataProvider } from '../provider';
import { useMe } from '../session/use-me';
import { useScenarios } from './use-scenarios';

function fenOf(text: string | undefined): number | undefined {
  const parsed = moneyOf(text ?? '');
  return parsed.ok ? Number(parsed.fen) : undefined;
}

function bodyOf(values: FormValues, enterpriseId: number): Record<string, unknown> {
  const {
    title = '',
    scenario = '',
    description = '',
    place = '',
    headcount = '',
    startsOn = '',
    endsOn = '',
  } = values;
  return {
    enterpriseId,
    title,
    scenario,
    description,
    place,
    // The form has checked them; the server does so again.
    headcount: countOf(headcount),
    unitPriceFen: fenOf(values['unitPriceFen']),
    budgetFen: fenOf(values['budgetFen']),
    startsOn,
    endsOn,
  };
}

/** A new task as a draft; its scenario must stand in the catalogue of permitted ones (R1.8). */
export default function TaskCreate(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const navigate = useNavigate();
  const me = useMe();
  const scenarios = useScenarios().filter(({ open }) => open);
  const provider = useDataProvider<ConsoleDataProvider>();
  const [picked, setPicked] = useState<number | undefined>(undefined);
  const extra = useExtra({ form: 'tasks.publication' });
  const own = me?.account.enterpriseId;
  return (
    <FormPage
      title={translate('task.create')}
      crumbs={[{ label: translate('resources.tasks.name', { smart_count: 2 }), to: '/tasks' }]}
      words="resources.tasks.fields"
      sections={[
        {
          title: translate('task.facts'),
          fields: [
            { name: 'title', required: true, kept: true },
            {
              name: 'scenario',
              required: true,
              kind: 'choice',
              choices: scenarios.map(({ code, title }) => ({ value: code, label: text(title) })),
              help: true,
            },
            { name: 'description', kind: 'long', kept: true },
            { name: 'place', kept: true },
          ],
        },
        {
          title: translate('task.money'),
          fields: [
            { name: 'headcount', required: true, kind: 'count' },
            { name: 'unitPriceFen', required: true, kind: 'money', help: true },
            { name: 'budgetFen', required: true, kind: 'money' },
          ],
        },
        {
          title: translate('task.term'),
          fields: [
            { name: 'startsOn', required: true, kind: 'date' },
            { name: 'endsOn', required: true, kind: 'date', notBefore: 'startsOn' },
          ],
        },
      ]}
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
        const body = { ...bodyOf(values, enterpriseId), ...extra.part };
        const created = await extra.watch(() => provider.command('tasks', undefined, '', body, key));
        const id = typeof created === 'object' && created !== null && 'id' in created ? String(created.id) : '';
        navigate(id === '' ? '/tasks' : `/tasks/${id}/show`);
      }}
    />
  );
}
