import type { SlipColumn, SlipFact, SlipPart, SlipSheet } from '@linggong/e-sign';
import { orderStateTitles } from '../../api';
import type { OrderState } from '../../domain';
import { failureText } from '../read/failure-text';
import { inCapitals, minuteText, text, yuan } from './amounts';
import type { OrderSums, UnpaidRow } from './paper-rows';

export const statementTitle = text('结算单', 'Settlement statement');

/** Longer lists are in the console; the sheet says that there is more. */
export const statementRowsMax = 200;

export interface BatchStatement {
  readonly number: string;
  readonly enterpriseName: string;
  readonly fileName: string;
  readonly lineCount: number;
  readonly quoteVersion: number;
  readonly confirmedAt: Date | null;
  readonly releasedAt: Date | null;
  readonly completedAt: Date | null;
  readonly byState: readonly (OrderSums & { readonly state: OrderState })[];
  readonly byTask: readonly (OrderSums & { readonly taskNumber: string; readonly taskTitle: string })[];
  readonly unpaid: readonly UnpaidRow[];
}

const none: OrderSums = {
  count: 0,
  grossFen: 0n,
  feeFen: 0n,
  incomeTaxFen: 0n,
  vatFen: 0n,
  surchargeFen: 0n,
  netFen: 0n,
};

const amount = (zh: string, en: string, width = 68): SlipColumn => ({ title: text(zh, en), width, isAmount: true });

/** 结算单: what a batch paid, withheld and cost, by result and task, as a finance officer files it. */
export function statementSheet(batch: BatchStatement): SlipSheet {
  const { number } = batch;
  return {
    title: statementTitle,
    number: `JS-${number.replace(/^PB-/, '')}`,
    parts: [factsOf(batch), ...tablesOf(batch)],
  };
}

function factsOf(batch: BatchStatement): SlipPart {
  const paid = batch.byState.find(({ state }) => state === 'paid') ?? none;
  const fact = (zh: string, en: string, value: string, isMain = false): SlipFact => ({
    label: text(zh, en),
    value,
    isMain,
  });
  return {
    kind: 'facts',
    rows: [
      [fact('企业', 'Enterprise', batch.enterpriseName), fact('结算批次', 'Batch', batch.number)],
      [
        fact('发放表', 'Sheet', batch.fileName),
        fact('行数 · 报价', 'Lines · quote', `${batch.lineCount} · v${batch.quoteVersion}`),
      ],
      [
        fact('企业确认', 'Confirmed', minuteText(batch.confirmedAt)),
        fact('平台放款', 'Released', minuteText(batch.releasedAt)),
      ],
      [fact('全部入账', 'Completed', minuteText(batch.completedAt)), fact('已付笔数', 'Payments', `${paid.count}`)],
      [fact('实付合计', 'Net paid', inCapitals(paid.netFen), true)],
      [fact('企业应付合计', 'Gross and fee', inCapitals(paid.grossFen + paid.feeFen), true)],
    ],
  };
}

function tablesOf({ byState, byTask, unpaid }: BatchStatement): SlipPart[] {
  const paid = byState.find(({ state }) => state === 'paid') ?? none;
  const sums = (one: OrderSums): string[] => [
    `${one.count}`,
    yuan(one.grossFen),
    yuan(one.incomeTaxFen),
    yuan(one.vatFen + one.surchargeFen),
    yuan(one.netFen),
    yuan(one.feeFen),
  ];
  const figures = [
    amount('笔数', 'Number', 34),
    amount('应发', 'Gross'),
    amount('个税', 'Income tax', 56),
    amount('增值税及附加', 'VAT etc.', 56),
    amount('实发', 'Net'),
    amount('服务费', 'Fee', 58),
  ];
  const tables: SlipPart[] = [
    {
      kind: 'table',
      heading: text('按结果', 'By result'),
      columns: [{ title: text('结果', 'Result'), width: '*' }, ...figures],
      rows: byState.map((one) => [`${orderStateTitles[one.state].zh} ${orderStateTitles[one.state].en}`, ...sums(one)]),
    },
    {
      kind: 'table',
      heading: text('已付，按任务', 'Paid, by task'),
      columns: [{ title: text('任务', 'Task'), width: '*' }, ...figures],
      rows: byTask.map((one) => [`${one.taskNumber} ${one.taskTitle}`, ...sums(one)]),
      total: ['合计 Total', ...sums(paid)],
    },
  ];
  if (unpaid.length > 0) tables.push(unpaidTable(unpaid));
  return [...tables, noteOf()];
}

function unpaidTable(unpaid: readonly UnpaidRow[]): SlipPart {
  return {
    kind: 'table',
    heading:
      unpaid.length < statementRowsMax
        ? text('未付与退回', 'Not paid or returned')
        : text(
            `未付与退回（前 ${statementRowsMax} 笔，全部见平台）`,
            `Not paid or returned (the first ${statementRowsMax}; all in the console)`,
          ),
    columns: [
      { title: text('行', 'Row'), width: 28 },
      { title: text('订单', 'Order'), width: 92 },
      { title: text('收款人', 'Payee'), width: 44 },
      amount('实发', 'Net', 58),
      { title: text('结果与原因', 'Result and why'), width: '*' },
    ],
    rows: unpaid.map(({ rowNo, number, workerNameMasked, netFen, state, reasonCode }) => [
      `${rowNo}`,
      number,
      workerNameMasked,
      yuan(netFen),
      [orderStateTitles[state].zh, ...(reasonCode === null ? [] : [failureText(reasonCode).text.zh])].join('：'),
    ]),
  };
}

function noteOf(): SlipPart {
  return {
    kind: 'note',
    text: text(
      '银行付款成功后数日内仍可能退汇；退汇后请重新下载。逐笔明细请在平台导出。',
      'A payment may still come back days later: take this again then. The single payments are exported in the console.',
    ),
  };
}
