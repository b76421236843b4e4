import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { illegalTransition, notFound, problem, step } from '@linggong/core/domain';
import type { TaxPeriodAnswer } from '../../api';
import { periodLifecycle, type PeriodAction, type PeriodState } from '../../domain';
import { MONTH_ENTRIES } from '../state/month-entries';
import { clearPeriod, type ClearedPeriod } from './clear-period';

const PERIOD = `id, group_code AS "groupCode", month, state, due_on AS "dueOn", worker_count AS "workerCount",
  record_count AS "recordCount", gross_fen AS "grossFen", income_fen AS "incomeFen", vat_fen AS "vatFen",
  surcharge_fen AS "surchargeFen", income_tax_fen AS "incomeTaxFen", closed_at AS "closedAt", filed_at AS "filedAt",
  paid_at AS "paidAt"`;

interface Period extends ClearedPeriod {
  readonly state: PeriodState;
}

/** Column that takes the instant of an action. */
const instantColumn = { close: 'closed_at', reopen: 'closed_at', file: 'filed_at', pay: 'paid_at' } as const;

/**
 * Moves a tax period along its lifecycle. Closing waits for batches that are being confirmed into the month, clears what is
 * not cleared, then counts what is live; records that are only reserved keep it open, for their payment may still fail. Filing
 * counts again: a payment can be voided between closing and filing, and what is filed is what stands then.
 * @throws Problem 404; 409 `illegal-transition`, `tax-period-unsettled`; 422 `reason-required` when reopening
 */
export async function movePeriod(tx: Tx, id: number, action: PeriodAction, command: Command): Promise<TaxPeriodAnswer> {
  const period = await tx.maybeOne<Period>(
    `SELECT id, state, group_code AS "groupCode", month FROM public.tax_periods WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!period) throw notFound({ zh: '税款所属期', en: 'tax period' });
  const moved = step(periodLifecycle, period.state, action);
  if (!moved.ok) throw illegalTransition(periodLifecycle, period.state, action);
  if (action === 'reopen' && !command.reason) throw reasonRequired();
  if (action === 'close' || action === 'file') {
    await demandOutcomes(tx, id);
    await clearPeriod(tx, period, command);
    await countRecords(tx, id);
  }
  const at = action === 'reopen' ? null : command.at;
  const after = await tx.one<TaxPeriodAnswer>(
    `UPDATE public.tax_periods SET state = $2, ${instantColumn[action]} = $3, updated_at = $4 WHERE id = $1 RETURNING ${PERIOD}`,
    [id, moved.to, at, command.at],
  );
  await record(tx, command, {
    action: `tax-period.${action}`,
    subject: { kind: 'tax-period', id: String(id) },
    before: { state: period.state },
    after: { state: moved.to },
    ...(command.reason === undefined ? {} : { reason: command.reason }),
  });
  return after;
}

async function demandOutcomes(tx: Tx, id: number): Promise<void> {
  const { reserved } = await tx.one<{ reserved: number }>(
    `SELECT count(*)::integer AS reserved FROM public.tax_records WHERE period_id = $1 AND state = 'reserved'`,
    [id],
  );
  if (reserved > 0) throw unsettled(reserved);
}

/** Counts live records and what voids restated of them. */
async function countRecords(tx: Tx, id: number): Promise<void> {
  await tx.query(
    `UPDATE public.tax_periods p SET worker_count = s.workers, record_count = s.records, gross_fen = s.gross,
            income_fen = s.income, vat_fen = s.vat, surcharge_fen = s.surcharge, income_tax_fen = s.tax
       FROM (SELECT (count(DISTINCT worker_id) FILTER (WHERE payments > 0))::integer AS workers,
                    coalesce(sum(payments), 0)::integer AS records,
                    coalesce(sum(gross_fen), 0)::bigint AS gross, coalesce(sum(income_fen), 0)::bigint AS income,
                    coalesce(sum(vat_fen), 0)::bigint AS vat, coalesce(sum(income_tax_fen), 0)::bigint AS tax,
                    coalesce(sum(urban_maintenance_fen + education_fen + local_education_fen), 0)::bigint AS surcharge
               FROM ${MONTH_ENTRIES} r WHERE period_id = $1 AND state = 'paid') s
      WHERE p.id = $1`,
    [id],
  );
}

function unsettled(reserved: number): Error {
  return problem(
    409,
    'tax-period-unsettled',
    {
      zh: `还有 ${reserved} 笔付款没有结果，不能关账`,
      en: `${reserved} payments have no outcome yet; the period cannot be closed`,
    },
    { fix: { zh: '等待银行结果后再关账', en: 'Close it when the bank has answered' }, extra: { reserved } },
  );
}

function reasonRequired(): Error {
  return problem(
    422,
    'reason-required',
    { zh: '重新开账需要说明理由', en: 'Reopening a period needs a reason' },
    { field: 'reason' },
  );
}
