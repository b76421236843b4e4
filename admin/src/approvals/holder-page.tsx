import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { FormPage } from '../parts/form-page';
import { halfWidth } from '../parts/half-width';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { call, isRecord, type ConsoleDataProvider } from '../provider';

/** Who stands behind the account (账号持有人), told once: by it nobody decides his own request through a second account. */
export default function HolderPage(): ReactNode {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['holder'],
    queryFn: async ({ signal }) => (await call('/api/v1/me/holder', { signal })).json,
  });
  // What was read before stands, and so does the form that is half filled in, though reading it anew fails.
  if (!isRecord(data)) {
    if (error === null) return <PageSkeleton />;
    return (
      <Trouble
        error={error}
        retry={() => {
          void refetch();
        }}
      />
    );
  }
  if (data['declared'] !== true) return <HolderForm />;
  const masked = (name: string): string => (typeof data[name] === 'string' ? data[name] : '');
  return (
    <>
      <PageHeader title={translate('holder.title')} />
      <Card>
        <Facts
          facts={[
            { label: translate('holder.fields.identityNumber'), value: masked('identityMasked') },
            { label: translate('holder.fields.phone'), value: masked('phoneMasked') },
            {
              label: translate('holder.state'),
              value: translate(data['confirmed'] === true ? 'holder.confirmed' : 'holder.unconfirmed'),
            },
          ]}
        />
      </Card>
    </>
  );
}

function HolderForm(): ReactNode {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const provider = useDataProvider<ConsoleDataProvider>();
  return (
    <FormPage
      title={translate('holder.title')}
      crumbs={[]}
      words="holder.fields"
      sections={[
        {
          title: translate('holder.lead'),
          fields: [
            { name: 'identityNumber', required: true, help: true, number: true },
            { name: 'phone', required: true, number: true },
          ],
        },
      ]}
      submit={translate('holder.submit')}
      onSubmit={async ({ identityNumber = '', phone = '' }, key) => {
        const told = { identityNumber: halfWidth(identityNumber), phone: halfWidth(phone) };
        await provider.command('me', undefined, 'holder', told, key);
        notify('holder.declared', { type: 'success' });
        await queries.invalidateQueries();
      }}
    />
  );
}
