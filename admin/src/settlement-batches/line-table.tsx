import type { BatchAccepted, BatchDetail, SettlementLine } from '@linggong/settlement/api';
import { Box, Button, useMediaQuery } from '@mui/material';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';
import { Chip, StateChip } from '../parts/state-chip';
import { Empty, Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import type { Column } from '../table/column';
import { DataTable } from '../table/data-table';
import { PhoneList } from '../table/phone-list';
import { useRowKeys } from '../table/use-row-keys';
import type { LineWish } from './batch-api';
import { LineDetail } from './line-detail';
import { LineDrafts } from './line-drafts';
import { useLines } from './use-batch';

interface LineTableProps {
  batch: BatchDetail;
  wish: LineWish;
  /** What an empty table says. */
  empty: string;
  /** The first line opens at once, ready to be corrected. */
  editFirst: boolean;
  onEdited: (line: SettlementLine, accepted: BatchAccepted) => void;
}

/** Which lines are open in place; the first may be so from the start, until it is closed. */
function useOpenLines(first: number | undefined) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const toggle = useCallback((line: SettlementLine) => {
    setOpened((before) => {
      const after = new Set(before);
      if (!after.delete(line.id)) after.add(line.id);
      return after;
    });
  }, []);
  // What was toggled is open, but for the line that began open.
  return { isOpen: ({ id }: SettlementLine) => opened.has(id) !== (id === first), toggle };
}

/** The lines of the sheet; each opens in place and shows its tax month by month, or what holds it up. */
export function LineTable({ batch, wish, empty, editFirst, onEdited }: LineTableProps): ReactNode {
  const translate = useTranslate();
  const phone = useMediaQuery('(max-width: 599px)');
  const columns = useColumns(
    wish.state,
    batch.feeTerms?.bearing === 'inside' || batch.feeTerms?.taxBearer === 'enterprise',
  );
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useLines(batch, wish);
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items), [data]);
  const first = editFirst ? rows?.[0]?.id : undefined;
  const { isOpen, toggle } = useOpenLines(first);
  // Table and cards draw a line anew: what is typed there stays here.
  const [drafts] = useState(() => new LineDrafts());
  const cursor = useRowKeys(rows, toggle);
  if (error !== null && rows === undefined) return <Trouble error={error} retry={() => void refetch()} />;
  if (rows?.length === 0) return <Empty title={empty} />;
  const below = (line: SettlementLine): ReactNode =>
    isOpen(line) ? (
      <LineDetail
        batch={batch}
        line={line}
        edit={line.id === first}
        about={wish.blocker}
        drafts={drafts}
        onEdited={onEdited}
      />
    ) : undefined;
  return (
    <>
      {phone && rows !== undefined ? (
        <PhoneList
          columns={columns}
          rows={rows}
          onOpen={toggle}
          below={(line) => isOpen(line) && <Box sx={{ px: 1.5, pb: 1.5 }}>{below(line)}</Box>}
        />
      ) : (
        <DataTable
          label={translate('batch.tabs.label')}
          heading={({ source }) => translate(`batch.line.${source}`)}
          columns={columns}
          rows={rows}
          onOpen={toggle}
          below={below}
          tall
          {...(cursor === undefined ? {} : { cursor })}
        />
      )}
      {hasNextPage && <More count={rows?.length} busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  );
}

function More({ count, busy, onMore }: { count: number | undefined; busy: boolean; onMore: () => void }): ReactNode {
  const translate = useTranslate();
  return (
    <Box sx={{ mt: 1, display: 'flex', justifyContent: 'center' }}>
      <Button size="small" disabled={busy} onClick={onMore}>
        {translate('batch.moreLines', { count: countText(count) })}
      </Button>
    </Box>
  );
}

const quotedOnly: ReadonlySet<string> = new Set(['feeFen', 'grossFen', 'incomeTaxFen', 'netFen']);

/** Blocked and held lines have no tax yet: their columns leave room for the reason. */
function useColumns(state: LineWish['state'], partsGross: boolean): Column<SettlementLine>[] {
  const translate = useTranslate();
  const phone = useMediaQuery('(max-width: 599px)');
  const quoted = state !== 'blocked' && state !== 'held' && state !== 'excluded';
  return useMemo(() => {
    const columns: Column<SettlementLine>[] = [
      // On a telephone it stands without its heading.
      {
        source: 'rowNo',
        phone: 'note',
        render: ({ rowNo }) => (phone ? translate('batch.rowNo', { row: countText(rowNo) }) : countText(rowNo)),
      },
      { source: 'nameMasked', phone: 'title' },
      { source: 'identityMasked', kind: 'masked' },
      { source: 'taskNumber', kind: 'text', phone: 'note', render: taskOf },
      { source: 'amountFen', kind: 'money', ...(quoted ? {} : { phone: 'end' as const }) },
      { source: 'feeFen', kind: 'money' },
      // The gross differs from the amount where a fee is inside it, or where the enterprise bears tax.
      ...(partsGross ? [{ source: 'grossFen', kind: 'money' } as const] : []),
      { source: 'incomeTaxFen', kind: 'money' },
      { source: 'netFen', kind: 'money', phone: 'end' },
      { source: 'state', render: (line) => <LineState line={line} />, phone: 'chip' },
    ];
    return quoted ? columns : columns.filter(({ source }) => !quotedOnly.has(source));
  }, [quoted, partsGross, phone, translate]);
}

function taskOf({ taskNumber, taskTitle }: SettlementLine): string {
  return [taskNumber, taskTitle].filter((part) => part !== null && part !== '').join(' ') || '—';
}

/** A blocked line shows its first reason; how many more is a number beside it. */
function LineState({ line }: { line: SettlementLine }): ReactNode {
  const text = useText2();
  const first = line.blockers[0];
  if (line.state !== 'blocked' || first === undefined) return <StateChip kind="line" state={line.state} />;
  const more = line.blockers.length - 1;
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}>
      <Chip tone={first.severity === 'error' ? 'bad' : 'wait'}>{text(first.title)}</Chip>
      {more > 0 && (
        <Box component="span" sx={{ fontSize: 12, color: 'tokens.ink3' }}>
          +{more}
        </Box>
      )}
    </Box>
  );
}
