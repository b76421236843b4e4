import type { IdentityProvidersAnswer } from '@linggong/real-name/api';
import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card, Cards } from '../parts/card';
import { Facts } from '../parts/facts';
import { Money } from '../parts/money';
import { countText, nothing } from '../parts/money-text';
import { PageHeader } from '../parts/page-header';
import { Chip, StateChip } from '../parts/state-chip';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import type { Wire } from '../parts/wire';
import { call } from '../provider';
import { Frame, Grid } from '../table/grid';

type Answer = Wire<IdentityProvidersAnswer>;
type Vendor = Answer['providers'][number];

const REFRESH_MS = 10_000;
const kinds = ['person', 'card', 'company'] as const;
const heads = ['name', 'use', 'circuit', 'calls', 'cost', 'cap', 'lastError', 'seenAt'] as const;
const isRight = (head: string): boolean => head === 'calls' || head === 'cost' || head === 'cap';

/** Vendors of identity checks (核验服务商): who is asked in which order, how they stand, what they cost today. */
export default function ProviderPage(): ReactNode {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['identity-providers'],
    // The route answers with the schema `identityProviders`.
    queryFn: async ({ signal }) => (await call('/api/v1/identity-providers', { signal })).json as Answer,
    refetchInterval: REFRESH_MS,
  });
  return (
    <>
      <PageHeader
        title={translate('navigation.identityProviders')}
        chips={data?.isSandboxed === true && <Chip tone="wait">{translate('vendor.sandboxed')}</Chip>}
      />
      {error !== null && (
        <Trouble
          error={error}
          retry={() => {
            void refetch();
          }}
        />
      )}
      {data === undefined && error === null && <PageSkeleton />}
      {data !== undefined && (
        <Cards>
          <OrderCard answer={data} />
          <VendorTable vendors={data.providers} />
        </Cards>
      )}
    </>
  );
}

function OrderCard({ answer }: { answer: Answer }): ReactNode {
  const translate = useTranslate();
  const { order, waiting, isSandboxed } = answer;
  const names = (list: readonly string[]): string =>
    list.length === 0
      ? translate('vendor.nobody')
      : list.map((name) => translate(`vendor.names.${name}`, { _: name })).join(' → ');
  return (
    <Card title={translate('vendor.order')}>
      {isSandboxed && (
        <Typography variant="body2" sx={{ color: 'tokens.ink2', mb: 1 }}>
          {translate('vendor.sandboxLead')}
        </Typography>
      )}
      <Facts
        facts={[
          ...kinds.map((kind) => ({ label: translate(`vendor.kinds.${kind}`), value: names(order[kind]) })),
          { label: translate('vendor.waiting.dailyCap'), value: countText(waiting['daily-cap']) },
          { label: translate('vendor.waiting.noProvider'), value: countText(waiting['no-provider']) },
          { label: translate('vendor.waiting.again'), value: countText(waiting.again) },
        ]}
      />
    </Card>
  );
}

function VendorTable({ vendors }: { vendors: readonly Vendor[] }): ReactNode {
  const translate = useTranslate();
  return (
    <Frame tabIndex={0} role="region" aria-label={translate('navigation.identityProviders')}>
      <Grid>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={isRight(head) ? 'n' : ''}>
                {translate(`vendor.heads.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {vendors.map((vendor) => (
            <VendorLine key={vendor.name} vendor={vendor} />
          ))}
        </tbody>
      </Grid>
    </Frame>
  );
}

function useOf({ isInUse, isConfigured }: Vendor): string {
  if (isInUse) return 'inUse';
  return isConfigured ? 'putAside' : 'absent';
}

function VendorLine({ vendor }: { vendor: Vendor }): ReactNode {
  const translate = useTranslate();
  const { name, circuit, lastErrorCode, lastErrorAt, capReachedAt, dailyCapFen, seenAt } = vendor;
  return (
    <tr>
      <td>{translate(`vendor.names.${name}`, { _: name })}</td>
      <td>{translate(`vendor.use.${useOf(vendor)}`)}</td>
      <td>{seenAt === null ? nothing : <StateChip kind="circuit" state={circuit} />}</td>
      <td className="n">{countText(vendor.callsToday)}</td>
      <td className="n">
        <Money fen={vendor.costTodayFen} />
      </td>
      <td className="n">
        {dailyCapFen === null ? nothing : <Money fen={dailyCapFen} />}
        {capReachedAt !== null && (
          <Box component="span" sx={{ ml: 1 }}>
            <Chip tone="bad">{translate('vendor.capped')}</Chip>
          </Box>
        )}
      </td>
      <td>
        {lastErrorCode === null ? (
          nothing
        ) : (
          <>
            <span className="mono">{lastErrorCode}</span> <Instant at={lastErrorAt} />
          </>
        )}
      </td>
      <td>
        <Instant at={seenAt} seconds />
      </td>
    </tr>
  );
}
