import { UNMASK_UNUSUAL_FROM } from '@linggong/vault/domain';
import type { UnmaskingRow } from '@linggong/vault/api';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useEntryWords } from '../audit-entries/entry-words';
import { useActorText } from '../parts/actor';
import { ActorWord } from '../parts/actor-word';
import { Chip } from '../parts/state-chip';
import { useMe } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';

const filters: readonly Filter[] = [
  { source: 'at_gte', kind: 'from' },
  { source: 'at_lte', kind: 'until' },
  { source: 'actorName', kind: 'actor' },
  { source: 'subjectLabel', kind: 'text' },
];

/** Who saw whose field in clear (查看明文记录): for those who watch; a worker reads who looked at him. */
export default function UnmaskingList(): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const words = useEntryWords();
  const own = useMe()?.account.role === 'worker';
  const field = (row: UnmaskingRow): string => translate(`unmask.field.${row.field}`, { _: row.field });
  const subject = (row: UnmaskingRow): string => `${words.kind(row.subjectKind)} ${row.subjectLabel}`;
  const columns: readonly Column<UnmaskingRow>[] = [
    { source: 'at', kind: 'instant', sortable: true, phone: 'note' },
    {
      source: 'actorName',
      render: (row) => <ActorWord name={row.actorName} />,
      text: (row) => actor(row.actorName),
      phone: 'title',
    },
    { source: 'subjectLabel', render: subject, text: subject },
    { source: 'field', render: field, text: field, phone: 'end' },
    { source: 'reason', phone: 'note' },
    ...(own ? [] : ofWatchers),
  ];
  return (
    <RecordList<UnmaskingRow>
      resource="unmaskings"
      {...(own ? { title: translate('navigation.lookedAtMe') } : {})}
      columns={columns}
      filters={filters}
      sort={{ field: 'at', order: 'DESC' }}
      {...(own
        ? {}
        : {
            views: [
              { label: translate('views.all'), filter: {} },
              { label: translate('unmask.unusual'), filter: { inHour_gte: UNMASK_UNUSUAL_FROM } },
            ],
          })}
      linkOf={() => undefined}
    />
  );
}

/** What only those who watch need. */
const ofWatchers: readonly Column<UnmaskingRow>[] = [
  { source: 'approvalId', hidden: true },
  { source: 'elevationId', hidden: true },
  {
    source: 'inHour',
    sortable: true,
    phone: 'chip',
    render: ({ inHour }) =>
      inHour < UNMASK_UNUSUAL_FROM ? inHour.toString() : <Chip tone="bad">{inHour.toString()}</Chip>,
    text: ({ inHour }) => inHour.toString(),
  },
];
