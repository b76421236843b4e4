import type { ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useExtra } from '../configurations/form/use-extra';
import { FormPage } from '../parts/form-page';
import type { ConsoleDataProvider } from '../provider';
import { filledIn, useEnterpriseSections } from './enterprise-sections';

/** A new enterprise as a draft: name and credit code first, the rest may follow before it is submitted. */
export default function EnterpriseCreate(): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const extra = useExtra({ form: 'parties.enterprise' });
  const sections = useEnterpriseSections();
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
        const body = { ...filledIn(values), ...extra.part };
        const created = await extra.watch(() => provider.command('enterprises', undefined, '', body, key));
        const id = typeof created === 'object' && created !== null && 'id' in created ? String(created.id) : '';
        navigate(id === '' ? '/enterprises' : `/enterprises/${id}/show`);
      }}
    />
  );
}
