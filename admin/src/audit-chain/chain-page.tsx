import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card, Cards } from '../parts/card';
import { Facts } from '../parts/facts';
import { countText } from '../parts/money-text';
import { PageHeader } from '../parts/page-header';
import { Chip } from '../parts/state-chip';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { call } from '../provider';
import { verdictOf, type Chain } from './chain';
import { BrokenRow } from './broken-row';
import { ArchiveTable } from './archive-table';
import { RootTable } from './root-table';
import { VerificationTable } from './verification-table';
import { VerifyNow } from './verify-now';

/** Chain and roots of the audit log (链与根): how far it is sealed and signed, what the last verification found, and a new one. */
export default function ChainPage(): ReactNode {
  const translate = useTranslate();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['audit-chain'],
    refetchInterval: 5_000,
    queryFn: async ({ signal }) => (await call('/api/v1/audit/chain', { signal })).json as Chain,
  });
  const renew = (): void => {
    void queries.invalidateQueries({ queryKey: ['audit-chain'] });
    void queries.invalidateQueries({ queryKey: ['audit-verifications'] });
  };
  if (data === undefined)
    return error === null ? <PageSkeleton /> : <Trouble error={error} retry={() => void refetch()} />;
  const verdict = verdictOf(data.lastVerification);
  return (
    <>
      <PageHeader
        title={translate('navigation.auditChain')}
        chips={<Chip tone={verdict.tone}>{translate(`audit.chain.${verdict.key}`)}</Chip>}
      />
      <Cards>
        <VerifyNow onDone={renew} />
        {data.lastVerification?.firstBroken && <BrokenRow broken={data.lastVerification.firstBroken} />}
        <ChainFacts chain={data} />
        <VerificationTable />
        <RootTable />
        <ArchiveTable />
      </Cards>
    </>
  );
}

function ChainFacts({ chain }: { chain: Chain }): ReactNode {
  const translate = useTranslate();
  const label = (name: string): string => translate(`audit.chain.${name}`);
  return (
    <Card title={label('title')}>
      <Facts
        facts={[
          { label: label('rows'), value: countText(chain.rows) },
          { label: label('blocks'), value: countText(chain.blocks) },
          { label: label('sealedUntil'), value: <Instant at={chain.sealedUntil} seconds /> },
          {
            label: label('unsealed'),
            value: translate(chain.unsealed === 0 ? 'audit.chain.allSealed' : 'audit.chain.waiting', {
              count: countText(chain.unsealed),
              seconds: chain.oldestUnsealedSeconds.toFixed(1),
            }),
          },
          { label: label('roots'), value: countText(chain.roots) },
          { label: label('lastRootDay'), value: chain.lastRootDay },
          { label: label('verifiedAt'), value: <Instant at={chain.lastVerification?.finishedAt} seconds /> },
          {
            label: label('head'),
            value: chain.head && translate('audit.chain.headAt', { block: chain.head.block, hash: chain.head.hash }),
          },
        ]}
      />
    </Card>
  );
}
