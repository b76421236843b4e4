import type { BatchAccepted, BatchDetail, NextAction } from '@linggong/settlement/api';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet, type Effect } from '../parts/effect-sheet';
import { JobProgress } from '../parts/job';
import { Money } from '../parts/money';
import { countText, moneyText } from '../parts/money-text';
import { StateChip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { isRecord, ProblemError } from '../provider';
import { batchApi } from './batch-api';

interface ActionSheetProps {
  batch: BatchDetail;
  /** The action whose consequences are shown; closed while undefined. */
  action: NextAction | undefined;
  onClose: () => void;
}

/** Confirm, release, cancel or check again: effect in numbers first, progress and result on the same sheet. */
export function ActionSheet({ batch, action, onClose }: ActionSheetProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const effects = useEffects(action);
  const name = action?.action ?? 'confirm';
  const notes = action === undefined ? [] : notesOf(batch, action).map((key) => translate(key));
  return (
    <EffectSheet<BatchAccepted>
      open={action !== undefined}
      onClose={onClose}
      title={action === undefined ? '' : `${text(action.label)} · ${batch.number}`}
      lead={translate(`batch.sheet.${name}.lead`)}
      effects={effects}
      notes={notes}
      reason={action?.reasonRequired === true ? 'required' : name === 'release' ? 'optional' : 'none'}
      confirm={translate(`batch.sheet.${name}.confirm`)}
      danger={name === 'cancel'}
      run={({ reason, key }) => runAction(batch, name, reason, key)}
      done={(result) => <ActionDone result={result} name={name} />}
      refused={(error) => <Refused error={error} batch={batch} />}
    />
  );
}

/** What was done: with the batch as it stands now, and the job that goes on where there is one. */
async function runAction(
  batch: BatchDetail,
  name: NextAction['action'],
  reason: string | undefined,
  key: string,
): Promise<BatchAccepted> {
  const id = batch.id.toString();
  if (name === 'confirm') return { batch: await batchApi.confirm(id, batch.quoteVersion, key), job: null };
  if (name === 'release') return batchApi.release(id, reason, key);
  if (name === 'cancel') return { batch: await batchApi.cancel(id, reason ?? '', key), job: null };
  return batchApi.recheck(id, {}, key);
}

function useEffects(action: NextAction | undefined): Effect[] {
  const translate = useTranslate();
  const effect = action?.effect;
  if (action === undefined || effect === null || effect === undefined) return [];
  const left = effect.blockedLines + effect.heldLines + effect.excludedLines;
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
    money('gross', effect.grossFen),
    money('fee', effect.feeFen),
    money('tax', effect.taxFen),
    money('net', effect.netFen, true),
  ];
  if (action.action === 'confirm') rows.push(money('hold', effect.holdFen, true));
  if (effect.depositAfterFen !== null) rows.push(money('depositAfter', effect.depositAfterFen));
  if (left > 0 && action.action === 'confirm') {
    rows.push({
      label: translate('batch.effect.left'),
      value: translate('batch.effect.leftValue', {
        blocked: countText(effect.blockedLines),
        held: countText(effect.heldLines),
        excluded: countText(effect.excludedLines),
      }),
    });
  }
  return rows;
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

/** A confirmation of a quote that no longer stands: what changed, in the two figures that matter. Never a silent recomputation. */
function Refused({ error, batch }: { error: unknown; batch: BatchDetail }): ReactNode {
  const translate = useTranslate();
  const quote = error instanceof ProblemError && error.status === 409 ? error.problem['quote'] : undefined;
  const version = isRecord(quote) && typeof quote['version'] === 'number' ? quote['version'] : undefined;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Trouble error={error} />
      {version !== undefined && isRecord(quote) && (
        <Typography variant="body2">
          {translate('batch.sheet.newQuote', {
            before: batch.quoteVersion,
            after: version,
            net: moneyText(typeof quote['netFen'] === 'number' ? quote['netFen'] : undefined),
          })}
        </Typography>
      )}
    </Box>
  );
}
