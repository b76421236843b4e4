import { Box, Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useRefresh, useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { EffectSheet } from '../parts/effect-sheet';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { useChannelWord } from './use-channel-word';

/** A row of `/api/console/unmatched-answers`. */
interface UnmatchedAnswerRow {
  id: number;
  channel: string;
  endToEndId: string;
  status: string;
  note: string | null;
  amountFen: number | null;
  bankReference: string | null;
  answeredAt: string;
  receivedAt: string;
  state: string;
  resolvedPayout: string | null;
  resolvedBy: string | null;
  resolvedReason: string | null;
  /** Not a fact of the row: the place of its buttons. */
  resolve?: never;
}

interface Resolving {
  readonly row: UnmatchedAnswerRow;
  readonly way: 'link' | 'dismiss';
}

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'unmatchedAnswer' },
  { source: 'status', kind: 'choice', choices: ['settled', 'rejected', 'returned'] },
];

/** What banks said that fits no payout: each is linked to its payout or dismissed, with a reason. */
export default function UnmatchedAnswerList(): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const actor = useActorText();
  const by = ({ resolvedBy }: UnmatchedAnswerRow): string => (resolvedBy === null ? '' : actor(resolvedBy));
  const channel = useChannelWord();
  const may = useMay()('unmatched-answers', 'resolve');
  const [asked, setAsked] = useState<Resolving | undefined>(undefined);
  const status = (row: UnmatchedAnswerRow): string => translate(`choice.status.${row.status}`);
  const note = (row: UnmatchedAnswerRow): string => (row.note === null ? '—' : translate(`choice.note.${row.note}`));
  const columns: readonly Column<UnmatchedAnswerRow>[] = [
    { source: 'endToEndId', phone: 'title' },
    { source: 'channel', render: channel, text: channel },
    { source: 'status', render: status, text: status, phone: 'note' },
    { source: 'note', kind: 'text', render: note, text: note, phone: 'note' },
    { source: 'amountFen', kind: 'money', phone: 'end' },
    { source: 'bankReference', hidden: true },
    { source: 'answeredAt', kind: 'instant', sortable: true },
    { source: 'receivedAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'state', state: 'unmatchedAnswer', phone: 'chip' },
    { source: 'resolvedPayout' },
    { source: 'resolvedBy', render: by, text: by, hidden: true },
    { source: 'resolvedReason', kind: 'text', hidden: true },
    {
      source: 'resolve',
      render: (row) =>
        may && row.state === 'open' ? (
          <Box sx={{ display: 'flex', gap: 0.5 }}>
            {(['link', 'dismiss'] as const).map((way) => (
              <Button
                key={way}
                size="small"
                onClick={() => {
                  setAsked({ row, way });
                }}
              >
                {translate(`bank.${way}`)}
              </Button>
            ))}
          </Box>
        ) : null,
      kind: 'act',
      text: () => '',
    },
  ];
  return (
    <>
      <RecordList<UnmatchedAnswerRow>
        resource="unmatched-answers"
        columns={columns}
        filters={filters}
        searchBy="q"
        sort={{ field: 'id', order: 'DESC' }}
        linkOf={() => undefined}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('state.unmatchedAnswer.open'), filter: { state: 'open' } },
        ]}
      />
      <ResolveSheet
        asked={asked}
        onClose={() => {
          setAsked(undefined);
          refresh();
        }}
      />
    </>
  );
}

function ResolveSheet({ asked, onClose }: { asked: Resolving | undefined; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [payoutNumber, setPayoutNumber] = useState('');
  const way = asked?.way ?? 'dismiss';
  return (
    <EffectSheet
      open={asked !== undefined}
      onClose={() => {
        setPayoutNumber('');
        onClose();
      }}
      title={translate(`bank.${way}`)}
      lead={translate(`bank.${way}Lead`)}
      effects={
        asked === undefined
          ? []
          : [{ label: translate('resources.unmatched-answers.fields.endToEndId'), value: asked.row.endToEndId }]
      }
      reason="required"
      danger={way === 'dismiss'}
      ready={way === 'dismiss' || payoutNumber.trim() !== ''}
      confirm={translate(`bank.${way}`)}
      run={({ reason, key }) =>
        provider.command(
          'unmatched-answers',
          asked?.row.id,
          'resolve',
          way === 'link' ? { payoutNumber, reason } : { reason },
          key,
        )
      }
      done={() => translate('bank.resolved')}
    >
      {way === 'link' && (
        <TextField
          required
          label={translate('bank.payoutNumber')}
          value={payoutNumber}
          onChange={(event) => {
            setPayoutNumber(event.target.value);
          }}
        />
      )}
    </EffectSheet>
  );
}
