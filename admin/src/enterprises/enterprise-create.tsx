import type { ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useExtra } from '../configurations/form/use-extra';
import { FormPage, type FormSection, type FormValues } from '../parts/form-page';
import type { ConsoleDataProvider } from '../provider';

/** Only what was filled in: an absent field is absent, not empty text. */
function bodyOf(values: FormValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  );
}

/** A new enterprise as a draft: name and credit code first, the rest may follow before it is submitted. */
export default function EnterpriseCreate(): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const extra = useExtra({ form: 'parties.enterprise' });
  const rate = (value: string): { value: string; label: string } => ({
    value,
    label: translate(`choice.urbanMaintenanceRate.${value.replace('.', '_')}`),
  });
  const sections: FormSection[] = [
    {
      title: translate('enterprise.identity'),
      fields: [
        { name: 'name', required: true, autoComplete: 'organization', kept: true },
        { name: 'uscc', required: true, help: true, kept: true, kind: 'code', code: 'uscc' },
        { name: 'legalRepresentative' },
        { name: 'registeredAddress', kept: true },
        { name: 'industry', kept: true },
        { name: 'businessScope', kind: 'long', kept: true },
      ],
    },
    {
      title: translate('enterprise.contact'),
      fields: [{ name: 'contactName' }, { name: 'contactPhone', help: true, kind: 'code', code: 'mobile' }],
    },
    {
      title: translate('enterprise.money'),
      fields: [
        { name: 'bankName', kept: true },
        { name: 'bankCode', help: true, kept: true, kind: 'code', code: 'cnaps' },
        { name: 'bankAccount' },
        { name: 'urbanMaintenanceRate', kind: 'choice', choices: ['0.07', '0.05', '0.01'].map(rate), help: true },
      ],
    },
  ];
  return (
    <FormPage
      title={translate('enterprise.create')}
      crumbs={[{ label: translate('resources.enterprises.name', { smart_count: 2 }), to: '/enterprises' }]}
      words="resources.enterprises.fields"
      sections={sections}
      submit={translate('enterprise.saveDraft')}
      aside={extra.card}
      asideDirty={extra.isDirty}
      onSubmit={async (values, key) => {
        const body = { ...bodyOf(values), ...extra.part };
        const created = await extra.watch(() => provider.command('enterprises', undefined, '', body, key));
        const id = typeof created === 'object' && created !== null && 'id' in created ? String(created.id) : '';
        navigate(id === '' ? '/enterprises' : `/enterprises/${id}/show`);
      }}
    />
  );
}
