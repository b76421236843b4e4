import { objectSteps } from '@linggong/audit';
import { consoleResource, consoleRoutes, scopeBy } from '@linggong/access';
import { traceFieldsOf } from '../api';
import { periodLifecycle, recordLifecycle } from '../domain';
import { recordTrace } from './read/record-trace';
import { MONTH_ENTRIES } from './state/month-entries';

const regimes = [
  'platform-labor',
  'labor-per-payment',
  'business-income',
  'assessed-income-rate',
  'assessed-tax-rate',
  'non-resident-labor',
];

const taxRecords = consoleResource({
  name: 'tax-records',
  resource: 'tax-record',
  from: `public.tax_records r JOIN parties.published_worker_facts w ON w.worker_id = r.worker_id`,
  columns: {
    id: { sql: 'r.id', filter: 'relation', sort: true },
    orderId: { sql: 'r.order_id', filter: 'relation' },
    workerId: { sql: 'r.worker_id', filter: 'relation' },
    workerNumber: { sql: 'w.number', filter: 'prefix', searched: true },
    workerNameMasked: { sql: 'w.name_masked' },
    enterpriseId: { sql: 'r.enterprise_id', filter: 'relation' },
    periodId: { sql: 'r.period_id', filter: 'relation' },
    groupCode: { sql: 'r.group_code', filter: 'exact' },
    regime: { sql: 'r.regime', filter: 'enum', values: regimes },
    taxDay: { sql: 'r.tax_day', filter: 'day', sort: true },
    taxMonth: { sql: 'r.tax_month', filter: 'exact', sort: true },
    state: { sql: 'r.state', filter: 'enum', values: recordLifecycle.states },
    runNo: { sql: 'r.run_no' },
    months: { sql: 'r.months' },
    grossFen: { sql: 'r.gross_fen', filter: 'number', sort: true, sum: true },
    vatFen: { sql: 'r.vat_fen', filter: 'number', sort: true, sum: true },
    surchargeFen: { sql: '(r.urban_maintenance_fen + r.education_fen + r.local_education_fen)', sum: true },
    incomeFen: { sql: 'r.income_fen', sort: true, sum: true },
    incomeTaxFen: { sql: 'r.income_tax_fen', filter: 'number', sort: true, sum: true },
    receivableFen: { sql: 'r.receivable_fen', filter: 'number', sum: true },
    collectedFen: { sql: 'r.collected_fen', sum: true },
    netFen: { sql: 'r.net_fen', filter: 'number', sort: true, sum: true },
  },
  scope: scopeBy({ enterprise: 'r.enterprise_id', worker: 'r.worker_id' }),
  detail: async (id, account, db) => traceFieldsOf(await recordTrace(db, id, account)),
});

const LIVE = `SELECT (count(DISTINCT worker_id) FILTER (WHERE payments > 0))::integer AS workers,
    sum(payments)::integer AS records, sum(gross_fen)::bigint AS gross, sum(income_fen)::bigint AS income,
    sum(vat_fen)::bigint AS vat, sum(urban_maintenance_fen + education_fen + local_education_fen)::bigint AS surcharge,
    sum(income_tax_fen)::bigint AS tax, (count(*) FILTER (WHERE state = 'reserved'))::integer AS reserved
  FROM ${MONTH_ENTRIES} r WHERE state <> 'voided' AND period_id = p.id GROUP BY period_id`;

/** A period counts as its records stand until it is filed; then it keeps the figures it was filed with. */
const figure = (filed: string, live: string): string =>
  `coalesce(CASE WHEN p.state IN ('filed', 'paid') THEN p.${filed} ELSE s.${live} END, 0)`;

/** Steps that the page of a period tells: it is closed, filed and paid once, and seldom reopened. */
const PERIOD_STEPS = 50;

export const taxPeriodList = consoleResource({
  name: 'tax-periods',
  resource: 'tax-period',
  from: `public.tax_periods p LEFT JOIN LATERAL (${LIVE}) s ON true`,
  columns: {
    id: { sql: 'p.id', filter: 'relation', sort: true },
    groupCode: { sql: 'p.group_code', filter: 'exact' },
    month: { sql: 'p.month', filter: 'exact', sort: true },
    state: { sql: 'p.state', filter: 'enum', values: periodLifecycle.states },
    dueOn: { sql: 'p.due_on', filter: 'day', sort: true },
    workerCount: { sql: figure('worker_count', 'workers') },
    recordCount: { sql: figure('record_count', 'records') },
    reservedCount: { sql: 'coalesce(s.reserved, 0)' },
    grossFen: { sql: figure('gross_fen', 'gross'), sum: true },
    incomeFen: { sql: figure('income_fen', 'income'), sum: true },
    vatFen: { sql: figure('vat_fen', 'vat'), sum: true },
    surchargeFen: { sql: figure('surcharge_fen', 'surcharge'), sum: true },
    incomeTaxFen: { sql: figure('income_tax_fen', 'tax'), sum: true },
    correctionCount: {
      sql: '(SELECT count(*)::integer FROM tax.corrections c WHERE c.group_code = p.group_code AND c.month = p.month)',
    },
    closedAt: { sql: 'p.closed_at' },
    filedAt: { sql: 'p.filed_at' },
    paidAt: { sql: 'p.paid_at' },
  },
  order: { column: 'month', direction: 'DESC' },
  scope: scopeBy({}),
  detail: async (id, _account, db) => ({
    steps: await objectSteps(db, { kind: 'tax-period', id: String(id) }, PERIOD_STEPS),
  }),
});

/** Year to date, one row a worker, group, regime, year and run. Sums over all enterprises: enterprises do not see it. */
const yearToDate = consoleResource({
  name: 'year-to-date',
  resource: 'tax-year',
  from: 'tax.worker_years y JOIN parties.published_worker_facts w ON w.worker_id = y.worker_id',
  columns: {
    id: { sql: 'y.id', sort: true },
    workerId: { sql: 'y.worker_id', filter: 'relation' },
    workerNumber: { sql: 'w.number', filter: 'prefix', searched: true },
    workerNameMasked: { sql: 'w.name_masked' },
    groupCode: { sql: 'y.group_code', filter: 'exact' },
    regime: { sql: 'y.regime', filter: 'enum', values: regimes },
    year: { sql: 'y.year', filter: 'number', sort: true },
    runNo: { sql: 'y.run_no' },
    firstMonth: { sql: 'y.first_month' },
    lastMonth: { sql: 'y.last_month', sort: true },
    months: { sql: 'y.months', sort: true },
    payments: { sql: 'y.payments', sort: true },
    isCurrent: { sql: 'y.is_current', filter: 'boolean' },
    grossFen: { sql: 'y.gross_fen', filter: 'number', sort: true, sum: true },
    vatFen: { sql: 'y.vat_fen', sort: true, sum: true },
    surchargeFen: { sql: 'y.surcharge_fen', sum: true },
    incomeFen: { sql: 'y.income_fen', filter: 'number', sort: true, sum: true },
    incomeTaxFen: { sql: 'y.income_tax_fen', filter: 'number', sort: true, sum: true },
    netFen: { sql: 'y.net_fen', sort: true, sum: true },
    receivableFen: { sql: 'y.receivable_fen', filter: 'number', sort: true, sum: true },
    refundDueFen: { sql: 'y.refund_due_fen', filter: 'number', sort: true, sum: true },
  },
  scope: scopeBy({ worker: 'y.worker_id' }),
});

/** What the platform declares of a worker's VAT in the month of his last payment: who crosses the threshold, or comes near it. */
const monthSales = consoleResource({
  name: 'month-sales',
  resource: 'tax-year',
  from: 'tax.cumulations c JOIN parties.published_worker_facts w ON w.worker_id = c.worker_id',
  columns: {
    id: { sql: 'c.id', sort: true },
    workerId: { sql: 'c.worker_id', filter: 'relation' },
    workerNumber: { sql: 'w.number', filter: 'prefix', searched: true },
    workerNameMasked: { sql: 'w.name_masked' },
    groupCode: { sql: 'c.group_code', filter: 'exact' },
    month: { sql: 'c.month', filter: 'exact' },
    grossFen: { sql: 'c.files_gross_fen', filter: 'number', sort: true, sum: true },
    vatFen: { sql: 'c.files_vat_fen', sort: true, sum: true },
    // The law compares sales without VAT; whether a payment reached the threshold stands in its own trace.
    crossed: {
      sql: `c.files_vat_fen > 0 AND EXISTS (SELECT FROM public.tax_records r
              WHERE r.worker_id = c.worker_id AND r.group_code = c.group_code AND r.tax_month = c.month AND r.state <> 'voided'
                AND r.vat_role = 'platform-files' AND (r.trace ->> 'reached')::boolean)`,
    },
  },
  order: { column: 'grossFen', direction: 'DESC' },
  scope: scopeBy({ worker: 'c.worker_id' }),
});

/** Returns of filed months to be corrected (更正申报), because a payment of theirs came back. */
const taxCorrections = consoleResource({
  name: 'tax-corrections',
  resource: 'tax-correction',
  from: `tax.corrections c JOIN parties.published_worker_facts w ON w.worker_id = c.worker_id
    JOIN public.tax_records r ON r.id = c.record_id LEFT JOIN tax.correction_declarations d ON d.correction_id = c.id`,
  columns: {
    id: { sql: 'c.id', filter: 'relation', sort: true },
    month: { sql: 'c.month', filter: 'exact', sort: true },
    groupCode: { sql: 'c.group_code', filter: 'exact' },
    workerId: { sql: 'c.worker_id', filter: 'relation' },
    workerNumber: { sql: 'w.number', filter: 'prefix', searched: true },
    workerNameMasked: { sql: 'w.name_masked' },
    regime: { sql: 'c.regime', filter: 'enum', values: regimes },
    orderId: { sql: 'r.order_id', filter: 'relation' },
    state: {
      sql: "CASE WHEN d.correction_id IS NULL THEN 'open' ELSE 'declared' END",
      filter: 'enum',
      values: ['open', 'declared'],
    },
    incomeBeforeFen: { sql: 'c.income_before_fen' },
    incomeAfterFen: { sql: 'c.income_after_fen' },
    taxBeforeFen: { sql: 'c.tax_before_fen' },
    taxAfterFen: { sql: 'c.tax_after_fen' },
    taxChangeFen: { sql: '(c.tax_after_fen - c.tax_before_fen)', sum: true },
    vatBeforeFen: { sql: 'c.vat_before_fen' },
    vatAfterFen: { sql: 'c.vat_after_fen' },
    vatChangeFen: { sql: '(c.vat_after_fen - c.vat_before_fen)', sum: true },
    surchargeChangeFen: { sql: '(c.surcharge_after_fen - c.surcharge_before_fen)', sum: true },
    at: { sql: 'c.at', filter: 'instant', sort: true },
    reference: { sql: 'd.reference' },
    declaredBy: { sql: 'd.declared_by' },
    declaredAt: { sql: 'd.declared_at' },
  },
  scope: scopeBy({}),
});

export const taxConsole = consoleRoutes([taxRecords, taxPeriodList, yearToDate, monthSales, taxCorrections]);
