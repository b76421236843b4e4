import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useAsked } from '../approvals/asked';
import { Card } from '../parts/card';
import { FormPage, type FormSection } from '../parts/form-page';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { call, type ConsoleDataProvider } from '../provider';
import { isAsked, isClearAlone, offersOf, reachesOf, requestOf, type Offer } from './elevation';

/** Asks to look beyond one's role for a while (申请提权); the superior decides. */
export default function ElevationCreate(): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['elevation-offers'],
    queryFn: async ({ signal }) => offersOf((await call('/api/v1/elevations/offers', { signal })).json),
  });
  const again = (): void => {
    void refetch();
  };
  // What is being filled in stays, also where the offers cannot be read anew.
  if (data !== undefined) return <AskForm offers={data} />;
  return error === null ? <PageSkeleton /> : <Trouble error={error} retry={again} />;
}

function AskForm({ offers }: { offers: readonly Offer[] }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const asked = useAsked();
  const [answer, setAnswer] = useState<unknown>(undefined);
  const crumbs = [{ label: translate('resources.elevations.name', { smart_count: 2 }), to: '/elevations' }];
  if (answer !== undefined) {
    return (
      <>
        <PageHeader title={translate('elevation.ask')} crumbs={crumbs} />
        <Card sx={{ maxWidth: 720 }}>
          <Box sx={{ display: 'grid', gap: 1 }}>{asked(answer)}</Box>
        </Card>
      </>
    );
  }
  return (
    <FormPage
      title={translate('elevation.ask')}
      crumbs={crumbs}
      words="resources.elevations.fields"
      sections={sectionsOf(offers, translate)}
      initial={{ hours: '8', clear: 'no' }}
      shown={(name, values) => isAsked(name, values, offers)}
      submit={translate('elevation.send')}
      onSubmit={async (values, key) => {
        setAnswer(await provider.command('elevations', undefined, '', requestOf(values, offers), key));
      }}
    />
  );
}

function sectionsOf(offers: readonly Offer[], translate: ReturnType<typeof useTranslate>): FormSection[] {
  return [
    {
      title: translate('elevation.what'),
      fields: [
        {
          name: 'resource',
          required: true,
          kind: 'choice',
          choices: offers.map((offer) => ({
            value: offer.resource,
            label: translate(isClearAlone(offer) ? 'elevation.clearOf' : 'elevation.rowsOf', {
              what: translate(`audit.noun.${offer.resource}`, { _: offer.resource }),
            }),
          })),
        },
        {
          name: 'reach',
          required: true,
          kind: 'choice',
          choices: ({ resource }) =>
            reachesOf(offers, resource).map((reach) => ({
              value: reach,
              label: translate(`elevation.whose.${reach}`),
            })),
        },
        { name: 'enterpriseId', required: true, kind: 'record', resource: 'enterprises' },
        { name: 'workerId', required: true, kind: 'record', resource: 'workers' },
        {
          name: 'clear',
          required: true,
          kind: 'choice',
          choices: (['no', 'yes'] as const).map((one) => ({
            value: one,
            label: translate(`elevation.clear.${one}`),
          })),
          help: true,
        },
      ],
    },
    {
      title: translate('elevation.why'),
      fields: [
        { name: 'hours', required: true, kind: 'count', help: true },
        { name: 'reason', required: true, kind: 'long', help: true },
      ],
    },
  ];
}
