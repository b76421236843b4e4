import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useAsked } from '../approvals/asked';
import { Card } from '../parts/card';
import { FormPage, type FormValues } from '../parts/form-page';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { call, type ConsoleDataProvider } from '../provider';
import { isClearAlone, mayChooseClear, offersOf, requestOf, type ElevationReach, type Offer } from './elevation';

/** Asks to look beyond one's role for a while (申请提权); the superior decides. */
export default function ElevationCreate(): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['elevation-offers'],
    queryFn: async ({ signal }) => offersOf((await call('/api/v1/elevations/offers', { signal })).json),
  });
  const again = (): void => {
    void refetch();
  };
  if (error !== null) return <Trouble error={error} retry={again} />;
  return data === undefined ? <PageSkeleton /> : <AskForm offers={data} />;
}

const reaches: readonly ElevationReach[] = ['all', 'enterprise', 'worker'];

/** Whom a reach asks for; and whether clear values are wanted, where they are offered beside something else. */
function isAsked(name: string, { reach, resource = '' }: FormValues, offers: readonly Offer[]): boolean {
  if (name === 'enterpriseId') return reach === 'enterprise';
  if (name === 'clear') return mayChooseClear(offers.find((offer) => offer.resource === resource));
  return name !== 'workerId' || reach === 'worker';
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
      sections={[
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
              choices: reaches.map((reach) => ({ value: reach, label: translate(`elevation.whose.${reach}`) })),
            },
            { name: 'enterpriseId', required: true, kind: 'enterprise' },
            { name: 'workerId', required: true, kind: 'worker' },
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
      ]}
      initial={{ reach: 'enterprise', hours: '8', clear: 'no' }}
      shown={(name, values) => isAsked(name, values, offers)}
      submit={translate('elevation.send')}
      onSubmit={async (values, key) => {
        setAnswer(await provider.command('elevations', undefined, '', requestOf(values, offers), key));
      }}
    />
  );
}
