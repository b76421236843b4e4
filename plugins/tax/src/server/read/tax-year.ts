import type { Queryable } from '@linggong/core';
import {
  incomeTaxEntry,
  inForce,
  monthOfIndex,
  monthTable,
  platformChoice,
  rulesOfMonth,
  rulesSource,
  type MonthRow,
  type Regime,
  type RulesOn,
  type TaxTables,
} from '../../domain';
import { traceAnswer, type TaxYearAnswer } from '../../api';
import { readTables } from '../parameters/read-tables';
import { readRecordMonths, type RecordMonth } from '../state/record-months';
import { readTwelveMonths } from './twelve-months';
import { NO_PAYMENTS, withPart } from '../state/run-sums';

type Account = TaxYearAnswer['accounts'][number];
type Month = Account['months'][number];

interface BalanceRow {
  groupCode: string;
  groupZh: string;
  groupEn: string;
  regime: Regime;
  receivableFen: bigint;
  refundDueFen: bigint;
}

/** Year to date of a worker (本年累计) by group, regime and month, from his live records. */
export async function workerTaxYear(db: Queryable, workerId: number, year: number): Promise<TaxYearAnswer> {
  const { tables } = await readTables(db);
  const months = await readRecordMonths(db, { workerIds: [workerId], fromYear: year, throughYear: year });
  const balances = await db.query<BalanceRow>(
    `SELECT c.group_code AS "groupCode", g.name_zh AS "groupZh", g.name_en AS "groupEn", c.regime,
            coalesce(sum(greatest(b.owed_fen, 0)), 0)::bigint AS "receivableFen",
            coalesce(sum(greatest(-b.owed_fen, 0)), 0)::bigint AS "refundDueFen"
       FROM tax.cumulations c JOIN tax.cumulation_groups g ON g.code = c.group_code
       LEFT JOIN tax.balances b USING (worker_id, group_code, regime)
      WHERE c.worker_id = $1 GROUP BY c.group_code, g.name_zh, g.name_en, c.regime ORDER BY c.group_code, c.regime`,
    [workerId],
  );
  const accounts = balances.map((balance) => {
    const own = months.filter(
      ({ groupCode, regime, line }) =>
        groupCode === balance.groupCode && regime === balance.regime && line.payments > 0,
    );
    return accountOf(balance, own, tables);
  });
  return {
    workerId,
    year,
    twelveMonths: await twelveMonthsOf(db, workerId, year, tables),
    accounts: accounts.filter(
      (account) => account.months.length > 0 || account.taxReceivableFen !== 0n || account.refundDueFen !== 0n,
    ),
  };
}

async function twelveMonthsOf(
  db: Queryable,
  workerId: number,
  year: number,
  tables: TaxTables,
): Promise<TaxYearAnswer['twelveMonths']> {
  const range = { workerIds: [workerId], fromMonth: `${year}-01`, throughMonth: `${year}-12` };
  const [highest] = await readTwelveMonths(db, range);
  if (!highest) return null;
  const { throughMonth, grossFen } = highest;
  const limitFen = inForce(tables.registrationGuideFen, `${throughMonth}-28`)?.value;
  return limitFen === undefined ? null : { throughMonth, grossFen, limitFen, mustGuide: grossFen > limitFen };
}

function accountOf(balance: BalanceRow, months: readonly RecordMonth[], tables: TaxTables): Account {
  const lines = months.map(({ line }) => line);
  const rulesOf = rulesSource(tables, platformChoice(balance.regime));
  const table = monthTable(lines, (month) => rulesOfMonth(rulesOf, month));
  return {
    groupCode: balance.groupCode,
    groupName: { zh: balance.groupZh, en: balance.groupEn },
    regime: balance.regime,
    months: table.map((row, index) => monthOf(row, months[index], rulesOf)),
    totals: lines.reduce((sums, line) => withPart(sums, line, line.payments), NO_PAYMENTS),
    taxReceivableFen: balance.receivableFen,
    refundDueFen: balance.refundDueFen,
  };
}

function monthOf(row: MonthRow, month: RecordMonth | undefined, rulesOf: RulesOn): Month {
  const entry = incomeTaxEntry('month', row, row.withheldFen, rulesOfMonth(rulesOf, row.month));
  const [line] = traceAnswer([entry]);
  if (!month || !line || line.kind === 'vat') throw new Error('every row of the table has its month');
  const { grossFen, vatFen, incomeTaxFen, netFen, payments } = month.line;
  const surchargeFen = month.line.urbanMaintenanceFen + month.line.educationFen + month.line.localEducationFen;
  return { month: monthOfIndex(row.month), payments, grossFen, vatFen, surchargeFen, incomeTaxFen, netFen, line };
}
