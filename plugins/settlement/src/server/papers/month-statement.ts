import type { SlipColumn, SlipFact, SlipPart, SlipSheet } from '@linggong/e-sign';
import type { Movement } from '@linggong/ledger';
import type { Month, Text2 } from '@linggong/core/domain';
import { inCapitals, text, yuan } from './amounts';
import type { OrderSums } from './paper-rows';
import { statementRowsMax } from './batch-statement';

export const monthTitle = text('企业对账单', 'Statement of account');

export interface MonthStatement {
  readonly month: Month;
  readonly enterpriseNumber: string;
  readonly enterpriseName: string;
  readonly subAccount: string | null;
  /** Of the deposit (备付金): what stands there, and what moved it. */
  readonly openingFen: bigint;
  readonly closingFen: bigint;
  readonly movements: readonly Movement[];
  readonly batches: readonly (OrderSums & { readonly batchNumber: string; readonly paidOn: string })[];
}

/** What moves the deposit, by the account on the other side: in, and out. */
const words: Readonly<Record<string, readonly [into: Text2, out: Text2]>> = {
  bank: [text('存入', 'Deposits received'), text('退还', 'Refunded')],
  workers: [
    text('付款冲回（退汇）', 'Payments returned'),
    text('付给灵工（含代扣税）', 'Paid to workers, with taxes withheld'),
  ],
  fee: [text('服务费冲回', 'Fees returned'), text('服务费', 'Service fees')],
  'fee-prepaid': [text('预付服务费退回', 'Prepaid fees returned'), text('预付服务费', 'Fees paid in advance')],
  'fee-receivable': [text('服务费冲减', 'Fees credited'), text('结清应付服务费', 'Fees owed, settled')],
};
const others = [text('其他转入', 'Other, in'), text('其他转出', 'Other, out')] as const;

const amount = (zh: string, en: string, width = 76): SlipColumn => ({ title: text(zh, en), width, isAmount: true });

/** 对账单 of a month: the deposit from its first to its last day, adding up, and the batches that were paid out of it. */
export function monthSheet(statement: MonthStatement): SlipSheet {
  const { month, enterpriseNumber } = statement;
  return {
    title: monthTitle,
    number: `DZ-${month}-${enterpriseNumber}`,
    parts: [factsOf(statement), depositTable(statement), batchTable(statement), note],
  };
}

function factsOf({ month, enterpriseName, enterpriseNumber, subAccount, closingFen }: MonthStatement): SlipPart {
  const fact = (zh: string, en: string, value: string, isMain = false): SlipFact => ({
    label: text(zh, en),
    value,
    isMain,
  });
  return {
    kind: 'facts',
    rows: [
      [fact('企业', 'Enterprise', enterpriseName), fact('企业编号', 'Number', enterpriseNumber)],
      [fact('对账月份', 'Month', month), fact('专户账号', 'Sub-account', subAccount ?? '—')],
      [fact('期末余额', 'Closing balance', inCapitals(closingFen), true)],
    ],
  };
}

function depositTable({ openingFen, closingFen, movements }: MonthStatement): SlipPart {
  const rows = movements.flatMap(({ counterKind, debitFen, creditFen }) => {
    const [into, out] = words[counterKind] ?? others;
    // The deposit is owed to the enterprise: credits are what comes in.
    return [
      ...(creditFen > 0n ? [[both(into), yuan(creditFen), '']] : []),
      ...(debitFen > 0n ? [[both(out), '', yuan(debitFen)]] : []),
    ];
  });
  const sum = (of: (one: Movement) => bigint): string => yuan(movements.reduce((total, one) => total + of(one), 0n));
  return {
    kind: 'table',
    heading: text('备付金', 'Deposit'),
    columns: [
      { title: text('项目', 'Item'), width: '*' },
      amount('收入', 'In', 92),
      amount('支出', 'Out', 92),
      amount('余额', 'Balance', 92),
    ],
    rows: [['期初余额 Opening balance', '', '', yuan(openingFen)], ...rows.map((row) => [...row, ''])],
    total: ['期末余额 Closing balance', sum((one) => one.creditFen), sum((one) => one.debitFen), yuan(closingFen)],
  };
}

const both = ({ zh, en }: Text2): string => `${zh} ${en}`;

function batchTable({ batches }: MonthStatement): SlipPart {
  const heading =
    batches.length < statementRowsMax
      ? text('本月付款批次', 'Batches paid in the month')
      : text(`本月付款批次（前 ${statementRowsMax} 批）`, `Batches paid in the month (the first ${statementRowsMax})`);
  const sum = (of: (one: OrderSums) => bigint): string => yuan(batches.reduce((total, one) => total + of(one), 0n));
  const count = batches.reduce((total, one) => total + one.count, 0);
  return {
    kind: 'table',
    heading,
    columns: [
      { title: text('批次', 'Batch'), width: '*' },
      { title: text('付款日', 'Paid on'), width: 54 },
      amount('笔数', 'Number', 34),
      amount('应发', 'Gross', 72),
      amount('个税等', 'Taxes', 58),
      amount('实发', 'Net', 72),
      amount('服务费', 'Fee', 62),
    ],
    rows: batches.map((one) => [
      one.batchNumber,
      one.paidOn,
      `${one.count}`,
      yuan(one.grossFen),
      yuan(taxFen(one)),
      yuan(one.netFen),
      yuan(one.feeFen),
    ]),
    total: [
      '合计 Total',
      '',
      `${count}`,
      sum((one) => one.grossFen),
      sum(taxFen),
      sum((one) => one.netFen),
      sum((one) => one.feeFen),
    ],
  };
}

const taxFen = ({ incomeTaxFen, vatFen, surchargeFen }: OrderSums): bigint => incomeTaxFen + vatFen + surchargeFen;

const note: SlipPart = {
  kind: 'note',
  text: text(
    '批次按付款成功日列示，其后退汇者在备付金“付款冲回”中列示。如有出入，请于收到后十日内与平台核对。',
    'Batches stand on the day they were paid; what came back later stands in the deposit as returned. Please tell the platform within ten days of anything that differs.',
  ),
};
