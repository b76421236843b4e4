/**
 * The payout sheet's columns (design section 8): key inside, titles that are recognised, text or amount. Identity and card
 * numbers must be text cells; spreadsheets change digits beyond the 15th, which shorter numbers do not have.
 */
export const payoutColumns = [
  { key: 'name', titles: ['姓名', '收款人', '收款人姓名', '灵工姓名', 'Name'], required: true, kind: 'text' },
  {
    key: 'identityNumber',
    titles: ['证件号码', '证件号', '身份证', '身份证号', '身份证号码', 'Identity number'],
    required: true,
    kind: 'text',
  },
  {
    key: 'phone',
    titles: ['手机号', '手机号码', '手机', '联系手机', '联系电话', 'Phone'],
    required: false,
    kind: 'text',
    wholeNumbers: true,
  },
  {
    key: 'cardNumber',
    titles: ['银行卡号', '银行卡', '卡号', '收款账号', '收款卡号', '银行账号', 'Card number'],
    required: true,
    kind: 'text',
  },
  {
    key: 'taskNumber',
    titles: ['任务编号', '任务号', '工单号', '工单编号', 'Task number'],
    required: true,
    kind: 'text',
    wholeNumbers: true,
  },
  {
    key: 'amount',
    // Never a net amount (实发): the platform withholds from what stands here.
    titles: ['应发金额', '应发金额(元)', '应发', '应付金额', '应付', '金额(元)', 'Amount'],
    required: true,
    kind: 'amount',
  },
  { key: 'remark', titles: ['备注', 'Remark'], required: false, kind: 'text', wholeNumbers: true },
] as const;

export type PayoutColumnKey = (typeof payoutColumns)[number]['key'];

/** The header of the template that the console offers for download. */
export const payoutTemplateHeader: readonly string[] = payoutColumns.map((column) => column.titles[0]);
