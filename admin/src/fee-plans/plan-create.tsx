import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { EnterprisePicker } from '../enterprises/enterprise-picker';
import { Card } from '../parts/card';
import { FormPage } from '../parts/form-page';
import { useText2 } from '../parts/text2';
import type { ConsoleDataProvider } from '../provider';
import { LiveExample } from './live-example';
import { termsTyped } from './plan-body';
import { isAsked, planDefaults, planSections } from './plan-fields';

/** A new fee plan of every kind, with what it comes to while it is typed. All but the first of an enterprise wait for a second person. */
export default function FeePlanCreate(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const navigate = useNavigate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [enterpriseId, setEnterpriseId] = useState<number | undefined>(undefined);
  return (
    <FormPage
      title={translate('feePlan.create')}
      crumbs={[{ label: translate('resources.fee-plans.name', { smart_count: 2 }), to: '/fee-plans' }]}
      words="resources.fee-plans.fields"
      sections={planSections(text, translate)}
      initial={planDefaults}
      shown={isAsked}
      live={(values) => <LiveExample values={values} />}
      submit={translate('feePlan.submit')}
      first={
        <Card title={translate('feePlan.enterprise')}>
          <EnterprisePicker onPick={setEnterpriseId} required />
        </Card>
      }
      onSubmit={async (values, key) => {
        if (enterpriseId === undefined) throw new Error('problem.pickEnterprise');
        const terms = termsTyped(values);
        if (terms === undefined) throw new Error('feePlan.rateWrong');
        const body = { enterpriseId, effectiveFrom: values['effectiveFrom'], ...terms };
        const created = await provider.command('fee-plans', undefined, '', body, key);
        const id = typeof created === 'object' && created !== null && 'id' in created ? String(created.id) : '';
        navigate(id === '' ? '/fee-plans' : `/fee-plans/${id}/show`);
      }}
    />
  );
}
