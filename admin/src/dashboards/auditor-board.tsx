import type { UnmaskingRow } from '@linggong/vault/api';
import { UNMASK_UNUSUAL_FROM } from '@linggong/vault/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Chain } from '../audit-chain/chain';
import { useEntryWords } from '../audit-entries/entry-words';
import { LiveElevations, liveElevations } from '../elevations/live-elevations';
import { useActorText } from '../parts/actor';
import { Card, Cards } from '../parts/card';
import { countText } from '../parts/money-text';
import { Instant } from '../parts/time';
import { call } from '../provider';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { startOf, weekAgo } from './days';
import { ListTiles, type ListQuestion } from './list-tiles';
import { Tile } from './tile';

/** Audit administrator (审计管理员): until when the chain was verified, what went past the platform, who looked at more than usual. */
export default function AuditorBoard(): ReactNode {
  const translate = useTranslate();
  const unusual = useMemo(() => ({ inHour_gte: UNMASK_UNUSUAL_FROM, at_gte: startOf(weekAgo()) }), []);
  const questions = useMemo<ListQuestion[]>(
    () => [
      { key: 'bypasses', resource: 'audit-bypasses', filter: { state: 'open' } },
      { key: 'unusual', resource: 'unmaskings', filter: unusual },
      { key: 'elevations', resource: 'elevations', filter: liveElevations },
      { key: 'findings', resource: 'findings', filter: { state: ['open', 'recurring', 'acknowledged'] } },
    ],
    [unusual],
  );
  return (
    <>
      <ListTiles board="auditor" questions={questions} before={useChainTiles()} />
      <Cards>
        <Card title={translate('boards.auditor.unusualList')}>
          <RecordList<UnmaskingRow>
            resource="unmaskings"
            columns={useUnmaskingColumns()}
            sort={{ field: 'inHour', order: 'DESC' }}
            only={unusual}
            none={translate('boards.auditor.noneUnusual')}
            linkOf={() => undefined}
          />
        </Card>
        <LiveElevations />
      </Cards>
    </>
  );
}

function useUnmaskingColumns(): readonly Column<UnmaskingRow>[] {
  const translate = useTranslate();
  const actor = useActorText();
  const words = useEntryWords();
  const who = (row: UnmaskingRow): string => actor(row.actorName);
  const field = (row: UnmaskingRow): string => translate(`unmask.field.${row.field}`, { _: row.field });
  const subject = (row: UnmaskingRow): string => `${words.kind(row.subjectKind)} ${row.subjectLabel}`;
  return [
    { source: 'actorName', render: who, text: who, phone: 'title' },
    { source: 'subjectLabel', render: subject, text: subject, phone: 'note' },
    { source: 'field', render: field, text: field, phone: 'note' },
    { source: 'inHour', kind: 'count', phone: 'end' },
    { source: 'at', kind: 'instant', phone: 'note' },
  ];
}

/** Two tiles of the log itself: the last verification and what it reached; what waits for its seal. */
function useChainTiles(): readonly ReactElement[] {
  const translate = useTranslate();
  const { data, error } = useQuery({
    queryKey: ['audit-chain', 'board'],
    // The route answers with the schema `chainAnswer`.
    queryFn: async ({ signal }) => (await call('/api/v1/audit/chain', { signal })).json as Chain,
    retry: false,
    refetchInterval: 60_000,
  });
  const last = data?.lastVerification ?? null;
  const said = (): ReactNode => {
    if (data === undefined) return undefined;
    if (last === null) return translate('boards.auditor.never');
    if (!last.ok) return translate('boards.auditor.broken');
    return last.sealedUntil === null ? translate('boards.auditor.whole') : <Instant at={last.sealedUntil} />;
  };
  return [
    <Tile
      key="verified"
      question={translate('boards.auditor.verified')}
      value={said()}
      failed={error !== null}
      {...(last === null
        ? {}
        : {
            note: (
              <>
                {translate('boards.auditor.verifiedAt')} <Instant at={last.finishedAt} />
              </>
            ),
          })}
      to="/audit-chain"
    />,
    <Tile
      key="unsealed"
      question={translate('boards.auditor.unsealed')}
      value={data === undefined ? undefined : countText(data.unsealed)}
      failed={error !== null}
      to="/audit-chain"
    />,
  ];
}
