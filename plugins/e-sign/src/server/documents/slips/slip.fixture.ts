import type { Slip, SlipSheet } from './slip';

const text = (zh: string, en: string) => ({ zh, en });

export function sheetOf(number: number): SlipSheet {
  const fact = (zh: string, en: string, value: string, isMain = false) => ({ label: text(zh, en), value, isMain });
  return {
    title: text('付款回单', 'Payment receipt'),
    number: `HD-2026-11-${number}`,
    parts: [
      {
        kind: 'facts',
        rows: [
          [fact('付款人', 'Payer', '湘江同城配送有限公司'), fact('付款账号', 'Payer account', '****0001')],
          [fact('收款人', 'Payee', '欧阳**'), fact('收款账号', 'Payee account', '622848*********0005')],
          [fact('应发金额', 'Gross', '9,122.20'), fact('代扣个税', 'Income tax', '0.00')],
          [fact('增值税及附加', 'VAT', '0.00'), fact('其他代扣', 'Other', '0.00')],
          [fact('实付金额', 'Net paid', '¥9,122.20（人民币玖仟壹佰贰拾贰元贰角整）', true)],
          [fact('付款时间', 'Paid at', '2026-11-26 10:00'), fact('银行流水号', 'Reference', `SB-${number}`)],
          [fact('结算批次', 'Batch', 'PB-2026-11-0042'), fact('订单编号', 'Order', `OR-2026-11-${number}`)],
        ],
      },
      { kind: 'note', text: text('本回单由平台出具。', 'Made by the platform.') },
    ],
  };
}

export function slipOf(sheets: readonly SlipSheet[], perPage: 1 | 2 = 2): Slip {
  return {
    title: text('付款回单', 'Payment receipt'),
    number: 'HD-2026-11-0042-1',
    madeAt: new Date('2026-11-27T03:00:00Z'),
    platformName: text('灵工平台运营机构', 'the operator of the Linggong platform'),
    sheets,
    perPage,
    seal: null,
  };
}
