import { identityKinds, type IdentityKind } from '@linggong/parties/domain';
import type { ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useExtra } from '../configurations/form/use-extra';
import { FormPage, type FormSection, type FormValues } from '../parts/form-page';
import type { ConsoleDataProvider } from '../provider';

function bodyOf(values: FormValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  );
}

const identityOf = ({ identityKind = '' }: FormValues): IdentityKind =>
  identityKinds.find((kind) => kind === identityKind) ?? 'resident-id';

/** Registration of one worker by staff (线下登记). Many come by import. */
export default function WorkerCreate(): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const extra = useExtra({ form: 'parties.worker' });
  const choices = (name: string, values: readonly string[]): { value: string; label: string }[] =>
    values.map((value) => ({ value, label: translate(`choice.${name}.${value}`) }));
  const sections: FormSection[] = [
    {
      title: translate('worker.identity'),
      fields: [
        { name: 'name', required: true },
        {
          name: 'identityKind',
          kind: 'choice',
          choices: choices('identityKind', identityKinds),
        },
        { name: 'identityNumber', required: true, help: true, kind: 'code', code: identityOf },
        { name: 'phone', required: true, kind: 'code', code: 'mobile' },
        { name: 'address' },
      ],
    },
    {
      title: translate('worker.cards.title'),
      fields: [
        { name: 'cardNumber', help: true, kind: 'code', code: 'bank-card' },
        { name: 'bankName', kept: true },
      ],
    },
    {
      title: translate('worker.tax'),
      fields: [
        {
          name: 'vatRole',
          kind: 'choice',
          choices: choices('vatRole', ['platform-files', 'payer-withholds', 'self']),
          help: true,
        },
        { name: 'agencyFrom', kind: 'date' },
        { name: 'agencyTo', kind: 'date', notBefore: 'agencyFrom' },
      ],
    },
  ];
  return (
    <FormPage
      title={translate('worker.create')}
      crumbs={[{ label: translate('resources.workers.name', { smart_count: 2 }), to: '/workers' }]}
      words="resources.workers.fields"
      sections={sections}
      initial={{ identityKind: 'resident-id', vatRole: 'platform-files' }}
      submit={translate('worker.register')}
      aside={extra.card}
      asideDirty={extra.isDirty}
      onSubmit={async (values, key) => {
        const body = { ...bodyOf(values), ...extra.part };
        const created = await extra.watch(() => provider.command('workers', undefined, '', body, key));
        const id = typeof created === 'object' && created !== null && 'id' in created ? String(created.id) : '';
        navigate(id === '' ? '/workers' : `/workers/${id}/show`);
      }}
    />
  );
}
