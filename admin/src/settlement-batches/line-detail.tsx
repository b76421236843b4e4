import type { BatchAccepted, BatchDetail, Blocker, BlockerCode, SettlementLine } from '@linggong/settlement/api';
import { Box, Button, Skeleton } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { moneyText } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { TraceTable } from '../tax/trace-table';
import { useBlockerWords } from './blocker-words';
import { EditLine } from './edit-line';
import { faultyCell } from './faulty-cell';
import type { LineDrafts } from './line-drafts';
import { useLine } from './use-batch';

/** Below a line: every reason that holds it up with its remedy, and the tax month by month. */
export function LineDetail({
  batch,
  line,
  edit,
  about,
  drafts,
  onEdited,
}: {
  batch: BatchDetail;
  line: SettlementLine;
  /** The form is open from the start. */
  edit: boolean;
  /** The reason one came for: its cell is the first to correct. */
  about: BlockerCode | undefined;
  drafts: LineDrafts;
  onEdited: (line: SettlementLine, accepted: BatchAccepted) => void;
}): ReactNode {
  const translate = useTranslate();
  const { data, error, refetch } = useLine(line.id);
  const [editing, setEditing] = useState(edit || drafts.of(line.id) !== undefined);
  const reason = line.blockers.find(({ code }) => code === about) ?? line.blockers[0];
  const edits = batch.nextActions.find(({ action }) => action === 'edit-line');
  const close = (): void => {
    drafts.drop(line.id);
    setEditing(false);
  };
  const canEdit = edits !== undefined && line.state !== 'ready';
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.25, pt: '2px' }}>
      {line.blockers.length > 0 && <Reasons line={line} />}
      {line.amountFen !== null && line.netFen !== null && <Arithmetic line={line} />}
      {error !== null && (
        <Trouble
          error={error}
          retry={() => {
            void refetch();
          }}
        />
      )}
      {data === undefined && error === null && <Skeleton variant="rounded" width={420} height={86} />}
      {data !== undefined && line.netFen !== null && <TraceTable entries={data.trace} hidden={data.traceHidden} />}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {canEdit && edits.enabled && !editing && (
          <Button
            size="small"
            color="primary"
            onClick={() => {
              drafts.keep(line.id, {});
              setEditing(true);
            }}
          >
            {translate('batch.edit.open')}
          </Button>
        )}
        {line.workerId !== null && (
          <Button size="small" component={Link} to={`/workers/${line.workerId.toString()}/show`}>
            {translate('batch.openWorker')}
          </Button>
        )}
      </Box>
      {canEdit && editing && (
        <EditLine
          line={line}
          amountText={data?.amountText ?? null}
          off={!edits.enabled}
          focus={reason && faultyCell(reason, batch.sheet.columns)}
          initial={drafts.of(line.id) ?? {}}
          onTyped={(typed) => {
            drafts.keep(line.id, typed);
          }}
          onDone={(accepted) => {
            close();
            onEdited(line, accepted);
          }}
          onCancel={close}
        />
      )}
    </Box>
  );
}

function Reasons({ line }: { line: SettlementLine }): ReactNode {
  const text = useText2();
  const words = useBlockerWords();
  return (
    <Box component="ul" sx={{ m: 0, pl: '18px', fontSize: 13 }}>
      {line.blockers.map((blocker) => (
        <li key={blocker.code}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {text(blocker.title)}
          </Box>
          <Box component="span" sx={{ color: 'tokens.ink2' }}>{` ${words(blocker)}`}</Box>
          <OtherBatch blocker={blocker} />
        </li>
      ))}
    </Box>
  );
}

/** The batch that pays the same work already, to look at. */
function OtherBatch({ blocker }: { blocker: Blocker }): ReactNode {
  const { batchId, batchNumber } = blocker.params;
  if (blocker.code !== 'paid-in-other-batch' || typeof batchId !== 'number') return null;
  return (
    <>
      {' '}
      <Link to={`/settlement-batches/${batchId.toString()}/show`}>{batchNumber}</Link>
    </>
  );
}

/** Gross − VAT − surcharges − income tax − earlier receivable = net: the line as a sum. */
function Arithmetic({ line }: { line: SettlementLine }): ReactNode {
  const translate = useTranslate();
  const parts = [
    ['vat', line.vatFen],
    ['surcharge', line.surchargeFen],
    ['incomeTax', line.incomeTaxFen],
    ['collected', line.collectedFen],
  ] as const;
  const minus = parts
    .filter(([, fen]) => fen !== null && fen !== 0)
    .map(([key, fen]) =>
      // Only earlier tax can be below zero: it was charged too much and comes back.
      Number(fen) < 0
        ? ` + ${translate('batch.sum.givenBack')} ${moneyText(-Number(fen))}`
        : ` − ${translate(`batch.sum.${key}`)} ${moneyText(fen)}`,
    );
  const owed =
    line.receivableFen !== null && line.receivableFen > 0
      ? translate('batch.sum.receivable', { amount: moneyText(line.receivableFen) })
      : '';
  return (
    <Box sx={{ fontSize: 12, color: 'tokens.ink2' }}>
      {translate('batch.sum.gross')} {moneyText(line.grossFen ?? line.amountFen)}
      {minus.join('')} = {translate('batch.sum.net')} {moneyText(line.netFen)}
      {owed}
    </Box>
  );
}
