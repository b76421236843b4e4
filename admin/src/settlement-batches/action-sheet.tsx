import type { BatchAccepted, BatchDetail, NextAction } from '@linggong/settlement/api';
import { Box, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet, type Effect } from '../parts/effect-sheet';
import { JobProgress } from '../parts/job';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { batchApi } from './batch-api';
import { staleAnswer, type StaleAnswer } from './quote-change';
import { leftOutSums } from './left-out-sums';
import { QuoteMoved } from './quote-moved';

/** The action whose consequences are shown, and the quote that was in force when it was asked for. */
export interface Asked {
  action: NextAction;
  quoteVersion: number;
}

interface ActionSheetProps {
  batch: BatchDetail;
  /** Closed while undefined. */
  asked: Asked | undefined;
  /** The same action as it stands now; gone once it is done, here or by somebody else. */
  live: NextAction | undefined;
  refresh: () => void;
  onClose: () => void;
}

/** Confirm, release, cancel or check again: effect in numbers first, progress and result on the same sheet. */
export function ActionSheet({ batch, asked, live, refresh, onClose }: ActionSheetProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const [stale, setStale] = useState<StaleAnswer | undefined>(undefined);
  const action = live ?? asked?.action;
  const effects = useEffects(batch, action);
  const name = action?.action ?? 'confirm';
  const moved = name === 'confirm' && asked !== undefined && batch.quoteVersion !== asked.quoteVersion;
  // Until the page has the quote that the refusal speaks of, there is nothing to agree to.
  const current = stale === undefined || batch.quoteVersion >= stale.version;
  const notes = action === undefined ? [] : notesOf(batch, action).map((key) => translate(key));
  if (live?.why != null) notes.push(text(live.why));
  const run = async (reason: string | undefined, key: string): Promise<BatchAccepted> => {
    try {
      return await runAction(batch, name, reason, key);
    } catch (error) {
      setStale(staleAnswer(error));
      throw error;
    } finally {
      refresh();
    }
  };
  return (
    <EffectSheet<BatchAccepted>
      open={asked !== undefined}
      onClose={() => {
        setStale(undefined);
        onClose();
      }}
      title={action === undefined ? '' : `${text(action.label)} · ${batch.number}`}
      lead={translate(leadOf(batch, name))}
      effects={effects}
      notes={notes}
      ready={live?.enabled === true && current}
      reason={action?.reasonRequired === true ? 'required' : name === 'release' ? 'optional' : 'none'}
      confirm={
        moved
          ? translate('batch.sheet.confirm.byVersion', { version: batch.quoteVersion })
          : translate(`batch.sheet.${name}.confirm`)
      }
      {...(name === 'cancel' ? { danger: true, dismiss: translate('batch.sheet.cancel.keep') } : {})}
      run={({ reason, key }) => run(reason, key)}
      done={(result) => <ActionDone result={result} name={name} />}
    >
      {moved && (
        <QuoteMoved
          before={asked.action.effect}
          beforeVersion={asked.quoteVersion}
          batch={batch}
          live={live}
          cause={stale?.cause}
        />
      )}
    </EffectSheet>
  );
}

/** Before anything is frozen nothing is said of frozen money. */
function leadOf(batch: BatchDetail, name: NextAction['action']): string {
  return name === 'cancel' && batch.orders !== null ? 'batch.sheet.cancel.leadHeld' : `batch.sheet.${name}.lead`;
}

/** What was done: with the batch as it stands now, and the job that goes on where there is one. */
async function runAction(
  batch: BatchDetail,
  name: NextAction['action'],
  reason: string | undefined,
  key: string,
): Promise<BatchAccepted> {
  const id = batch.id.toString();
  if (name === 'confirm') {
    // Agreeing to another quote is another intention, so it goes under a key of its own.
    const version = batch.quoteVersion;
    return { batch: await batchApi.confirm(id, version, `${key}-v${version.toString()}`), job: null };
  }
  if (name === 'release') return batchApi.release(id, reason, key);
  if (name === 'review-class')
    return { batch: await batchApi.reviewClass(id, batch.quoteVersion, reason ?? '', key), job: null };
  if (name === 'review-batch')
    return { batch: await batchApi.reviewBatch(id, batch.quoteVersion, reason ?? '', key), job: null };
  if (name === 'cancel') return { batch: await batchApi.cancel(id, reason ?? '', key), job: null };
  return batchApi.recheck(id, {}, key);
}

/** What cancelling or checking again concerns: the server gives no effect for them, the batch itself says it. */
function useExtent(batch: BatchDetail, name: NextAction['action']): Effect[] {
  const translate = useTranslate();
  const { counts, orders, figures } = batch;
  const rows: Effect[] = [];
  if (name === 'recheck') {
    rows.push({
      label: translate('batch.narrow.lines'),
      value: countText(counts.total - counts.excluded),
      strong: true,
    });
  }
  if (name === 'cancel') {
    const dropped = orders === null ? counts.total : Object.values(orders).reduce((sum, { count }) => sum + count, 0);
    rows.push({
      label: translate(orders === null ? 'batch.narrow.lines' : 'batch.orders.title'),
      value: countText(dropped),
      strong: true,
    });
    if (figures !== null) {
      rows.push({ label: translate('batch.effect.net'), value: <Money fen={figures.netFen} total /> });
      rows.push({
        label: translate(orders === null ? 'batch.effect.noHold' : 'batch.effect.holdBack'),
        value: <Money fen={orders === null ? 0 : figures.holdFen} total />,
      });
    }
  }
  return rows;
}

function useEffects(batch: BatchDetail, action: NextAction | undefined): Effect[] {
  const translate = useTranslate();
  const extent = useExtent(batch, action?.action ?? 'confirm');
  const effect = action?.effect;
  const { figures } = batch;
  if (action === undefined || effect === null || effect === undefined) return extent;
  const money = (key: string, fen: number, strong = false): Effect => ({
    label: translate(`batch.effect.${key}`),
    value: <Money fen={fen} total />,
    strong,
  });
  const rows: Effect[] = [
    {
      label: translate('batch.effect.workers'),
      value: translate('batch.effect.workersValue', {
        workers: countText(effect.workers),
        orders: countText(effect.orders),
      }),
    },
    ...(figures !== null && figures.amountFen !== effect.grossFen ? [money('amount', figures.amountFen)] : []),
    money('gross', effect.grossFen),
    money('fee', effect.feeFen),
    money('tax', effect.taxFen),
    money('net', effect.netFen, true),
  ];
  if (figures !== null && figures.taxBorneFen > 0) rows.push(money('taxBorne', figures.taxBorneFen));
  if (action.action === 'confirm') rows.push(money(holdWord(batch), effect.holdFen, true));
  if (effect.depositAfterFen !== null) rows.push(money('depositAfter', effect.depositAfterFen));
  const left = leftOutSums(effect).map(({ why, lines, fen }) => ({
    label: translate(`batch.effect.left.${why}`),
    value: (
      <>
        {translate('batch.lines', { smart_count: lines, count: countText(lines) })}
        {fen !== null && ' · '}
        {fen === 0 ? translate('batch.effect.noAmount') : fen !== null && <Money fen={fen} total />}
      </>
    ),
  }));
  return [...rows, ...left];
}

/** What of the deposit is taken: a fee that is billed later is no part of it. */
function holdWord({ feeTerms }: BatchDetail): string {
  if (feeTerms?.chargedWhen === 'after') return 'holdGross';
  return feeTerms?.chargedWhen === 'before' ? 'holdAndFee' : 'hold';
}

function notesOf(batch: BatchDetail, action: NextAction): string[] {
  const notes: string[] = [];
  if (action.action === 'confirm') {
    notes.push('batch.sheet.confirm.hold');
    if (batch.releaseRule === 'finance-approver') notes.push('batch.sheet.confirm.release');
    if (batch.releaseRule === 'automatic') notes.push('batch.sheet.confirm.automatic');
  }
  if (action.secondPerson) notes.push('batch.sheet.secondPerson');
  if (action.action === 'cancel') notes.push('batch.sheet.cancel.final');
  return notes;
}

function ActionDone({ result, name }: { result: BatchAccepted; name: NextAction['action'] }): ReactNode {
  const translate = useTranslate();
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 600 }}>{translate(`batch.sheet.${name}.done`)}</Typography>
        <StateChip kind="batch" state={result.batch.state} />
      </Box>
      {result.job !== null && <JobProgress id={result.job.id} />}
    </>
  );
}
