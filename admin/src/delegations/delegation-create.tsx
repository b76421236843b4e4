import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { FormPage } from '../parts/form-page';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { call, type ConsoleDataProvider } from '../provider';
import { everything, offersOf, requestOf, type DelegationOffers } from './delegation';

/** Lets another person who decides decide for oneself (委托审批). */
export default function DelegationCreate(): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['delegation-offers'],
    queryFn: async ({ signal }) => offersOf((await call('/api/v1/delegations/offers', { signal })).json),
  });
  const again = (): void => {
    void refetch();
  };
  // What is being filled in stays, also where the offers cannot be read anew.
  if (data !== undefined) return <DelegateForm offers={data} />;
  return error === null ? <PageSkeleton /> : <Trouble error={error} retry={again} />;
}

function DelegateForm({ offers }: { offers: DelegationOffers }): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const actor = useActorText();
  const provider = useDataProvider<ConsoleDataProvider>();
  const resources = [
    { value: everything, label: translate('delegation.everything') },
    ...offers.resources.map((one) => ({ value: one, label: translate(`audit.noun.${one}`, { _: one }) })),
  ];
  return (
    <FormPage
      title={translate('delegation.create')}
      crumbs={[{ label: translate('resources.delegations.name', { smart_count: 2 }), to: '/delegations' }]}
      words="resources.delegations.fields"
      sections={[
        {
          title: translate('delegation.lead'),
          fields: [
            {
              name: 'toAccountId',
              required: true,
              kind: 'choice',
              choices: offers.people.map(({ id, identifier, name }) => ({
                value: id.toString(),
                label: `${identifier} · ${actor(name)}`,
              })),
              help: true,
            },
            { name: 'resource', required: true, kind: 'choice', choices: resources },
            { name: 'days', required: true, kind: 'count', help: true },
            { name: 'reason', required: true, kind: 'long' },
          ],
        },
      ]}
      initial={{ resource: everything, days: '7' }}
      submit={translate('delegation.create')}
      onSubmit={async (values, key) => {
        await provider.command('delegations', undefined, '', requestOf(values), key);
        notify('delegation.created', { type: 'success' });
        navigate('/delegations');
      }}
    />
  );
}
