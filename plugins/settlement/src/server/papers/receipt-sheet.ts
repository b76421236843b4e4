import type { SlipFact, SlipPart, SlipSheet } from '@linggong/e-sign';
import { inCapitals, minuteText, text, yuan } from './amounts';
import type { ReceiptRow } from './paper-rows';

export const receiptTitle = text('付款回单', 'Payment receipt');

/** Number of the receipt of an order: `OR-2026-11-0042` → `HD-2026-11-0042`. */
export const receiptNumber = (orderNumber: string): string => orderNumber.replace(/^OR-/, 'HD-');

/** The receipt of one payment. Of one that came back (退汇) it says that it proves no payment any more. */
export function receiptSheet(row: ReceiptRow): SlipSheet {
  const { taskNumber, taskTitle } = row;
  const fact = (zh: string, en: string, value: string, isMain = false): SlipFact => ({
    label: text(zh, en),
    value,
    isMain,
  });
  return {
    title: receiptTitle,
    number: receiptNumber(row.number),
    parts: [
      ...returnedOf(row),
      {
        kind: 'facts',
        rows: [
          [
            fact('付款人', 'Payer', row.enterpriseName),
            fact('付款账号', 'Payer account', row.payerAccountMasked ?? '—'),
          ],
          [fact('收款人', 'Payee', row.workerNameMasked), fact('收款账号', 'Payee account', row.payeeAccountMasked)],
          [fact('付款事由', 'For', `${taskNumber} ${taskTitle}`), fact('税款日期', 'Tax day', row.taxDay ?? '—')],
          [
            fact('应发金额', 'Gross', yuan(row.grossFen)),
            fact('代扣个税', 'Income tax withheld', yuan(row.incomeTaxFen)),
          ],
          [
            fact('增值税及附加', 'VAT, surcharges', yuan(row.vatFen + row.surchargeFen)),
            fact('其他代扣', 'Other', otherOf(row)),
          ],
          [fact('实付金额', 'Net paid', inCapitals(row.netFen), true)],
          [
            fact('付款时间', 'Paid at', minuteText(row.paidAt)),
            fact('银行流水号', 'Bank reference', row.bankReference ?? '—'),
          ],
          [fact('结算批次', 'Batch', row.batchNumber), fact('订单编号', 'Order', row.number)],
        ],
      },
      {
        kind: 'note',
        text: text(
          '本回单由平台依据银行付款结果出具；银行电子回单以付款银行出具者为准。',
          'Made by the platform from the answer of the bank, which alone gives its own electronic receipt.',
        ),
      },
    ],
  };
}

/** Tax of earlier payments that this one collected, or of this one that is owed: with it gross and net add up. */
function otherOf({ receivableFen, collectedFen }: ReceiptRow): string {
  return yuan(collectedFen - receivableFen);
}

function returnedOf({ state, returnedAt }: ReceiptRow): SlipPart[] {
  if (state !== 'returned') return [];
  const at = minuteText(returnedAt);
  return [
    {
      kind: 'warning',
      text: text(
        `已退汇（${at}）：款项已退回付款人，本回单不再作为付款凭证。`,
        `Returned (${at}): the money went back to the payer; this proves no payment any more.`,
      ),
    },
  ];
}
